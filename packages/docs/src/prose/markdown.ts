import type { SampleLanguage } from "../samples/sample.js";
import { code } from "../text/code.js";
import { fillNames } from "../text/fill.js";
import { withAddresses } from "../text/links.js";
import { attributeLines } from "./attribute-lines.js";
import type { ProseDocument } from "./document.js";
import { type LiveData, type LiveSource, liveData } from "./live.js";

/** How samples are written where a page is read as Markdown. */
export interface MarkdownView {
  readonly language: SampleLanguage;
  /** Where the API answers, without a trailing slash. */
  readonly apiUrl: string;
  /** What stands for the reader's key. */
  readonly key: string;
  /** The address of a page's twin, by its slug. */
  page(slug: string): string;
}

/** A page at a version as Markdown, with its title and all that its live parts show. */
export function proseMarkdown(
  { title, description, pieces }: ProseDocument,
  source: LiveSource,
  view: MarkdownView,
): string {
  const { contract } = source.described;
  const body = pieces.flatMap((piece) =>
    piece.kind === "markdown"
      ? [withAddresses(fillNames(piece.text, contract), (slug) => view.page(slug)).trim()]
      : piece.parts.map((part) => written(liveData(part, source), view)),
  );
  return `${[`# ${title}`, description, ...body].join("\n\n")}\n`;
}

function written(data: LiveData, { language, apiUrl, key }: MarkdownView): string {
  switch (data.kind) {
    case "note":
      return `> ${data.markdown}`;
    case "attributes":
      return attributeLines(data.attributes).join("\n");
    case "values":
      return data.values
        .map(({ value, description }) => `- ${code(value)}: ${description}`)
        .join("\n");
    case "request":
      return fenced(language.write(data.request, apiUrl, key), language.syntax);
    case "json":
      return fenced(JSON.stringify(data.value, null, 2), "json");
    case "errors":
      return data.errors
        .map(({ name, status, description }) => `- ${status} ${code(name)}: ${description}`)
        .join("\n");
    case "events":
      return data.events
        .flatMap(({ types, description }) =>
          types.map(
            ({ type, when }) =>
              `- ${code(type)}${when === undefined ? "" : `, ${when}`}: ${description}`,
          ),
        )
        .join("\n");
  }
}

/** A block of code; the fence is longer than any within. */
function fenced(text: string, syntax: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${syntax}\n${text}\n${fence}`;
}
