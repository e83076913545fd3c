import type { Children } from "./component.js";
import type { PageMeta } from "./page-meta.js";

/** A page before the layout is put around it. */
export interface PageBody {
  readonly page: PageMeta;
  readonly main: Children;
  readonly aside?: Children;
}
