import { title } from "../markdown/head.js";
import { blocks, item, link } from "../markdown/text.js";
import type { Missing, PageContext } from "../pages/index.js";
import type { SearchEntry, SearchHit } from "../search/index.js";
import { code } from "../text/code.js";

/** What is not there, for who reads Markdown: when it existed, what it is now, what is like it. */
export function missingMarkdown(
  context: PageContext,
  { asked, known, near }: Omit<Missing, "slug">,
): string {
  return `${blocks(
    title(context, "Not found"),
    `There is no ${code(asked)} at ${context.version.name}.`,
    known.map((entry) => item(line(context, entry))).join("\n"),
    near.length > 0 && "Perhaps you meant:",
    near.map(({ entry }) => item(line(context, entry))).join("\n"),
    link("Everything that there is", context.urls.markdown("")),
  )}\n`;
}

/** What a search found, as Markdown. */
export function searchMarkdown(
  context: PageContext,
  query: string,
  hits: readonly SearchHit[],
): string {
  const none = query === "" ? "Search with `?q=` and a name." : "Nothing is or was called so.";
  return `${blocks(
    title(context, query === "" ? "Search" : `Search: ${query}`),
    hits.length === 0 && none,
    hits.map(({ entry }) => item(line(context, entry))).join("\n"),
  )}\n`;
}

/** A name, with what became of it: pages of what is gone are those of the last version that had it. */
function line({ urls }: PageContext, { name, kind, subject, slug, from, to, now }: SearchEntry) {
  const of = subject === "" || subject === name ? "" : ` of ${code(subject)}`;
  const page = urls.markdown(slug, now === undefined ? to : undefined);
  const became =
    now === undefined ? "; it is gone" : now === name ? "" : `; it is now ${code(now)}`;
  return `${link(code(name), page)}: ${kind}${of}, from ${from} to ${to}${became}`;
}
