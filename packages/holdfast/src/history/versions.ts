import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Location } from "../definition/location.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Amendment, readAmendments } from "./read-amendments.js";
import { readDrafts } from "./read-drafts.js";
import { readVersion } from "./read-version.js";
import type { Reading } from "./reading.js";
import type { Retirement } from "./retirement.js";
import { GENESIS, isVersionName } from "./version-names.js";

/** A gate as the history lists it. */
export interface GateEntry {
  readonly gate: string;
  readonly description: string;
  /** The facts of a published history that it stands for. */
  readonly facts: readonly string[];
  /** Described, but not built. */
  readonly planned: boolean;
  /** The version that ended it, the draft that will, or the amend that did, for every version. */
  readonly version: string;
  readonly location: Location;
}

/** A version and the gates whose behaviour ended with it. */
export interface Version {
  readonly name: string;
  readonly gates: readonly GateEntry[];
  /** That it is on its way out, if it is. */
  readonly retirement?: Retirement;
}

/** The whole history, oldest version first. */
export interface History {
  readonly file: string;
  readonly versions: readonly Version[];
  /** What is not released yet, first to be released first. Named as callers ask for it. */
  readonly drafts: readonly Version[];
  /** What was changed at versions after their release, oldest first. */
  readonly amendments: readonly Amendment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a `versions.yaml`. What is wrong with it is told, not thrown. */
export function parseHistory(text: string, file: string): History {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = {
    at: (node) => ({ file, line: lines.linePos((node as Node | null)?.range?.[0] ?? 0).line }),
    tell: (id, details, at) => diagnostics.push(diagnostic(id, details, at)),
  };
  for (const problem of document.errors) {
    const location = { file, line: lines.linePos(problem.pos[0]).line };
    reading.tell("history_unreadable", { reason: firstLine(problem.message) }, location);
  }
  if (!isMap(document.contents)) {
    if (diagnostics.length === 0) reading.tell("history_malformed", {}, { file, line: 1 });
    return { file, versions: [], drafts: [], amendments: [], diagnostics };
  }
  const pairs = document.contents.items as Pair<Node, Node | null>[];
  return { file, ...readHistory(pairs, reading, { file, line: 1 }), diagnostics };
}

function readHistory(pairs: readonly Pair<Node, Node | null>[], reading: Reading, top: Location) {
  const versions: Version[] = [];
  const special = new Map<string, Pair<Node, Node | null>>();
  for (const pair of pairs) {
    const name = String(isScalar(pair.key) ? pair.key.value : pair.key);
    if (name === "next" || name === "amend") {
      special.set(name, pair);
      continue;
    }
    const previous = [...special.keys()].at(-1) ?? versions.at(-1)?.name;
    checkVersion(name, previous, reading.at(pair.key), reading);
    versions.push(readVersion(pair, name, reading));
  }
  if (versions.length === 0) reading.tell("history_malformed", {}, top);
  checkOldest(versions, reading);
  const last = pairs.findLast((pair) => ![...special.values()].includes(pair));
  checkNewest(versions.at(-1), reading, reading.at(last?.key));
  const drafts = readDrafts(special.get("next"), versions.at(-1)?.name ?? "", reading);
  const listed = [...versions, ...drafts];
  checkGatesOnce(listed, reading);
  const amendments = readAmendments(special.get("amend"), listed, reading);
  return { versions, drafts, amendments };
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/( at line \d+, column \d+)?[.:]*$/, "");
}

function checkVersion(
  name: string,
  previous: string | undefined,
  location: Location,
  { tell }: Reading,
): void {
  const ordered =
    previous === undefined || (name !== GENESIS && (previous === GENESIS || previous < name));
  if (name !== GENESIS && !isVersionName(name)) {
    tell("version_malformed", { version: name }, location);
  } else if (previous !== undefined && !ordered) {
    tell("versions_out_of_order", { version: name, previous }, location);
  }
}

function checkOldest([oldest]: readonly Version[], { tell }: Reading): void {
  for (const { gate, version, location } of oldest?.gates ?? []) {
    tell("genesis_missing", { gate, version }, location);
  }
}

/** Whoever is held at the newest version has nowhere to move to. */
function checkNewest(newest: Version | undefined, { tell }: Reading, location: Location): void {
  if (newest?.retirement?.sunset) tell("newest_retired", { version: newest.name }, location);
}

function checkGatesOnce(versions: readonly Version[], { tell }: Reading): void {
  const seen = new Map<string, string>();
  for (const { gate, version, location } of versions.flatMap(({ gates }) => gates)) {
    const other = seen.get(gate);
    if (other !== undefined) tell("gate_duplicate", { gate, version, other }, location);
    seen.set(gate, version);
  }
}
