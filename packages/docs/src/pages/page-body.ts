import type { Children } from "./component.js";
import type { PageContext } from "./context.js";
import type { PageMeta } from "./page-meta.js";

/** A page before the layout is put around it. */
export interface PageBody {
  readonly page: PageMeta;
  readonly main: Children;
  readonly aside?: Children;
}

/** Makes a page of what it is about. */
export type PageOf<Doc> = (context: PageContext, doc: Doc) => PageBody;
