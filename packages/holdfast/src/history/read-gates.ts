import { isMap, isSeq, type Node } from "yaml";
import type { Reading } from "./reading.js";
import type { GateEntry } from "./versions.js";

const GATE = /^[a-z][a-z0-9_]*$/;
const KEYS = new Set(["gate", "description", "fact", "planned"]);

/** Reads the list of a version's gates; undefined where it is no list. */
export function readGates(
  list: Node | null | undefined,
  version: string,
  { at, tell }: Reading,
): GateEntry[] | undefined {
  if (!isSeq(list)) return undefined;
  const gates: GateEntry[] = [];
  for (const item of list.items) {
    const location = at(item);
    const entry = isMap(item) ? (item.toJSON() as Record<string, unknown>) : {};
    const reason = unknownKey(entry, KEYS) ?? whatIsWrong(entry, "gate");
    if (reason !== undefined) {
      tell("gate_malformed", { version, reason }, location);
      continue;
    }
    gates.push({
      gate: entry.gate as string,
      description: entry.description as string,
      facts: factsOf(entry),
      planned: entry.planned === true,
      version,
      location,
    });
  }
  return gates;
}

/** Says which key nobody knows. */
export function unknownKey(
  entry: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): string | undefined {
  const unknown = Object.keys(entry).find((key) => !known.has(key));
  return unknown === undefined ? undefined : `it has the unknown key ${unknown}`;
}

/** Says what is wrong with an entry that names a gate under `key`, and describes it. */
export function whatIsWrong(
  entry: Readonly<Record<string, unknown>>,
  key: string,
): string | undefined {
  const gate = entry[key];
  if (typeof gate !== "string") return `it has no \`${key}\``;
  if (!GATE.test(gate)) return `${gate} is not in snake_case`;
  const description = entry.description;
  if (typeof description !== "string" || description.trim() === "") {
    return `${gate} has no description`;
  }
  if (!factsOf(entry).every((fact) => typeof fact === "string")) {
    return `the fact of ${gate} is not a name`;
  }
  const planned = entry.planned;
  if (planned !== undefined && typeof planned !== "boolean") {
    return `planned of ${gate} is neither true nor false`;
  }
  return undefined;
}

/** The facts of a published history that an entry stands for. */
export function factsOf(entry: Readonly<Record<string, unknown>>): readonly string[] {
  return [entry.fact ?? []].flat() as string[];
}
