import type { DraftContract } from "../contract/draft-contract.js";
import type { Guard } from "../contract/guards.js";
import type { Expr } from "../definition/expr.js";
import { type Path, parsePath, samePath } from "../definition/path.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { unfit } from "./change.js";
import { fieldWithin, shownValues } from "./shown-values.js";

/** The records of a resource that show `is` in a field, both as this version has them. */
export function guardOn(
  object: ResourceDefinition,
  draft: DraftContract,
  by: string,
  is: string,
): Guard {
  const resources = [...(object.arms?.values() ?? [object])].map(({ name }) => name);
  const found = resources.flatMap((resource) => {
    const root = draft.resources.object(resource);
    const field = root && fieldWithin(root, parsePath(by));
    return field ? [{ resource, field }] : [];
  });
  const [first] = found;
  if (!first) return unfit(`${object.name} has no ${by} now`);
  if (!found.some(({ field }) => shownValues(field).includes(is))) {
    unfit(`${object.name} has no ${by} that may be ${is}`);
  }
  const path: Path = first.field.target;
  if (found.some(({ field }) => !samePath(field.target, path))) {
    unfit(`the resources that it may be keep ${by} in different places`);
  }
  const values = new Map<string, Expr>(found.map(({ resource, field }) => [resource, field.value]));
  return { by, path, values, is };
}
