import { Marked, type Tokens } from "marked";
import { escapeHtml } from "./escape.js";

/** Where a link may lead: the web, mail, or a place on the same site. */
const SAFE_LINK = /^(https?:|mailto:|[#/?.]|[\w-]+(?:[/#?.]|$))/i;

/** What a site makes of Markdown beyond what every page does. */
interface MarkdownOptions {
  /** Where a link really leads; undefined leaves it as it is. */
  readonly link?: (href: string) => string | undefined;
  /** Whether headings can be linked to. */
  readonly headings?: boolean;
}

/** Raw HTML is shown as the text that it is, and links that run something lead nowhere. */
function markedWith({ link = () => undefined, headings = false }: MarkdownOptions): Marked {
  return new Marked({
    gfm: true,
    async: false,
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      link({ href, title, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        if (!isSafe(href)) return inner;
        const tip = title ? ` title="${escapeHtml(title)}"` : "";
        return `<a href="${escapeHtml(link(href) ?? href)}"${tip}>${inner}</a>`;
      },
      // Pages load nothing from other hosts.
      image: ({ text }: Tokens.Image) => escapeHtml(text),
      heading({ depth, text, tokens }: Tokens.Heading) {
        const id = headings ? ` id="${escapeHtml(headingId(text))}"` : "";
        return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
}

const plain = markedWith({});

/** Markdown as HTML. Safe for any text: nothing in it becomes a tag or a script of its own. */
export function markdownToHtml(markdown: string, options?: MarkdownOptions): string {
  return (options ? markedWith(options) : plain).parse(markdown) as string;
}

/** A line of Markdown as HTML, without a paragraph around it. */
export function inlineMarkdownToHtml(markdown: string): string {
  return plain.parseInline(markdown) as string;
}

/** The fragment that leads to a heading: `Test card numbers` is at `test-card-numbers`. */
function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function isSafe(href: string): boolean {
  // Browsers skip these characters within a scheme.
  const plain = [...href].filter((letter) => letter > " ").join("");
  return SAFE_LINK.test(plain) && !/^(javascript|data|vbscript|file):/i.test(plain);
}
