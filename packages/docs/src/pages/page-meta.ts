import type { SubjectRef } from "../model/refs.js";

/** What a page says of itself. */
export interface PageMeta {
  /** `method`, `resource`, `overview`, `changelog`: scripts and styles tell pages apart by it. */
  readonly kind: string;
  /** What the tab and the results of a search engine show, without the API's name. */
  readonly title: string;
  /** One plain sentence for search engines. */
  readonly description: string;
  /** Where the page is among those of its version; undefined where it is the same at every version. */
  readonly slug: string | undefined;
  /** What it is about, if it is a page of reference. */
  readonly subject?: SubjectRef;
  /** Other forms of the page, such as its feed. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
  /** Whether search engines should leave it out, as with pages that answer a search. */
  readonly unlisted?: boolean;
}
