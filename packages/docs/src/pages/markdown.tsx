import { inlineMarkdownToHtml, markdownToHtml } from "../text/markdown.js";

/** Markdown as blocks of text. */
export function Prose({ text, class: name = "prose" }: { readonly text: string; class?: string }) {
  const html = { __html: markdownToHtml(text) };
  return text === "" ? null : <div class={name} dangerouslySetInnerHTML={html} />;
}

/** A sentence of Markdown within a line. */
export function Inline({ text }: { readonly text: string }) {
  return <span dangerouslySetInnerHTML={{ __html: inlineMarkdownToHtml(text) }} />;
}
