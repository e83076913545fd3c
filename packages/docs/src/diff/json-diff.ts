import type { Json } from "holdfast";
import { depthOf, type JsonLine, jsonLines } from "./json-lines.js";
import { diffLines } from "./line-diff.js";

/** A line of two JSON texts that are laid over each other; or how many alike were left out. */
export type JsonDiffLine =
  | {
      readonly mark: "same" | "removed" | "added";
      readonly text: string;
      /** How far in it stands, in steps of two spaces. */
      readonly depth: number;
    }
  | { readonly mark: "skipped"; readonly lines: number; readonly depth: number };

/**
 * What differs between two JSON values, line by line: the lines that differ, the lines around them
 * that they stand in, and how many were left out in between. Undefined is a value that is not
 * there. Empty where nothing differs.
 *
 * @param paths what is looked at: `source.last4`; the empty path is everything. Lists are gone
 * through without a word in the path
 */
export function diffJson(
  before: Json | undefined,
  after: Json | undefined,
  paths: readonly string[] = [""],
): readonly JsonDiffLine[] {
  const [older, newer] = [jsonLines(before), jsonLines(after)];
  const isLookedAt = lookedAt(paths);
  // A list is the same list where it is wrapped in an object, one step further in.
  const isWrapped = Array.isArray(before) !== Array.isArray(after);
  const texts = (lines: readonly JsonLine[], value: Json | undefined) =>
    lines.map(({ text }) => (isWrapped && Array.isArray(value) ? `  ${text}` : text));
  const lines = diffLines(texts(older, before), texts(newer, after)).map(({ mark, at }): Line => {
    const { text = "", path = "" } = (mark === "removed" ? older : newer)[at] ?? {};
    const isTold = mark !== "same" && isLookedAt(path);
    return { mark, isTold, text: text.trimStart(), depth: depthOf(text) };
  });
  return lines.some(({ isTold }) => isTold) ? skipOthers(lines, neededLines(lines)) : [];
}

interface Line {
  readonly mark: "same" | "removed" | "added";
  /** Whether it differs, and is looked at. */
  readonly isTold: boolean;
  readonly text: string;
  readonly depth: number;
}

/** Whether a path leads to what is looked at, or into it. */
function lookedAt(paths: readonly string[]): (path: string) => boolean {
  const isWithin = (path: string, whole: string) =>
    whole === "" || path === whole || path.startsWith(`${whole}.`);
  return (path) => paths.some((one) => isWithin(path, one) || isWithin(one, path));
}

/** Which lines are told, open what holds lines that are told, or close it, on either side. */
function neededLines(lines: readonly Line[]): ReadonlySet<Line> {
  const needed = new Set<Line>();
  for (const other of ["added", "removed"] as const) {
    const side = lines.filter(({ mark }) => mark !== other);
    const { parents, partners } = bracketsOf(side);
    for (const told of side.filter(({ isTold }) => isTold)) {
      for (let line: Line | undefined = told; line; line = parents.get(line)) {
        needed.add(line);
        const partner = partners.get(line);
        if (partner) needed.add(partner);
      }
    }
  }
  return needed;
}

/** Which line opens what a line stands in, and which lines open and close the same. */
function bracketsOf(side: readonly Line[]) {
  const parents = new Map<Line, Line>();
  const partners = new Map<Line, Line>();
  const open: Line[] = [];
  for (const line of side) {
    if (/^[}\]]/.test(line.text)) {
      const opener = open.pop();
      if (opener) partners.set(line, opener).set(opener, line);
    }
    const parent = open.at(-1);
    if (parent) parents.set(line, parent);
    if (/[{[]$/.test(line.text)) open.push(line);
  }
  return { parents, partners };
}

/** One line is as short as what would say that it is left out. */
function skipOthers(lines: readonly Line[], needed: ReadonlySet<Line>): readonly JsonDiffLine[] {
  const shown: JsonDiffLine[] = [];
  let skipped: Line[] = [];
  const tell = () => {
    const [first] = skipped;
    if (first && (skipped.length > 1 || first.mark !== "same")) {
      shown.push({ mark: "skipped", lines: skipped.length, depth: first.depth });
    } else shown.push(...skipped.map(shownLine));
    skipped = [];
  };
  for (const line of lines) {
    if (!needed.has(line)) {
      skipped.push(line);
      continue;
    }
    tell();
    shown.push(shownLine(line));
  }
  tell();
  return shown;
}

function shownLine({ mark, text, depth }: Line): JsonDiffLine {
  return { mark, text, depth };
}
