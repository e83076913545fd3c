import {
  added,
  type Change,
  type FieldVerb,
  field,
  type MethodDefinition,
  param,
  type ResourceDefinition,
  removed,
  renamedTo,
  valuesRenamed,
} from "holdfast";
import { indexes, kindOf, nameOf, valueAt } from "./fields.js";

/** What a gate says, as data: for peers in other languages. */
export type Deed =
  | { readonly kind: "renamed"; readonly before: string; readonly now: string }
  | {
      readonly kind: "value_renamed";
      readonly field: string;
      readonly before: string;
      readonly now: string;
    }
  | { readonly kind: "removed"; readonly field: string }
  | { readonly kind: "added"; readonly field: string };

/** A gate of the made-up history, before the definitions that it is about exist. */
export interface PastGate {
  readonly gate: string;
  readonly deed: Deed;
  changes(item: ResourceDefinition, create: MethodDefinition): readonly Change[];
}

/** A history, and what the oldest version calls things. */
export interface LongHistory {
  /** The gates of each version, oldest first; genesis is first, and has none. */
  readonly versions: readonly (readonly PastGate[])[];
  /** Fields that only old versions have, with their gates. */
  readonly kept: ReadonlyMap<string, string>;
  /** What an oldest caller sends for the fields that it knows. */
  readonly oldestParams: ReadonlyMap<string, unknown>;
}

/** What happens, over and over: mostly renames, as in real histories. */
const TURNS = ["rename", "values", "rename", "remove", "rename", "add", "rename"] as const;

interface Name {
  name: string;
  open: string;
}

/**
 * A history of so many versions, of which so many change the resource, and the method that makes
 * it: fields are renamed, enum values are renamed, fields come and go.
 */
export function longHistory(versions: number, touching: number): LongHistory {
  const names = new Map<number, Name>(
    indexes.map((index) => [index, { name: nameOf(index), open: "open" }]),
  );
  const kept = new Map<string, string>();
  const steps = versions - 1;
  const past: PastGate[][] = Array.from({ length: versions }, () => []);
  for (let turn = 0; turn < touching; turn++) {
    const step = steps - Math.floor((turn * steps) / touching);
    past[step]?.push(gateOf(turn, names, kept));
  }
  const oldestParams = new Map(
    [...names].map(([index, { name, open }]) => [
      name,
      kindOf(index) === "choice" ? open : valueAt(index),
    ]),
  );
  return { versions: past, kept, oldestParams };
}

function gateOf(turn: number, names: Map<number, Name>, kept: Map<string, string>): PastGate {
  const gate = `change_${turn}`;
  const what = TURNS[turn % TURNS.length];
  if (what === "values") return valuesGate(gate, turn, names);
  if (what === "remove") {
    const name = `former_${turn}`;
    kept.set(name, gate);
    const deed: Deed = { kind: "removed", field: name };
    return { gate, deed, changes: (item) => [field(item, name, removed())] };
  }
  // Never all of them: the last fields stay.
  const [index, known] = pick(turn, names, what === "add" ? ["text"] : ["text", "count", "flag"]);
  const now = known.name;
  if (what === "add" && names.size > indexes.length - 5) {
    names.delete(index);
    return both(gate, { kind: "added", field: now }, now, added());
  }
  known.name = `${now.replace(/_was_\d+$/, "")}_was_${turn}`;
  const deed: Deed = { kind: "renamed", before: known.name, now };
  return both(gate, deed, known.name, renamedTo(now));
}

function valuesGate(gate: string, turn: number, names: Map<number, Name>): PastGate {
  const [, known] = pick(turn, names, ["choice"]);
  const now = known.open;
  known.open = `open_${turn}`;
  const deed: Deed = { kind: "value_renamed", field: known.name, before: known.open, now };
  return both(gate, deed, known.name, valuesRenamed({ [known.open]: now }));
}

function pick(turn: number, names: Map<number, Name>, kinds: readonly string[]): [number, Name] {
  const fitting = [...names].filter(([index]) => kinds.includes(kindOf(index)));
  const found = fitting[(turn * 7) % fitting.length];
  if (!found) throw new TypeError("no field is left to change");
  return found;
}

function both(gate: string, deed: Deed, path: string, verb: FieldVerb): PastGate {
  return {
    gate,
    deed,
    changes: (item, create) => [field(item, path, verb), param(create, path, verb)],
  };
}
