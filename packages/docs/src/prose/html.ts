import { fillNames } from "../text/fill.js";
import { pageLink } from "../text/links.js";
import { markdownToHtml } from "../text/markdown.js";
import type { ProseDocument } from "./document.js";
import { type LiveData, type LiveSource, liveData } from "./live.js";

/** How live parts are shown, and where pages are. */
export interface ProseView {
  /** The HTML of what a live part shows; notes are written here. */
  show(data: Exclude<LiveData, { readonly kind: "note" }>): string;
  /** The address of a page, by its slug. */
  page(slug: string): string;
}

/** A page's text at a version as safe HTML, without its title. */
export function proseHtml(document: ProseDocument, source: LiveSource, view: ProseView): string {
  const { contract } = source.described;
  const link = (href: string) => {
    const found = pageLink(href);
    return found && view.page(found.slug) + found.hash;
  };
  return document.pieces
    .map((piece) =>
      piece.kind === "markdown"
        ? markdownToHtml(fillNames(piece.text, contract), { link, headings: true })
        : piece.parts.map((part) => show(liveData(part, source), view)).join("\n"),
    )
    .join("\n");
}

function show(data: LiveData, view: ProseView): string {
  return data.kind === "note"
    ? `<blockquote class="note">${markdownToHtml(data.markdown)}</blockquote>`
    : view.show(data);
}
