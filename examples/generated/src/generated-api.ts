import { type Api, bootApiFrom, gate } from "holdfast";
import { defineApi } from "./definitions.js";
import { makePast, type PastVersion } from "./past.js";
import { planApi } from "./plan-api.js";
import { Random } from "./random.js";

/** How large a made-up API is. */
export interface GeneratedSize {
  readonly methods: number;
  /** Versions, genesis included; at least one. */
  readonly versions: number;
  readonly seed?: number;
}

/**
 * Boots an API that is made up from a seed: five methods to a resource of 25 fields, and a past
 * with the published history's mix of changes. The same size and seed give the same API.
 */
export function generatedApi({ methods, versions, seed = 1 }: GeneratedSize): Api {
  const random = new Random(seed);
  const plan = planApi(methods, random);
  const past = makePast(plan, versions, random);
  const { built, ...options } = defineApi(plan);
  const modules = past.flatMap(({ gates }) =>
    gates.map((one) => gate(one.gate, one.changes(built))),
  );
  return bootApiFrom(options, historyText(past), modules);
}

/** The past as a `versions.yaml`. */
function historyText(past: readonly PastVersion[]): string {
  const lines = past.flatMap(({ name, gates }) => [
    `${name}:${gates.length === 0 ? " []" : ""}`,
    ...gates.flatMap((one) => [`  - gate: ${one.gate}`, `    description: ${one.description}`]),
  ]);
  return lines.join("\n");
}
