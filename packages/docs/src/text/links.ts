/** A link to another page of the docs, by its slug: `charge`, `guides/errors#types`. */
export interface PageLink {
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

/** The links to pages of the docs in a line of Markdown; what stands in code is none. */
export function linksOf(line: string): readonly PageLink[] {
  const words = line.replace(/(`+).*?\1/g, "");
  return [...words.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, href = ""]) => pageLink(href) ?? []);
}
