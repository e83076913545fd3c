import type { Timeline } from "../history/timeline.js";
import { Replay } from "./choices.js";
import { ContractView } from "./contract-view.js";
import type { Unit } from "./unit.js";

/**
 * The newest gate without which an example no longer fails; null where none makes a difference.
 * `unitIn` finds the same proof at another contract.
 */
export function blamedGate(
  timeline: Timeline,
  { contract, world }: ContractView,
  unit: Unit,
  tape: readonly number[],
): string | null {
  for (const gate of [...contract.gates].reverse()) {
    const gone = new Set(timeline.goingAlong(gate));
    const without = timeline.withGates(new Set(contract.gates.filter((one) => !gone.has(one))));
    if (holds(unit.at(new ContractView(without, world, "")), tape)) return gate;
  }
  return null;
}

function holds(unit: Unit | undefined, tape: readonly number[]): boolean {
  try {
    unit?.check(new Replay(tape));
    return true;
  } catch {
    return false;
  }
}
