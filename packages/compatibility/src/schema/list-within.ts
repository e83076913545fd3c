import type { Containment } from "./containment.js";
import type { Flat } from "./flat.js";
import type { Term } from "./term.js";
import { types } from "./types.js";

/** Whether an alternative's lists are another one's. */
export function listWithin(containment: Containment, one: Flat, other: Flat): boolean {
  if (!(one.types & types.array)) return true;
  const { expansion } = containment;
  if (one.count.low < other.count.low || one.count.high > other.count.high) return false;
  if (other.unique && !one.unique && one.count.high > 1) return false;
  const told = Math.max(0, ...[...one.lists, ...other.lists].map(({ prefix }) => prefix.length));
  // Past what is told one by one, all items are alike.
  const last = Math.min(told, one.count.high - 1);
  for (let index = 0; index <= last; index++) {
    const item = expansion.item(one, index);
    if (item === expansion.terms.never) break;
    if (!containment.holds(item, expansion.item(other, index))) return false;
  }
  return other.contains.every(
    ({ term, low, high }) =>
      one.contains.some(
        (own) => own.low >= low && own.high <= high && sameTerm(containment, own.term, term),
      ) ||
      (high === Number.POSITIVE_INFINITY && allContained(containment, one, term, low)),
  );
}

function sameTerm(containment: Containment, one: Term, other: Term): boolean {
  return containment.holds(one, other) && containment.holds(other, one);
}

function allContained(containment: Containment, flat: Flat, term: Term, low: number): boolean {
  if (flat.count.low < low) return false;
  const prefix = Math.max(0, ...flat.lists.map((part) => part.prefix.length));
  for (let index = 0; index <= prefix; index++) {
    if (!containment.holds(containment.expansion.item(flat, index), term)) return false;
  }
  return true;
}
