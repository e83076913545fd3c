import type { Timeline } from "../history/timeline.js";
import { Replay } from "./choices.js";
import { ContractView } from "./contract-view.js";
import type { Unit } from "./unit.js";

/**
 * The newest gate without which an example no longer fails, where a gate that takes no other along
 * goes before one that does; null where none makes a difference.
 */
export async function blamedGate(
  timeline: Timeline,
  { contract, world }: ContractView,
  unit: Unit,
  tape: readonly number[],
): Promise<string | null> {
  let blamed: { readonly gate: string; readonly takes: number } | undefined;
  for (const gate of [...contract.gates].reverse()) {
    const gone = new Set(timeline.goingAlong(gate));
    const left = contract.gates.filter((one) => !gone.has(one));
    const takes = contract.gates.length - left.length;
    if (blamed && blamed.takes <= takes) continue;
    const without = timeline.withGates(new Set(left));
    if (!(await holds(unit.at(new ContractView(without, world, "")), tape))) continue;
    blamed = { gate, takes };
    if (takes === 1) break;
  }
  return blamed?.gate ?? null;
}

async function holds(unit: Unit | undefined, tape: readonly number[]): Promise<boolean> {
  try {
    await unit?.check(new Replay(tape));
    return true;
  } catch {
    return false;
  }
}
