import { parse as parseYaml } from "yaml";
import {
  LIVE_VERBS,
  type LivePart,
  type LiveVerb,
  type Piece,
  type ProseDocument,
} from "./document.js";
import type { ProseProblem } from "./prose-error.js";

/** A page as it was read, and what is wrong with it. */
interface ReadDocument {
  readonly document: ProseDocument;
  readonly problems: readonly ProseProblem[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/;

/**
 * Reads a page: front matter in YAML (`title`, `description`, `order`), then Markdown, in which
 * fenced blocks called `live` hold parts that follow the version.
 *
 * @param slug `guides/errors`
 */
export function readDocument(text: string, file: string, slug: string): ReadDocument {
  const problems: ProseProblem[] = [];
  const tell = (line: number, message: string, mend: string) =>
    problems.push({ file, line, message, mend });
  const [head, yaml] = FRONT_MATTER.exec(text) ?? ["", undefined];
  const matter = frontMatter(yaml);
  for (const name of ["title", "description"] as const) {
    if (typeof matter?.[name] === "string") continue;
    tell(
      1,
      `The page has no ${name}.`,
      "Begin it with front matter: `---`, then `title:` and `description:`, then `---`.",
    );
  }
  const skipped = head.split("\n").length - 1;
  const pieces = piecesOf(text.slice(head.length), skipped, file, tell);
  const document = {
    slug,
    title: String(matter?.title ?? slug),
    description: String(matter?.description ?? ""),
    order: typeof matter?.order === "number" ? matter.order : Number.POSITIVE_INFINITY,
    file,
    pieces,
  };
  return { document, problems };
}

function frontMatter(yaml: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const matter: unknown = yaml === undefined ? undefined : parseYaml(yaml);
    return typeof matter === "object" && matter !== null ? { ...matter } : undefined;
  } catch {
    return undefined;
  }
}

type Tell = (line: number, message: string, mend: string) => void;

function piecesOf(text: string, skipped: number, file: string, tell: Tell): readonly Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let start = skipped + 1;
  let fence: { readonly marks: string; readonly isLive: boolean } | undefined;
  const flush = (next: number) => {
    if (lines.some((one) => one.trim() !== "")) {
      pieces.push({ kind: "markdown", text: lines.join("\n"), line: start });
    }
    lines = [];
    start = next;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const number = skipped + index + 1;
    const [, marks = "", info = ""] = FENCE.exec(line) ?? [];
    if (fence === undefined) {
      const isLive = marks !== "" && info.trim() === "live";
      if (isLive) flush(number + 1);
      else lines.push(line);
      if (marks !== "") fence = { marks, isLive };
    } else if (closes(marks, info, fence.marks)) {
      if (fence.isLive) {
        pieces.push({ kind: "live", parts: partsOf(lines, start, file, tell) });
        lines = [];
        start = number + 1;
      } else lines.push(line);
      fence = undefined;
    } else lines.push(line);
  }
  if (fence?.isLive) tell(start, "The live block has no end.", "Close it with a fence of its own.");
  flush(start);
  return pieces;
}

function closes(marks: string, info: string, open: string): boolean {
  return info.trim() === "" && marks.startsWith(open);
}

function partsOf(
  lines: readonly string[],
  start: number,
  file: string,
  tell: Tell,
): readonly LivePart[] {
  return lines.flatMap((line, index) => {
    const [verb = "", name, ...only] = line.trim().split(/\s+/);
    if (verb === "") return [];
    const at = { file, line: start + index };
    if (isVerb(verb)) return [{ verb, name, only, at }];
    tell(at.line, `There is no live part called ${verb}.`, `Use one of ${LIVE_VERBS.join(", ")}.`);
    return [];
  });
}

function isVerb(text: string): text is LiveVerb {
  return (LIVE_VERBS as readonly string[]).includes(text);
}
