import type { Contract } from "../contract/contract.js";
import type { Timeline } from "../history/timeline.js";
import { shapeKey } from "./shape-key.js";

/** A contract to prove, and how it is called. */
export interface Subject {
  readonly contract: Contract;
  readonly label: string;
  /** The versions that have it; none where only a grant makes it. */
  readonly versions: readonly string[];
  /** The gate that stands alone in it. */
  readonly alone?: string;
}

/**
 * Every contract that can be asked for, oldest first and drafts last; versions without gates of
 * their own share one.
 */
export function releasedContracts(timeline: Timeline): Subject[] {
  const found = new Map<Contract, string[]>();
  for (const { name } of [...timeline.versions, ...timeline.drafts]) {
    const contract = timeline.at(name);
    if (contract) found.set(contract, [...(found.get(contract) ?? []), name]);
  }
  return [...found].map(([contract, versions]) => ({
    contract,
    versions,
    label: versions[0] ?? "",
  }));
}

/** Each gate that is built, with what it builds on and nothing else. */
export function aloneContracts(timeline: Timeline): Subject[] {
  return [...timeline.modules.keys()].map((gate) => ({
    contract: timeline.withGates(new Set(timeline.comingAlong(gate))),
    versions: [],
    label: `${gate} alone`,
    alone: gate,
  }));
}

/**
 * Each version less one gate and what builds on it, where that makes a new shape: where another
 * set of gates is left of those that change the same things. What is left but changes other things
 * is left out: with it, too, the same things look the same.
 */
export function lessOneContracts(timeline: Timeline, alone: readonly Subject[]): Subject[] {
  const touched = new Map(
    alone.map(({ alone: gate = "", contract }) => [gate, ownersOf(timeline.head, contract)]),
  );
  const found: Subject[] = [];
  for (const gate of timeline.modules.keys()) {
    const mine = touched.get(gate) ?? new Set();
    const gone = new Set(timeline.goingAlong(gate));
    const seen = new Set<string>();
    for (const { contract, label } of releasedContracts(timeline)) {
      if (!contract.gates.includes(gate)) continue;
      const left = contract.gates.filter((one) => !gone.has(one));
      const beside = left.filter((one) => [...(touched.get(one) ?? [])].some((it) => mine.has(it)));
      const key = beside.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const less = timeline.withGates(new Set(beside.flatMap((one) => timeline.comingAlong(one))));
      found.push({ contract: less, versions: [], label: `${label} less ${gate}` });
    }
  }
  return found;
}

/** The resources, methods and errors whose shape a contract changes. */
function ownersOf(newest: Contract, contract: Contract): Set<string> {
  const owners = new Set<string>();
  for (const [name, { shape }] of contract.resources) {
    const was = newest.resources.get(name)?.shape;
    if (was && shapeKey(was) === shapeKey(shape)) continue;
    // A place's shape follows that of its resource, and changes the field that it stands at.
    for (const part of name.split(/[@.']/)) owners.add(part);
  }
  for (const [name, { params }] of contract.methods) {
    const was = newest.methods.get(name)?.params;
    if (was !== params && (!was || shapeKey(was) !== shapeKey(params))) owners.add(name);
  }
  for (const [name, { shape }] of contract.errors) {
    if (newest.errors.get(name)?.shape !== shape) owners.add(name);
  }
  return owners;
}
