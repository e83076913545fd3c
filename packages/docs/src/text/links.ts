/** A link to another page of the docs, by its slug: `charge`, `guides/errors#types`. */
interface PageLink {
  readonly slug: string;
  /** With its `#`; empty where there is none. */
  readonly hash: string;
}

const WITHIN = /^([\w.-]+(?:\/[\w.-]+)*)(#.*)?$/;

/** A link's target as a page of the docs; undefined for what leads elsewhere, or stays on the page. */
export function pageLink(href: string): PageLink | undefined {
  const [, slug, hash = ""] = WITHIN.exec(href) ?? [];
  return slug === undefined ? undefined : { slug, hash };
}

/** Code, which stays as it is, or a link's target: in its place, or below by its name. */
const CODE_OR_LINK =
  /(`+)(?!`)[\s\S]*?[^`]\1(?!`)|^ {0,3}~~~[\s\S]*?^ {0,3}~~~|(\]\(\s*|^ {0,3}\[[^\]\n]+\]:\s*)<?([^()\s<>]+)>?/gm;

/** Markdown whose links to pages of the docs lead to their addresses. */
export function withAddresses(markdown: string, addressOf: (slug: string) => string): string {
  return markdown.replace(CODE_OR_LINK, (all: string, _ticks, before?: string, href = "") => {
    const found = before === undefined ? undefined : pageLink(href);
    return found ? `${before}<${addressOf(found.slug)}${found.hash}>` : all;
  });
}

/** The links to pages of the docs in a line of Markdown; what stands in code is none. */
export function linksOf(line: string): readonly PageLink[] {
  const words = line.replace(/(`+).*?\1/g, "");
  return [...words.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, href = ""]) => pageLink(href) ?? []);
}
