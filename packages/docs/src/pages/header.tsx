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
  const { site, urls } = context;
  const search = urls.search();
  const marks = {
    [DOM.search]: "",
    [DOM.pageUrl]: urls.page("~slug~"),
    [DOM.pageAt]: urls.page("~slug~", "~version~"),
  };
  const links = [
    { label: "Reference", href: urls.page(""), on: page.slug !== undefined },
    { label: "Changelog", href: urls.changelog(), on: page.kind === "changelog" },
    ...upgradeOf(context).map(([from, to]) => ({
      label: "Upgrade",
      href: urls.guide(from, to),
      on: page.kind === "upgrade",
    })),
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

/**
 * The two versions between which the way leads: from the reader's to the newest, to the newest from
 * the one before where that is theirs, and on to what is upcoming; none where there is one only.
 */
function upgradeOf(context: PageContext): readonly (readonly [from: string, to: string])[] {
  const { site, version, pin = version.name } = context;
  const newest = newestOf(context);
  if (version.status === "draft") return [[newest, version.name]];
  if (pin !== newest) return [[pin, newest]];
  const before = site.versions[site.versions.findIndex(({ name }) => name === newest) - 1];
  return before ? [[before.name, newest]] : [];
}

/** The newest version that is released. */
export function newestOf({ site, version }: PageContext): string {
  return site.versions.findLast(({ status }) => status === "newest")?.name ?? version.name;
}
