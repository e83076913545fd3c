import type { NavigationGroup } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { DOM, IDS } from "./dom.js";
import type { PageMeta } from "./page-meta.js";
import { slugOf } from "./slug.js";

export interface SidebarProps {
  readonly context: PageContext;
  readonly page: PageMeta;
}

/** The navigation: guides, then a group for each resource. The current group is open. */
export function Sidebar({ context, page }: SidebarProps) {
  const { site, described, urls } = context;
  const link = (slug: string, title: string) => (
    <li>
      <a href={urls.page(slug)} aria-current={page.slug === slug ? "page" : undefined}>
        {title}
      </a>
    </li>
  );
  return (
    <nav class="side" id={IDS.navigation} aria-label="Reference" {...{ [DOM.region]: "nav" }}>
      <a class="close" href={`#${IDS.main}`}>
        Close the menu
      </a>
      <ul>
        {link("", "Overview")}
        {site.guides.map(({ slug, title }) => link(slug, title))}
        {described.errors.length > 0 && link("errors", "All errors")}
        {described.events.length > 0 && link("events", "All events")}
      </ul>
      <h2>Resources and methods</h2>
      {described.navigation.map((group) => (
        <Group context={context} group={group} current={page.slug} />
      ))}
    </nav>
  );
}

interface GroupProps {
  readonly context: PageContext;
  readonly group: NavigationGroup;
  readonly current: string | undefined;
}

function Group({ context: { urls }, group: { title, resource, methods }, current }: GroupProps) {
  const object = resource && slugOf(resource).slug;
  const slugs = methods.map(({ subject }) => slugOf(subject).slug);
  const open = current !== undefined && (object === current || slugs.includes(current));
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {object !== undefined && (
          <li>
            <a
              class="object"
              href={urls.page(object)}
              aria-current={object === current ? "page" : undefined}
            >
              {title} object
            </a>
          </li>
        )}
        {methods.map(({ name, verb }, index) => (
          <li>
            <a
              href={urls.page(slugs[index] ?? "")}
              aria-current={slugs[index] === current ? "page" : undefined}
            >
              {name} <i>{verb}</i>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
