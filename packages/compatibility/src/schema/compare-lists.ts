import { span } from "./compare-scalars.js";
import type { Comparer, Pair } from "./comparer.js";
import type { Child, Local, LocalDifference } from "./difference.js";
import type { Flat } from "./flat.js";
import { types } from "./types.js";

/** Compares lists: their lengths, and their items. */
export function compareLists(comparer: Comparer, { old, next, ones, others }: Pair): Local {
  const [one] = ones;
  const [other] = others;
  const shows = () => comparer.shown(old, next, comparer.terms.of({ types: types.array }));
  const differences: LocalDifference[] = [];
  const say = (effect: "narrower" | "wider", about: string, message: string) =>
    differences.push({ effect, about, message, cause: `${about} ${message}`, shows });
  if (!one || !other || ones.length > 1 || others.length > 1) {
    const { containment } = comparer;
    const message = "is a list of other alternatives";
    if (!ones.every((flat) => containment.covers(flat, others))) say("narrower", "items", message);
    if (!others.every((flat) => containment.covers(flat, ones))) say("wider", "items", message);
    return { differences, children: [] };
  }
  const lengths = `was ${span(one.count)} and is now ${span(other.count)}`;
  const about = one.count.low === other.count.low ? "maxItems" : "minItems";
  if (other.count.low > one.count.low || other.count.high < one.count.high) {
    say("narrower", about, lengths);
  }
  if (other.count.low < one.count.low || other.count.high > one.count.high) {
    say("wider", about, lengths);
  }
  if (other.unique && !one.unique)
    say("narrower", "uniqueItems", "must now be without repetitions");
  if (one.unique && !other.unique) say("wider", "uniqueItems", "can now have repetitions");
  if (containsKey(one) !== containsKey(other)) {
    say("narrower", "contains", "must contain something else");
    say("wider", "contains", "must contain something else");
  }
  return { differences, children: itemsOf(comparer, one, other) };
}

function itemsOf({ expansion }: Comparer, one: Flat, other: Flat): readonly Child[] {
  const told = Math.max(0, ...[...one.lists, ...other.lists].map(({ prefix }) => prefix.length));
  return Array.from({ length: told + 1 }, (_, at) => ({
    segment: told === 0 ? "[]" : `[${at}]`,
    old: expansion.item(one, at),
    new: expansion.item(other, at),
  }));
}

function containsKey({ contains }: Flat): string {
  return contains.map(({ term, low, high }) => `${term.id} ${low} ${high}`).join();
}
