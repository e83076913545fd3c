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
import { indexes, type Kind, kindOf, nameOf, valueAt } from "./fields.js";

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
  /** Whether there is a param, too, that it is about. */
  readonly onParam: boolean;
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

/** A field as it stands at the version that the walk back has reached. */
interface Standing {
  name: string;
  /** What the value that is `open` today is called. */
  open: string;
  readonly kind: Kind;
  /** Its place among today's fields; undefined for what only old versions have. */
  readonly index: number | undefined;
}

/**
 * A history of so many versions, of which so many change the resource, and the method that makes
 * it: fields are renamed, enum values are renamed, fields come and go, so that there are always
 * about as many.
 */
export function longHistory(versions: number, touching: number): LongHistory {
  const standing = indexes.map(
    (index): Standing => ({ name: nameOf(index), open: "open", kind: kindOf(index), index }),
  );
  const kept = new Map<string, string>();
  const steps = versions - 1;
  const past: PastGate[][] = Array.from({ length: versions }, () => []);
  for (let turn = 0; turn < touching; turn++) {
    const step = steps - Math.floor((turn * steps) / touching);
    past[step]?.push(gateOf(turn, standing, kept));
  }
  const oldestParams = new Map(
    standing.flatMap(({ name, open, kind, index }): [string, unknown][] =>
      index === undefined ? [] : [[name, kind === "choice" ? open : valueAt(index)]],
    ),
  );
  return { versions: past, kept, oldestParams };
}

function gateOf(turn: number, standing: Standing[], kept: Map<string, string>): PastGate {
  const gate = `change_${turn}`;
  const what = TURNS[turn % TURNS.length];
  if (what === "values") {
    const one = pick(turn, standing, ["choice"]);
    const deed: Deed = {
      kind: "value_renamed",
      field: one.name,
      before: `open_${turn}`,
      now: one.open,
    };
    one.open = deed.before;
    return both(gate, one, deed, one.name, valuesRenamed({ [deed.before]: deed.now }));
  }
  if (what === "remove") {
    const name = `former_${turn}`;
    kept.set(name, gate);
    standing.push({ name, open: "", kind: "text", index: undefined });
    const deed: Deed = { kind: "removed", field: name };
    return { gate, deed, onParam: false, changes: (item) => [field(item, name, removed())] };
  }
  if (what === "add") {
    // What was removed later was added once.
    const one = standing.find(({ index }) => index === undefined) ?? pick(turn, standing, ["text"]);
    standing.splice(standing.indexOf(one), 1);
    return both(gate, one, { kind: "added", field: one.name }, one.name, added());
  }
  const one = pick(turn, standing, ["text", "count", "flag"]);
  const now = one.name;
  one.name = `${now.replace(/_was_\d+$/, "")}_was_${turn}`;
  const deed: Deed = { kind: "renamed", before: one.name, now };
  return both(gate, one, deed, one.name, renamedTo(now));
}

function pick(turn: number, standing: readonly Standing[], kinds: readonly Kind[]): Standing {
  const fitting = standing.filter(({ kind }) => kinds.includes(kind));
  const found = fitting[(turn * 7) % fitting.length];
  if (!found) throw new TypeError("no field is left to change");
  return found;
}

/** A change of the resource, and of the param that writes the field, where there is one. */
function both(
  gate: string,
  { index }: Standing,
  deed: Deed,
  path: string,
  verb: FieldVerb,
): PastGate {
  return {
    gate,
    deed,
    onParam: index !== undefined,
    changes: (item, create) => [
      field(item, path, verb),
      ...(index === undefined ? [] : [param(create, path, verb)]),
    ],
  };
}
