import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** The text of an HTML document. */
export function renderDocument(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}
