import type { MethodShape } from "../contract/contract.js";
import { nothingLoaded } from "./event-names.js";
import { compileExpr } from "./expr.js";
import type { CompiledResources } from "./scope-compiler.js";

/** Whether a record that a method returns is something that the contract does not have. */
export type IsHidden = (record: unknown) => boolean;

/** Finds records of what the contract does not have; undefined where it hides nothing. */
export function compileHidden(
  { returns }: MethodShape,
  resources: CompiledResources,
): IsHidden | undefined {
  if (returns.name !== "resource" || returns.resource === undefined) return undefined;
  const resource = resources.get(returns.resource);
  const tests = [...resource.shape.fields.values()].flatMap(({ info, value }) => {
    const hides = info.kind.hides?.(resources.plain);
    return hides ? [{ hides, read: compileExpr(value, resources.access(resource)) }] : [];
  });
  if (tests.length === 0) return undefined;
  return (record) => tests.some(({ hides, read }) => hides(read(record, nothingLoaded)));
}
