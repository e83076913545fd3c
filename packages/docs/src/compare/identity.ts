import { headPathsOf, type ObjectShape } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";

const known = new WeakMap<ObjectShape, ReadonlyMap<string, string>>();

/**
 * The attributes of a shape by the caller's path, joined by dots, with a key each: the same at every
 * version as far as it is the same thing there, whatever it is called and wherever it stands. Keys
 * are unique within the shape. A name on the way to what stands in a variant of a union says which:
 * `source<card>.number`.
 */
export function identitiesOf(shape: ObjectShape): ReadonlyMap<string, string> {
  const made = known.get(shape) ?? keysOf(attributesOf(shape));
  known.set(shape, made);
  return made;
}

function keysOf(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Attribute[]>();
  for (const one of attributes) groups.set(one.base, [...(groups.get(one.base) ?? []), one]);
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const { base, path, name } of attributes) {
    const rank = ranked(groups.get(base) ?? []).findIndex((one) => one.path === path);
    const parent = keys.get(path.slice(0, -1).join(".")) ?? "";
    const wanted = rank <= 0 ? base : `${base}~${path.at(-1)}`;
    const key = [wanted, `${parent}/${wanted}`, name].find((one) => !taken.has(one));
    const made = key ?? `${wanted}~${taken.size}`;
    taken.add(made);
    keys.set(name, made);
  }
  return keys;
}

/** Those that stand for the same, what is shown as it is before what is made of it. */
function ranked(group: readonly Attribute[]): readonly Attribute[] {
  if (group.length < 2) return group;
  return group.toSorted((a, b) => distance(a) - distance(b));
}

function distance({ field: { name, value, target } }: Attribute): number {
  const isItself = headPathsOf(value).some((path) => path.join(".") === target.join("."));
  return (value.op === "head" && isItself ? 0 : 2) + (name === target.at(-1) ? 0 : 1);
}
