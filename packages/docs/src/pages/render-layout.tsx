import type { Children } from "./component.js";
import type { PageContext } from "./context.js";
import type { PageMeta } from "./page-meta.js";
import { renderDocument } from "./render.js";

/** A page that is not one of reference: what it says of itself, and what stands on it. */
export interface LayoutContent extends Partial<PageMeta> {
  readonly title: string;
  readonly description: string;
  readonly main: Children;
  /** The column of samples; without one the text is wider. */
  readonly aside?: Children;
}

/** The HTML of a page with the site's head, navigation and footer around it. */
export function renderLayout(
  context: PageContext,
  { main, aside, kind = "page", slug, ...meta }: LayoutContent,
): string {
  const page: PageMeta = { ...meta, kind, slug };
  return renderDocument(
    <context.components.Layout context={context} page={page} main={main} aside={aside} />,
  );
}
