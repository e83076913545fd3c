import type { PageContext } from "./context.js";
import type { PageMeta } from "./page-meta.js";

export interface FooterProps {
  readonly context: PageContext;
  readonly page: PageMeta;
}

/** The end of every page: its other forms. */
export function Footer({ context: { urls, version }, page }: FooterProps) {
  return (
    <footer class="foot">
      {page.slug !== undefined && <a href={urls.markdown(page.slug)}>This page as Markdown</a>}
      <a href={urls.openapi(version.name)}>OpenAPI at {version.name}</a>
      <a href={urls.changelog("atom")}>Changes as a feed</a>
    </footer>
  );
}
