import type { PageContext } from "./context.js";
import { DOM, IDS } from "./dom.js";
import { getForm, KeptFields } from "./get-form.js";
import type { PageMeta } from "./page-meta.js";

export interface HeaderProps {
  readonly context: PageContext;
  readonly page: PageMeta;
}

/** The head of every page: the API's name, search, the ways to other kinds of pages. */
export function Header({ context, page }: HeaderProps) {
  const { site, urls, version } = context;
  const search = urls.search();
  const marks = {
    [DOM.search]: "",
    [DOM.pageUrl]: urls.page("~slug~"),
    [DOM.pageAt]: urls.page("~slug~", "~version~"),
  };
  const links = [
    { label: "Reference", href: urls.page(""), on: page.slug !== undefined },
    { label: "Changelog", href: urls.changelog(), on: page.kind === "changelog" },
    {
      label: "Upgrade",
      href: urls.guide(context.pin ?? version.name, newestOf(context)),
      on: page.kind === "upgrade",
    },
    ...(site.links ?? []).map((link) => ({ ...link, on: false })),
  ];
  return (
    <header class="head">
      <a class="site" href={urls.page("")}>
        {site.name}
      </a>
      <a class="to-nav" href={`#${IDS.navigation}`}>
        Menu
      </a>
      <nav class="ways" aria-label="Site">
        {links.map(({ label, href, on }) => (
          <a href={href} aria-current={on ? "true" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <search class="search">
        <form action={getForm(search).action} {...marks}>
          <KeptFields url={search} but={["q"]} />
          <input
            id={IDS.search}
            type="search"
            name="q"
            placeholder="Search every version"
            aria-label="Search names of every version"
            autocomplete="off"
          />
          <button type="submit">Search</button>
        </form>
      </search>
      <div class="slot" hidden {...{ [DOM.slot]: "key" }} />
    </header>
  );
}

/** The newest version that is released. */
export function newestOf({ site, version }: PageContext): string {
  return site.versions.findLast(({ status }) => status === "newest")?.name ?? version.name;
}
