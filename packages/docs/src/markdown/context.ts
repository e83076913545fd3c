import type { PageContext } from "../pages/context.js";

/** What Markdown pages are made from: what the HTML pages are made from, less how these look. */
export type MarkdownContext = Pick<
  PageContext,
  "site" | "version" | "urls" | "described" | "samples"
>;
