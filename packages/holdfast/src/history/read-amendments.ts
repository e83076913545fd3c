import { isMap, isSeq, type Node, type Pair } from "yaml";
import { factsOf, unknownKey, whatIsWrong } from "./read-gates.js";
import type { Reading } from "./reading.js";
import { isDay } from "./version-names.js";
import type { GateEntry, Version } from "./versions.js";

/**
 * What was changed on a date at versions that had been released before: a gate was revoked from
 * them or granted to them. The only thing that may lower a floor.
 */
export interface Amendment {
  readonly date: string;
  readonly effect: "revokes" | "grants";
  readonly gate: string;
  /** The first version that it changed; null for the oldest that it can change. */
  readonly from: string | null;
  /** The last one; null for the newest that it can change, and those still to come. */
  readonly to: string | null;
  readonly description: string;
  /** The gate's entry, where no version lists it: its behaviour ended for all of them. */
  readonly entry: GateEntry | null;
}

const KEYS = new Set(["date", "revokes", "grants", "from", "to", "description", "fact"]);

/** Reads the list of amends. */
export function readAmendments(
  pair: Pair<Node, Node | null> | undefined,
  versions: readonly Version[],
  reading: Reading,
): Amendment[] {
  if (!pair) return [];
  if (!isSeq(pair.value)) {
    reading.tell("amend_malformed", { reason: "it is no list" }, reading.at(pair.key));
    return [];
  }
  const listed = new Set(versions.flatMap(({ gates }) => gates.map(({ gate }) => gate)));
  const names = versions.map(({ name }) => name);
  const found: Amendment[] = [];
  for (const item of pair.value.items) {
    const location = reading.at(item);
    const entry = isMap(item) ? (item.toJSON() as Record<string, unknown>) : {};
    const last = found.at(-1)?.date;
    const reason = problemOf(entry, names) ?? unordered(String(entry.date), last);
    if (reason !== undefined) {
      reading.tell("amend_malformed", { reason }, location);
      continue;
    }
    const effect = entry.revokes === undefined ? "grants" : "revokes";
    const gate = entry[effect] as string;
    if (effect === "grants" && !listed.has(gate)) {
      reading.tell("amend_unknown_gate", { gate, date: String(entry.date) }, location);
      continue;
    }
    const own = listed.has(gate) ? null : ownEntry(entry, gate, reading, item);
    listed.add(gate);
    found.push({
      date: entry.date as string,
      effect,
      gate,
      from: (entry.from ?? null) as string | null,
      to: (entry.to ?? null) as string | null,
      description: entry.description as string,
      entry: own,
    });
  }
  return found;
}

function ownEntry(
  entry: Readonly<Record<string, unknown>>,
  gate: string,
  reading: Reading,
  item: unknown,
): GateEntry {
  return {
    gate,
    description: entry.description as string,
    facts: factsOf(entry),
    planned: false,
    version: `amend ${entry.date}`,
    location: reading.at(item),
  };
}

function problemOf(
  entry: Readonly<Record<string, unknown>>,
  versions: readonly string[],
): string | undefined {
  const { date, revokes, grants, from, to } = entry;
  const unknown = unknownKey(entry, KEYS);
  if (unknown !== undefined) return unknown;
  if (typeof date !== "string" || !isDay(date)) return "it has no `date`";
  if ((revokes === undefined) === (grants === undefined)) {
    return "it has not one of `revokes` and `grants`";
  }
  const wrong = whatIsWrong(entry, revokes === undefined ? "grants" : "revokes");
  if (wrong !== undefined) return wrong;
  for (const [name, version] of Object.entries({ from, to })) {
    if (version !== undefined && !versions.includes(version as string)) {
      return `its \`${name}\`, ${version}, is no version`;
    }
  }
  if (from === undefined || to === undefined) return undefined;
  const order = versions.indexOf(from as string) - versions.indexOf(to as string);
  return order > 0 ? `${from} is not before ${to}` : undefined;
}

function unordered(date: string, last: string | undefined): string | undefined {
  return last !== undefined && date < last ? `${date} stands after ${last}` : undefined;
}
