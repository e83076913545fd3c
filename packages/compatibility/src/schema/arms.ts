import type { Comparer } from "./comparer.js";
import type { Flat } from "./flat.js";
import { canonical } from "./json.js";
import { declaredNames } from "./object-within.js";

/** Alternatives of two versions that stand for the same, and those that have no counterpart. */
export interface Matched {
  readonly pairs: readonly (readonly [Flat, Flat])[];
  readonly gone: readonly Flat[];
  readonly added: readonly Flat[];
}

/** Finds the counterparts of alternatives: by a property that tells them apart, else by their names. */
export function matchArms(
  comparer: Comparer,
  ones: readonly Flat[],
  others: readonly Flat[],
): Matched {
  const [only] = ones;
  const [sole] = others;
  if (only && sole && ones.length === 1 && others.length === 1) {
    return { pairs: [[only, sole]], gone: [], added: [] };
  }
  const scored = ones.flatMap((one) =>
    others.map((other) => ({ one, other, score: likeness(comparer, one, other) })),
  );
  scored.sort((a, b) => b.score - a.score);
  const pairs: [Flat, Flat][] = [];
  const taken = new Set<Flat>();
  for (const { one, other, score } of scored) {
    if (score <= 0 || taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return {
    pairs,
    gone: ones.filter((one) => !taken.has(one)),
    added: others.filter((other) => !taken.has(other)),
  };
}

/** From 0, not alike at all, to 2, told by the same values. */
function likeness(comparer: Comparer, one: Flat, other: Flat): number {
  const names = declaredNames(one);
  const others = declaredNames(other);
  const shared = [...names].filter((name) => others.has(name));
  const all = new Set([...names, ...others]).size;
  const alike = all === 0 ? 0.5 : shared.length / all;
  const told = shared.map((name) => sameTag(comparer, one, other, name));
  if (told.includes(false)) return 0;
  return alike + (told.includes(true) ? 1 : 0);
}

/** Whether two alternatives have the same value of a property that both require; undefined if it is not told by values. */
function sameTag(comparer: Comparer, one: Flat, other: Flat, name: string): boolean | undefined {
  if (!one.required.has(name) || !other.required.has(name)) return undefined;
  const values = tagsOf(comparer, one, name);
  const others = tagsOf(comparer, other, name);
  if (!values || !others) return undefined;
  return values.some((value) => others.includes(value));
}

function tagsOf({ expansion }: Comparer, flat: Flat, name: string): readonly string[] | undefined {
  const flats = expansion.of(expansion.property(flat, name));
  if (!flats?.every(({ values }) => values)) return undefined;
  return flats.flatMap(({ values = [] }) => values.map(canonical));
}
