import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Location } from "../definition/location.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";

/** A gate as the history lists it. */
export interface GateEntry {
  readonly gate: string;
  readonly description: string;
  /** The facts of a published history that it stands for. */
  readonly facts: readonly string[];
  /** Described, but not built. */
  readonly planned: boolean;
  readonly version: string;
  readonly location: Location;
}

/** A version and the gates whose behaviour ended with it. */
export interface Version {
  readonly name: string;
  readonly gates: readonly GateEntry[];
}

/** The whole history, oldest version first. */
export interface History {
  readonly file: string;
  readonly versions: readonly Version[];
  readonly diagnostics: readonly Diagnostic[];
}

const VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z][a-z0-9-]*)?$/;
const GATE = /^[a-z][a-z0-9_]*$/;
const KEYS = new Set(["gate", "description", "fact", "planned"]);

/** Reads a `versions.yaml`. What is wrong with it is told, not thrown. */
export function parseHistory(text: string, file: string): History {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const diagnostics: Diagnostic[] = [];
  const at = (node: unknown): Location => ({
    file,
    line: lines.linePos((node as Node | undefined)?.range?.[0] ?? 0).line,
  });
  for (const problem of document.errors) {
    const location = { file, line: lines.linePos(problem.pos[0]).line };
    diagnostics.push(
      diagnostic("history_unreadable", { reason: firstLine(problem.message) }, location),
    );
  }
  if (!isMap(document.contents)) {
    if (diagnostics.length === 0) {
      diagnostics.push(diagnostic("history_malformed", {}, { file, line: 1 }));
    }
    return { file, versions: [], diagnostics };
  }
  const seen = new Map<string, string>();
  const versions: Version[] = [];
  for (const pair of document.contents.items as Pair<Node, Node | null>[]) {
    const name = String(isScalar(pair.key) ? pair.key.value : pair.key);
    checkVersion(name, versions.at(-1)?.name, at(pair.key), diagnostics);
    const gates = readGates(pair, name, at, diagnostics);
    for (const entry of gates) {
      const other = seen.get(entry.gate);
      if (other !== undefined) {
        const details = { gate: entry.gate, version: name, other };
        diagnostics.push(diagnostic("gate_duplicate", details, entry.location));
      }
      seen.set(entry.gate, name);
    }
    versions.push({ name, gates });
  }
  if (versions.length === 0)
    diagnostics.push(diagnostic("history_malformed", {}, { file, line: 1 }));
  for (const { gate, version, location } of versions[0]?.gates ?? []) {
    diagnostics.push(diagnostic("genesis_missing", { gate, version }, location));
  }
  return { file, versions, diagnostics };
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").replace(/( at line \d+, column \d+)?[.:]*$/, "");
}

function checkVersion(
  name: string,
  previous: string | undefined,
  location: Location,
  diagnostics: Diagnostic[],
): void {
  if (name !== "genesis" && !isVersionName(name)) {
    diagnostics.push(diagnostic("version_malformed", { version: name }, location));
  } else if (previous !== undefined && previous !== "genesis" && !(previous < name)) {
    diagnostics.push(diagnostic("versions_out_of_order", { version: name, previous }, location));
  } else if (previous !== undefined && name === "genesis") {
    diagnostics.push(diagnostic("versions_out_of_order", { version: name, previous }, location));
  }
}

/** Whether a name is a real date, with or without a release name. */
function isVersionName(name: string): boolean {
  if (!VERSION.test(name)) return false;
  const day = name.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function readGates(
  pair: Pair<Node, Node | null>,
  version: string,
  at: (node: unknown) => Location,
  diagnostics: Diagnostic[],
): GateEntry[] {
  if (!isSeq(pair.value)) {
    diagnostics.push(diagnostic("history_malformed", {}, at(pair.key)));
    return [];
  }
  const gates: GateEntry[] = [];
  for (const item of pair.value.items) {
    const location = at(item);
    const entry = isMap(item) ? (item.toJSON() as Record<string, unknown>) : {};
    const reason = whatIsWrong(entry);
    if (reason !== undefined) {
      diagnostics.push(diagnostic("gate_malformed", { version, reason }, location));
      continue;
    }
    gates.push({
      gate: entry.gate as string,
      description: entry.description as string,
      facts: [entry.fact ?? []].flat() as string[],
      planned: entry.planned === true,
      version,
      location,
    });
  }
  return gates;
}

function whatIsWrong(entry: Record<string, unknown>): string | undefined {
  const unknown = Object.keys(entry).find((key) => !KEYS.has(key));
  if (unknown !== undefined) return `it has the unknown key ${unknown}`;
  const gate = entry.gate;
  if (typeof gate !== "string") return "it has no `gate`";
  if (!GATE.test(gate)) return `${gate} is not in snake_case`;
  const description = entry.description;
  if (typeof description !== "string" || description.trim() === "") {
    return `${gate} has no description`;
  }
  const facts = [entry.fact ?? []].flat();
  if (!facts.every((fact) => typeof fact === "string")) return `the fact of ${gate} is not a name`;
  const planned = entry.planned;
  if (planned !== undefined && typeof planned !== "boolean") {
    return `planned of ${gate} is neither true nor false`;
  }
  return undefined;
}
