import type { DraftField } from "../contract/draft.js";
import type { DraftContract } from "../contract/draft-contract.js";
import type { Guard } from "../contract/guards.js";
import { type Expr, headPathsOf } from "../definition/expr.js";
import { type Path, parsePath, samePath } from "../definition/path.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { headValues } from "../definition/values-of.js";
import { unfit } from "./change.js";
import { fieldWithin, shownValues } from "./shown-values.js";

/** The records of a resource that show `is` in a field, both as this version has them. */
export function guardOn(
  object: ResourceDefinition,
  draft: DraftContract,
  by: string,
  is: string,
): Guard {
  const found = [...(object.arms?.values() ?? [object])].flatMap((definition) => {
    const resource = definition.name;
    const root = draft.resources.object(resource);
    const field = root && fieldWithin(root, parsePath(by));
    if (field) requireNotLoaded(definition, field.value, by);
    return field ? [{ definition, resource, field }] : [];
  });
  const [first] = found;
  if (!first) return unfit(`${object.name} has no ${by} now`);
  if (!found.some(({ field }) => shownValues(field).includes(is))) {
    unfit(`${object.name} has no ${by} that may be ${is}`);
  }
  const path = keptAt(first.field, by);
  if (found.some(({ field }) => !samePath(keptAt(field, by), path))) {
    unfit(`the resources that it may be keep ${by} in different places`);
  }
  if (found.every(({ definition }) => headValues(definition, path).length === 0)) {
    unfit(`${by} follows from ${path.join(".")}, whose values today are not known`);
  }
  const values = new Map<string, Expr>(found.map(({ resource, field }) => [resource, field.value]));
  return { by, path, values, is };
}

/** Where head keeps what a field follows from: lists are filtered by that. */
function keptAt({ value, target }: DraftField, by: string): Path {
  const [path = target, ...more] = headPathsOf(value);
  if (more.some((other) => !samePath(other, path))) unfit(`${by} follows from several fields`);
  return path;
}

/** Names hang on what a record itself holds: nothing is loaded to find out what something is called. */
export function requireNotLoaded(of: ResourceDefinition, value: Expr, by: string): void {
  if (headPathsOf(value).some(([field = ""]) => of.getters.get(field)?.how === "batch")) {
    unfit(`${by} has to be loaded`);
  }
}
