import type { Json } from "holdfast";
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
 */
export function diffJson(
  before: Json | undefined,
  after: Json | undefined,
): readonly JsonDiffLine[] {
  const lines = diffLines(jsonLines(before), jsonLines(after)).map(({ mark, text }) => ({
    mark,
    text: text.trimStart(),
    depth: (text.length - text.trimStart().length) / 2,
  }));
  if (lines.every(({ mark }) => mark === "same")) return [];
  const needed = parentsOfChanges(lines);
  return skipOthers(lines, needed);
}

/** A JSON value as it is shown, in lines; none where there is no value. */
export function jsonLines(value: Json | undefined): readonly string[] {
  return value === undefined ? [] : JSON.stringify(value, null, 2).split("\n");
}

interface Line {
  readonly mark: "same" | "removed" | "added";
  readonly text: string;
  readonly depth: number;
}

/** Which lines differ, open what holds lines that differ, or close it, on either side. */
function parentsOfChanges(lines: readonly Line[]): ReadonlySet<Line> {
  const needed = new Set<Line>();
  for (const other of ["added", "removed"] as const) {
    const side = lines.filter(({ mark }) => mark !== other);
    for (const line of [
      ...around(side, /[{[]$/, /^[}\]]/),
      ...around([...side].reverse(), /^[}\]]/, /[{[]$/),
    ]) {
      needed.add(line);
    }
  }
  return needed;
}

/** Which lines differ, what stands around them at the far end, and what ends where they begin. */
function around(way: readonly Line[], begins: RegExp, ends: RegExp): readonly Line[] {
  let depth = 0;
  const open = new Set<number>();
  return way.filter((line) => {
    if (line.mark !== "same") {
      depth = Math.max(depth, line.depth);
      if (begins.test(line.text)) open.add(line.depth);
      return true;
    }
    if (line.depth < depth) depth = line.depth;
    else if (!open.has(line.depth) || !ends.test(line.text)) return false;
    open.delete(line.depth);
    return true;
  });
}

/** One line is as short as what would say that it is left out. */
function skipOthers(lines: readonly Line[], needed: ReadonlySet<Line>): readonly JsonDiffLine[] {
  const shown: JsonDiffLine[] = [];
  let skipped: Line[] = [];
  const tell = () => {
    const [first] = skipped;
    if (first && skipped.length > 1) {
      shown.push({ mark: "skipped", lines: skipped.length, depth: first.depth });
    } else shown.push(...skipped);
    skipped = [];
  };
  for (const line of lines) {
    if (!needed.has(line)) {
      skipped.push(line);
      continue;
    }
    tell();
    shown.push(line);
  }
  tell();
  return shown;
}
