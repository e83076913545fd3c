import { type Guard, sidesOf } from "../contract/guards.js";
import type { FieldCondition } from "../definition/kind.js";
import type { ResourceDefinition } from "../definition/resource.js";

/** What an event's objects have in common: for each head field, the values that it may have. */
export type Conditions = ReadonlyMap<string, readonly unknown[]>;

/** Divides objects by a guard: those for which it holds, and the others; undefined for none. */
export function divide(
  conditions: Conditions,
  guard: Guard,
  object: ResourceDefinition,
): { readonly holds: Conditions | undefined; readonly others: Conditions | undefined } {
  const key = guard.path.join(".");
  const { is, others } = sidesOf(guard, object);
  const before = conditions.get(key);
  const narrowed = (values: readonly unknown[]): Conditions | undefined => {
    const left = before ? values.filter((value) => before.includes(value)) : values;
    return left.length === 0 ? undefined : new Map([...conditions, [key, left]]);
  };
  return { holds: narrowed(is), others: narrowed(others) };
}

/** Conditions as `execute` receives them. */
export function asWhere(conditions: Conditions): readonly FieldCondition[] {
  return [...conditions].map(([field, values]) => ({ field, in: values }));
}
