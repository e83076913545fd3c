import { evaluator } from "../definition/evaluate.js";
import type { Expr } from "../definition/expr.js";
import type { Path } from "../definition/path.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { headValues } from "../definition/values-of.js";

/** Which records something is for: those that show `is` in one of their fields. */
export interface Guard {
  /** The field, as the version that the guard was said at calls it. */
  readonly by: string;
  /** Where head keeps that field. */
  readonly path: Path;
  /** How the field follows from head, for each resource that a record may be. */
  readonly values: ReadonlyMap<string, Expr>;
  /** What it shows, as text. */
  readonly is: string;
}

/** The values in head for which a guard holds, and those for which it does not. */
export function sidesOf(
  guard: Guard,
  object: ResourceDefinition,
): { readonly is: readonly unknown[]; readonly others: readonly unknown[] } {
  const is = new Set<unknown>();
  const others = new Set<unknown>();
  for (const resource of object.arms?.values() ?? [object]) {
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

/** Whether what a record shows is what the guard asks for. */
export function holdsFor({ is }: Guard, shown: unknown): boolean {
  return shown !== null && shown !== undefined && String(shown) === is;
}

function readAt(path: Path): (scope: unknown) => unknown {
  return (scope) =>
    path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], scope);
}

function scopeOf(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}
