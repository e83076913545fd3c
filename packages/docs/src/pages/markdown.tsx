import { inlineMarkdownToHtml, markdownToHtml } from "../text/markdown.js";

/** How many texts are kept as HTML: most are the same at most versions. */
const KEPT = 4096;

/** Markdown as blocks of text. */
export function Prose({ text, class: name = "prose" }: { readonly text: string; class?: string }) {
  const html = { __html: blocks(text) };
  return text === "" ? null : <div class={name} dangerouslySetInnerHTML={html} />;
}

/** A sentence of Markdown within a line. */
export function Inline({ text }: { readonly text: string }) {
  return <span dangerouslySetInnerHTML={{ __html: inline(text) }} />;
}

const blocks = remembered(markdownToHtml);
const inline = remembered(inlineMarkdownToHtml);

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
