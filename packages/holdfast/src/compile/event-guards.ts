import type { EventGuard } from "../contract/event-shape.js";
import { evaluator } from "../definition/evaluate.js";
import type { EventCondition } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { headValues } from "../definition/values-of.js";

/** What an event's objects have in common: for each head field, the values that it may have. */
export type Conditions = ReadonlyMap<string, readonly unknown[]>;

/** The resources that an object may be. */
export function resourcesOf({ arms, ...definition }: ResourceDefinition): ResourceDefinition[] {
  return arms ? [...arms.values()] : [{ ...definition, arms }];
}

/** Divides objects by a guard: those for which it holds, and the others; undefined for none. */
export function divide(
  conditions: Conditions,
  guard: EventGuard,
  object: ResourceDefinition,
): { readonly holds: Conditions | undefined; readonly others: Conditions | undefined } {
  const key = guard.path.join(".");
  const { is, others } = sides(guard, object);
  const before = conditions.get(key);
  const narrowed = (values: readonly unknown[]): Conditions | undefined => {
    const left = before ? values.filter((value) => before.includes(value)) : values;
    return left.length === 0 ? undefined : new Map([...conditions, [key, left]]);
  };
  return { holds: narrowed(is), others: narrowed(others) };
}

/** The values in head for which a guard holds, and those for which it does not. */
function sides(guard: EventGuard, object: ResourceDefinition) {
  const is = new Set<unknown>();
  const others = new Set<unknown>();
  for (const resource of resourcesOf(object)) {
    const shown = guard.values.get(resource.name);
    const show = shown && evaluator<unknown>(shown, readAt);
    for (const value of headValues(resource, guard.path)) {
      const holds =
        show !== undefined && holdsFor(guard, show(scopeOf(guard.path, value), null, []));
      (holds ? is : others).add(value);
    }
  }
  return { is: [...is], others: [...others].filter((value) => !is.has(value)) };
}

/** Whether what an object shows is what the guard asks for. */
export function holdsFor({ is }: EventGuard, shown: unknown): boolean {
  return shown !== null && shown !== undefined && String(shown) === is;
}

function readAt(path: Path): (scope: unknown) => unknown {
  return (scope) =>
    path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], scope);
}

function scopeOf(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

/** Conditions as `execute` receives them. */
export function asWhere(conditions: Conditions): readonly EventCondition[] {
  return [...conditions].map(([field, values]) => ({ field, in: values }));
}
