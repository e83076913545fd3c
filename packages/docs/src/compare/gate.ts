import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { affectedOf } from "./affected.js";
import { compareContracts } from "./compare.js";
import type { Difference } from "./difference.js";

type Kept<T> = WeakMap<Api, Map<string, T>>;

const differences: Kept<readonly Difference[]> = new WeakMap();
const touched: Kept<readonly SubjectRef[]> = new WeakMap();

/**
 * What a gate alone did when it ended, at the version that ended it; nothing for one that is only
 * planned.
 */
export function differencesOfGate(api: Api, gate: string): readonly Difference[] {
  return kept(differences, api, gate, () => {
    const sides = sidesOf(api, gate);
    const found = sides ? compareContracts(...sides, api.definitions) : [];
    return found.map((one) => ({ ...one, gates: [gate] }));
  });
}

/**
 * What a gate's end touched: methods, resources, events and errors, and the methods and events that
 * show them.
 */
export function affectedBy(api: Api, gate: string): readonly SubjectRef[] {
  return kept(touched, api, gate, () => {
    const sides = sidesOf(api, gate);
    return sides ? affectedOf(differencesOfGate(api, gate), sides) : [];
  });
}

function kept<T>(all: Kept<T>, api: Api, gate: string, make: () => T): T {
  const those = all.get(api) ?? new Map<string, T>();
  all.set(api, those);
  const found = those.get(gate) ?? make();
  those.set(gate, found);
  return found;
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
