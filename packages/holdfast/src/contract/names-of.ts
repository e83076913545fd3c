import type { ObjectShape } from "../definition/shape.js";
import type { Contract } from "./contract.js";

/**
 * How callers at a contract call fields of a resource, by their names, with head's. Fields that
 * they do not see, or see converted, have no name there.
 */
export function namesOfFields(
  { resources }: Contract,
  resource: string,
  wanted: readonly string[],
): ReadonlyMap<string, string> {
  const found = resources.get(resource);
  const arms = [...(found?.definition.arms?.values() ?? [])].map(({ name }) => resources.get(name));
  const names = new Map<string, string>();
  for (const one of arms.length > 0 ? arms : [found]) {
    if (one) collect(one.shape, "", new Set(wanted), names);
  }
  return names;
}

function collect(
  { fields }: ObjectShape,
  prefix: string,
  wanted: ReadonlySet<string>,
  names: Map<string, string>,
): void {
  for (const { name, info, value } of fields.values()) {
    const head = value.op === "head" ? value.path.join(".") : undefined;
    if (head !== undefined && wanted.has(head)) names.set(`${prefix}${name}`, head);
    const { shape, sharesScope } = info.kind;
    if (shape && sharesScope) collect(shape, `${prefix}${name}.`, wanted, names);
  }
}
