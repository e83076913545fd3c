import type { ResourceShape } from "./contract.js";

/** For a union of resources: what each arm is rendered as at this contract, by the arm's name. */
export function armsOfUnion({ definition, arms }: ResourceShape): ReadonlyMap<string, string> {
  const own = [...(definition.arms ?? [])].map(([arm, { name }]) => [arm, name] as const);
  return new Map([...own, ...(arms ?? [])]);
}
