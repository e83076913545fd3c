import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { affectedOf } from "./affected.js";
import { compareContracts } from "./compare.js";
import type { Difference } from "./difference.js";

/** What a gate did, and what feels it. */
interface Effect {
  readonly differences: readonly Difference[];
  readonly affects: readonly SubjectRef[];
}

const NOTHING: Effect = { differences: [], affects: [] };
const known = new WeakMap<Api, Map<string, Effect>>();

/**
 * What a gate alone did when it ended, at the version that ended it; nothing for one that is only
 * planned.
 */
export function differencesOfGate(api: Api, gate: string): readonly Difference[] {
  return effectOf(api, gate).differences;
}

/** What a gate's end touched: methods, resources, events and errors, and the methods that show them. */
export function affectedBy(api: Api, gate: string): readonly SubjectRef[] {
  return effectOf(api, gate).affects;
}

function effectOf(api: Api, gate: string): Effect {
  const those = known.get(api) ?? new Map<string, Effect>();
  known.set(api, those);
  const effect = those.get(gate) ?? effectAt(api, gate);
  those.set(gate, effect);
  return effect;
}

function effectAt(api: Api, gate: string): Effect {
  const sides = sidesOf(api, gate);
  if (!sides) return NOTHING;
  const differences = compareContracts(...sides, api.definitions).map((one) => ({
    ...one,
    gates: [gate],
  }));
  return { differences, affects: affectedOf(differences, sides) };
}

/** The contract with the gate, and the one without: both with whatever the gate builds on. */
function sidesOf({ timeline }: Api, gate: string): readonly [Contract, Contract] | undefined {
  const entry = timeline.gates.get(gate);
  const newest = entry && (timeline.at(entry.version) ?? timeline.newest);
  if (!entry || entry.planned || !newest) return undefined;
  const needed = new Set([...newest.gates, ...timeline.comingAlong(gate)]);
  needed.delete(gate);
  const without = needed.size === newest.gates.length ? newest : timeline.withGates(needed);
  const all = [...timeline.versions, ...timeline.drafts];
  const before = timeline.at(all[timeline.rank(entry.version) - 1]?.name ?? "");
  const isThat =
    before?.gates.length === needed.size + 1 &&
    before.gates.every((one) => one === gate || needed.has(one));
  return [isThat ? before : timeline.withGates(new Set([...needed, gate])), without];
}
