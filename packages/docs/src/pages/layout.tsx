import type { Children } from "./component.js";
import type { PageContext } from "./context.js";
import { DOM, IDS } from "./dom.js";
import type { PageMeta } from "./page-meta.js";

export interface LayoutProps {
  readonly context: PageContext;
  readonly page: PageMeta;
  readonly main: Children;
  /** The column of samples; a page without one has wider text. */
  readonly aside?: Children;
}

/** The whole document: head, landmarks, and the columns. */
export function Layout({ context, page, main, aside }: LayoutProps) {
  const { site, version, mode, urls, components } = context;
  const marks = {
    [DOM.page]: page.kind,
    [DOM.version]: version.name,
    [DOM.mode]: mode,
    [DOM.searchIndex]: urls.searchIndex(),
    [DOM.keyEndpoint]: urls.keyEndpoint(),
    [DOM.devEvents]: urls.devEvents(),
    [DOM.api]: site.apiUrl,
    [DOM.sandbox]: site.sandbox?.keyPrefix,
    ...(page.subject && { [DOM.subject]: page.subject.name }),
  };
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${page.title} - ${site.name}`}</title>
        <meta name="description" content={page.description} />
        {page.unlisted && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={context.canonical} />
        {page.slug !== undefined && (
          <link rel="alternate" type="text/markdown" href={urls.markdown(page.slug)} />
        )}
        {page.alternates?.map(({ type, href }) => (
          <link rel="alternate" type={type} href={href} />
        ))}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={urls.asset("docs.css")} />
        {site.styles?.map((name) => (
          <link rel="stylesheet" href={urls.asset(name)} />
        ))}
        <script type="module" src={urls.asset("docs.js")} />
      </head>
      <body {...marks}>
        <a class="skip" href={`#${IDS.main}`}>
          Skip to the content
        </a>
        <components.Header context={context} page={page} />
        <components.VersionSlider context={context} page={page} />
        <div class={aside ? "columns" : "columns wide"}>
          <components.Sidebar context={context} page={page} />
          <main id={IDS.main} tabIndex={-1} {...{ [DOM.region]: "main" }}>
            {main}
            <components.Footer context={context} page={page} />
          </main>
          {aside && (
            <aside id={IDS.samples} aria-label="Samples" {...{ [DOM.region]: "aside" }}>
              {aside}
            </aside>
          )}
        </div>
      </body>
    </html>
  );
}
