import type { ObjectShape } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";

/** What became of the attributes of a shape in a newer one, or the other way round. */
export interface Matching {
  readonly pairs: readonly (readonly [older: Attribute, newer: Attribute])[];
  readonly gone: readonly Attribute[];
  readonly come: readonly Attribute[];
}

const known = new WeakMap<ObjectShape, WeakMap<ObjectShape, Matching>>();

/** Finds the attributes that two shapes of one subject have in common. */
export function matched(older: ObjectShape, newer: ObjectShape): Matching {
  const those = known.get(older) ?? new WeakMap<ObjectShape, Matching>();
  known.set(older, those);
  const found = those.get(newer) ?? match(attributesOf(older), attributesOf(newer));
  those.set(newer, found);
  return found;
}

function match(older: readonly Attribute[], newer: readonly Attribute[]): Matching {
  const olderOf = new Map<Attribute, Attribute>();
  const taken = new Set<Attribute>();
  const pair = (one: Attribute, other: Attribute): void => {
    olderOf.set(other, one);
    taken.add(one);
  };
  const newerBy = grouped(newer);
  for (const [base, group] of grouped(older)) {
    let left = newerBy.get(base) ?? [];
    // Where several stand for the same, those that are called the same are the same.
    for (const called of [({ name }: Attribute) => name, lastOf]) {
      for (const one of group) {
        if (taken.has(one)) continue;
        const twin = left.find((other) => called(other) === called(one));
        if (!twin) continue;
        pair(one, twin);
        left = left.filter((other) => other !== twin);
      }
    }
    const [one, ...more] = group.filter((other) => !taken.has(other));
    const [twin, ...others] = left;
    if (one && twin && more.length === 0 && others.length === 0) pair(one, twin);
  }
  return {
    pairs: newer.flatMap((one) => {
      const before = olderOf.get(one);
      return before ? [[before, one] as const] : [];
    }),
    gone: older.filter((one) => !taken.has(one)),
    come: newer.filter((one) => !olderOf.has(one)),
  };
}

function lastOf({ path }: Attribute): string {
  return path.at(-1) ?? "";
}

function grouped(attributes: readonly Attribute[]): Map<string, Attribute[]> {
  const groups = new Map<string, Attribute[]>();
  for (const one of attributes) {
    const group = groups.get(one.base);
    if (group) group.push(one);
    else groups.set(one.base, [one]);
  }
  return groups;
}
