export type { ProseDocument } from "./document.js";
export { type ProseView, proseHtml } from "./html.js";
export type { LiveData, LiveSource } from "./live.js";
export { type MarkdownView, proseMarkdown } from "./markdown.js";
export { ProseError } from "./prose-error.js";
export { readProse } from "./read-prose.js";
