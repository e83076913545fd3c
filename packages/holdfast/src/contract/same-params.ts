import type { Kind } from "../definition/kind.js";
import type { ObjectShape } from "../definition/shape.js";
import type { MethodShape } from "./contract.js";

const known = new WeakMap<ObjectShape, ReadonlySet<number>>();

/** The methods with params that are `t.same` as a field. */
export function methodsWithSame(
  methods: ReadonlyMap<string, MethodShape>,
  link: number,
): readonly string[] {
  return [...methods].flatMap(([name, { params }]) => (samesIn(params).has(link) ? [name] : []));
}

function samesIn(shape: ObjectShape): ReadonlySet<number> {
  const made =
    known.get(shape) ??
    new Set(
      [...shape.fields.values()].flatMap(({ info }) => [
        ...(info.same === undefined ? [] : [info.same]),
        ...within(info.kind),
      ]),
    );
  known.set(shape, made);
  return made;
}

function within({ shape, arms = [] }: Kind): number[] {
  return [...(shape ? samesIn(shape) : []), ...arms.flatMap(({ kind }) => within(kind))];
}
