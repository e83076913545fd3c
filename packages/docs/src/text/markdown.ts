import { Marked, type Tokens } from "marked";
import { escapeHtml } from "./escape.js";

/** Where a link may lead: the web, mail, or a place on the same site. */
const SAFE_LINK = /^(https?:|mailto:|[#/?.]|[\w-]+(?:[/#?.]|$))/i;

/** Raw HTML is shown as the text that it is, and links that run something lead nowhere. */
const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    link({ href, title, tokens }: Tokens.Link) {
      const inner = this.parser.parseInline(tokens);
      if (!isSafe(href)) return inner;
      const tip = title ? ` title="${escapeHtml(title)}"` : "";
      return `<a href="${escapeHtml(href)}"${tip}>${inner}</a>`;
    },
    // Pages load nothing from other hosts.
    image: ({ text }: Tokens.Image) => escapeHtml(text),
  },
});

/** Markdown as HTML. Safe for any text: nothing in it becomes a tag or a script of its own. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown) as string;
}

/** A line of Markdown as HTML, without a paragraph around it. */
export function inlineMarkdownToHtml(markdown: string): string {
  return marked.parseInline(markdown) as string;
}

function isSafe(href: string): boolean {
  // Browsers skip these characters within a scheme.
  const plain = [...href].filter((letter) => letter > " ").join("");
  return SAFE_LINK.test(plain) && !/^(javascript|data|vbscript|file):/i.test(plain);
}
