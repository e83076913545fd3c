import type { ResourceDefinition } from "./resource.js";

/** The values that a field of a resource may have, where its type says them. */
export function valuesOf({ arms, fields }: ResourceDefinition, field: string): readonly string[] {
  if (arms) return [...arms.values()].flatMap((arm) => valuesOf(arm, field));
  const kind = fields[field]?.info.kind;
  return kind?.constant ? [String(kind.constant.value)] : Object.keys(kind?.values ?? {});
}
