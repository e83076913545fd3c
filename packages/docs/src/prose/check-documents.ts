import { type Api, nearest } from "holdfast";
import { type Contract, meaningOf, type TokenMeaning, tokensIn } from "holdfast/contract";
import { linksOf } from "../text/links.js";
import type { LivePart, LiveVerb, ProseDocument } from "./document.js";
import type { ProseProblem } from "./prose-error.js";

/** What the parts of each verb are about. */
const ABOUT: Readonly<Record<LiveVerb, readonly (TokenMeaning["on"] | "gate" | "nothing")[]>> = {
  params: ["method"],
  attributes: ["resource", "error"],
  values: ["resource", "method", "error"],
  example: ["method"],
  response: ["method"],
  object: ["resource", "error"],
  event: ["event"],
  errors: ["method", "nothing"],
  events: ["nothing"],
  gate: ["gate"],
  version: ["nothing"],
};

/** What names nothing at any version: live parts, names in braces, and links within the docs. */
export function checkDocuments(
  documents: readonly ProseDocument[],
  api: Api,
): readonly ProseProblem[] {
  const { head } = api.timeline;
  const slugs = new Set([
    ...documents.map(({ slug }) => slug),
    ...[...head.resources.keys(), ...head.methods.keys()],
    ...["", "events", "errors"],
  ]);
  return documents.flatMap(({ pieces, file }) =>
    pieces.flatMap((piece): readonly ProseProblem[] =>
      piece.kind === "live"
        ? piece.parts.flatMap((part) => checkPart(part, api))
        : checkMarkdown(piece.text, { file, line: piece.line }, slugs, head),
    ),
  );
}

function checkPart(part: LivePart, api: Api): readonly ProseProblem[] {
  const { verb, name, only, at } = part;
  const about = ABOUT[verb];
  const tell = (message: string, mend: string) => ({ ...at, message, mend });
  if (name === undefined || (name === "*" && verb === "errors")) {
    if (about.includes("nothing")) return [];
    return [tell(`${verb} does not say of what.`, `Write the name of a ${about[0]} after it.`)];
  }
  const { head, gates } = api.timeline;
  if (about[0] === "gate") {
    const built = [...gates.values()].flatMap(({ gate, planned }) => (planned ? [] : gate));
    if (built.includes(name)) return [];
    const mend = `Name a gate of the history that is built.${near(name, built)}`;
    return [tell(`There is no gate ${name}.`, mend)];
  }
  const meaning = meaningOf(name, head);
  if (!meaning || !about.includes(meaning.on)) {
    const known = [...head.methods.keys(), ...head.resources.keys(), ...head.events.keys()];
    const mend = `Name a ${about.filter((one) => one !== "nothing").join(" or a ")} as it is called today.`;
    return [tell(`${verb} names ${name}, which is none.`, `${mend}${near(name, known)}`)];
  }
  if (verb === "values" && meaning.name === name) {
    return [
      tell(`values names ${name}, but nothing of it.`, "Name a field or param: `charge.status`."),
    ];
  }
  if (verb === "errors") return [];
  return only
    .filter((one) => !meaningOf(`${name}.${one}`, head))
    .map((one) => tell(`${name} has no ${one}.`, "Name a field or param as it is called today."));
}

function checkMarkdown(
  text: string,
  { file, line }: { readonly file: string; readonly line: number },
  slugs: ReadonlySet<string>,
  head: Contract,
): readonly ProseProblem[] {
  return text.split("\n").flatMap((words, index) => {
    const tell = (message: string, mend: string) => ({ file, line: line + index, message, mend });
    const tokens = tokensIn(words).filter((token) => !meaningOf(token, head));
    const links = linksOf(words).filter(({ slug }) => !slugs.has(slug));
    return [
      ...tokens.map((token) =>
        tell(`{${token}} is no part of the API.`, "Name something as it is called today."),
      ),
      ...links.map(({ slug }) =>
        tell(`There is no page ${slug}.`, `Link to a page by its slug.${near(slug, slugs)}`),
      ),
    ];
  });
}

function near(name: string, known: Iterable<string>): string {
  const found = nearest(name, known);
  return found === undefined ? "" : ` Did you mean ${found}?`;
}
