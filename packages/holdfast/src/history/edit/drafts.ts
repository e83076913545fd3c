import { isMap, isSeq, type Node, type YAMLMap } from "yaml";
import { EditError, type Entry, nameOf, type Source, shift } from "./source.js";

/** A gate as it is written, at column 0, with the comments above it. */
export interface GateBlock {
  readonly gate: string;
  readonly lines: readonly string[];
}

/** A draft as it is written. */
export interface DraftBlock {
  /** The version that it is meant to become; null for one without a date. */
  readonly version: string | null;
  /** The comments above it, at column 0. */
  readonly comments: readonly string[];
  readonly gates: readonly GateBlock[];
}

/** The drafts under `next`. Throws an EditError where they cannot be edited. */
export function readDraftBlocks(source: Source): readonly DraftBlock[] {
  const next = source.find("next");
  if (!next) return [];
  const first = source.line(next.key) + 1;
  if (!isMap(next.value)) {
    return [{ version: null, comments: [], gates: gateBlocks(source, next, first) }];
  }
  refuseFlow(next.value);
  let least = first;
  return (next.value.items as Entry[]).map((entry) => {
    const line = source.line(entry.key);
    const comments = source.lines.slice(source.commentStart(line, least), line);
    least = source.end(entry);
    return {
      version: nameOf(entry.key),
      comments: shift(comments, source.column(entry.key), 0),
      gates: gateBlocks(source, entry, line + 1),
    };
  });
}

function gateBlocks(source: Source, { value }: Entry, first: number): GateBlock[] {
  if (!isSeq(value)) throw new EditError("What stands under `next` is no list of gates.");
  if (value.items.length === 0) return [];
  refuseFlow(value);
  const column = source.column(value);
  let least = first;
  return (value.items as Node[]).map((item) => {
    const end = source.endOf(item);
    const lines = source.lines.slice(source.commentStart(source.line(item), least), end);
    least = end;
    return { gate: String((item as YAMLMap).get("gate")), lines: shift(lines, column, 0) };
  });
}

function refuseFlow(node: { flow?: boolean }): void {
  if (node.flow) {
    throw new EditError("What stands under `next` is written in brackets: give each gate a line.");
  }
}

/** Writes drafts under `next`; no lines where there are none. */
export function writeDrafts(drafts: readonly DraftBlock[]): string[] {
  const [only] = drafts;
  if (!only) return [];
  if (drafts.length === 1 && only.version === null) return [...writeGates("next", only.gates)];
  return [
    "next:",
    ...drafts.flatMap(({ version, comments, gates }) =>
      shift([...comments, ...writeGates(version ?? "", gates)], 0, 2),
    ),
  ];
}

/** Writes gates below a name, at column 0. */
export function writeGates(name: string, gates: readonly GateBlock[]): string[] {
  if (gates.length === 0) return [`${name}: []`];
  return [
    `${name}:`,
    ...shift(
      gates.flatMap(({ lines }) => lines),
      0,
      2,
    ),
  ];
}

/** The history with other drafts: all that does not stand under `next` stays as it was. */
export function replaceDrafts(
  source: Source,
  drafts: readonly DraftBlock[],
  released: readonly string[] = [],
): string {
  const written = writeDrafts(drafts);
  const { from, to } = placeOf(source);
  const before = source.lines.slice(0, from);
  const after = source.lines.slice(to);
  const parts = [released, written].filter((lines) => lines.length > 0);
  const spaced = parts.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
  // What was taken out leaves no gap.
  const rest = spaced.length === 0 && after[0] === "" ? after.slice(1) : after;
  return [...before, ...spaced, ...rest].join("\n");
}

/** The lines of `next`, or where it would stand: after the versions. */
function placeOf(source: Source): { readonly from: number; readonly to: number } {
  const next = source.find("next");
  if (next) return { from: source.line(next.key), to: source.end(next) };
  const last = source.entries.findLast(({ key }) => nameOf(key) !== "amend");
  const end = last ? source.end(last) : 0;
  return { from: end, to: end };
}
