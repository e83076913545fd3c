import type { FloorResource } from "holdfast/floor";
import type { Direction } from "../report/severity.js";
import type { Compared, ResourcePair } from "./compare-object.js";

/** Changes of one thing, and the resources that stand in it. */
export interface Node extends Compared {
  readonly noticed: Map<Direction, Set<string>>;
}

/** The arms of a union of resources that both sides have. */
export function armPairs(was: FloorResource, is: FloorResource): ResourcePair[] {
  return Object.entries(was.arms ?? {}).flatMap(([arm, before]) => {
    const now = is.arms?.[arm];
    return now === undefined ? [] : [{ before, now }];
  });
}

/** Says that an operation notices what stands at a node. */
export function note(node: Node, direction: Direction, operation: string): void {
  const known = node.noticed.get(direction) ?? new Set();
  node.noticed.set(direction, known.add(operation));
}

/** The operations by direction, in one order. */
export function frozen(noticed: ReadonlyMap<Direction, ReadonlySet<string>>) {
  return new Map([...noticed].map(([direction, names]) => [direction, [...names].sort()] as const));
}
