import { acceptsTerm } from "./accepts.js";
import type { Containment } from "./containment.js";
import type { Flat } from "./flat.js";
import { regex } from "./regex.js";
import type { Term } from "./term.js";
import { types } from "./types.js";

/**
 * Whether an alternative's objects are another one's. An object that says nothing of other properties
 * promises only those that it declares: that it allows the rest does not count against it, unless the
 * other one forbids them.
 */
export function objectWithin(containment: Containment, one: Flat, other: Flat): boolean {
  if (!(one.types & types.object)) return true;
  return (
    requiredWithin(containment, one, other) &&
    sizeWithin(one, other) &&
    namesWithin(containment, one, other) &&
    declaredWithin(containment, one, other) &&
    patternsWithin(containment, one, other) &&
    additionalWithin(containment, one, other)
  );
}

/** The names that an alternative declares. */
export function declaredNames(flat: Flat): ReadonlySet<string> {
  return new Set(flat.objects.flatMap(({ properties }) => [...properties.keys()]));
}

function requiredWithin({ expansion }: Containment, one: Flat, other: Flat): boolean {
  return [...other.required].every(
    (name) => one.required.has(name) && expansion.property(one, name) !== expansion.terms.never,
  );
}

function sizeWithin(one: Flat, other: Flat): boolean {
  if (Math.max(one.size.low, one.required.size) < other.size.low) return false;
  return Math.min(one.size.high, mostNames(one)) <= other.size.high;
}

/** How many properties an object can have. */
function mostNames(flat: Flat): number {
  const closed = flat.objects.find(
    ({ additional, patterns }) => additional?.body === false && patterns.size === 0,
  );
  return closed ? closed.properties.size : Number.POSITIVE_INFINITY;
}

function namesWithin(containment: Containment, one: Flat, other: Flat): boolean {
  return other.names.every((term) => {
    if (one.names.some((own) => containment.holds(own, term))) return true;
    const names = declaredNames(one);
    return (
      mostNames(one) <= names.size &&
      [...names].every((name) => acceptsTerm(containment.expansion, term, name))
    );
  });
}

function declaredWithin(containment: Containment, one: Flat, other: Flat): boolean {
  const { expansion } = containment;
  const { never } = expansion.terms;
  const names = new Set([...declaredNames(one), ...declaredNames(other), ...one.required]);
  for (const name of names) {
    const own = expansion.property(one, name);
    if (own === never) continue;
    if (!isToldOf(one, name) && !one.required.has(name)) continue;
    if (!containment.holds(own, expansion.property(other, name))) return false;
  }
  return true;
}

/** Whether an alternative says something of a property: by its name, a pattern, or all others. */
function isToldOf(flat: Flat, name: string): boolean {
  return flat.objects.some(
    ({ properties, patterns, additional }) =>
      properties.has(name) ||
      additional !== undefined ||
      [...patterns.keys()].some((pattern) => regex(pattern)?.test(name)),
  );
}

function patternsWithin(containment: Containment, one: Flat, other: Flat): boolean {
  const own = new Set(patternsOf(one));
  const others = new Set(patternsOf(other));
  const all = new Set([...own, ...others]);
  // A name may match two patterns that are not the same.
  if (own.size < all.size && others.size < all.size) return false;
  for (const pattern of all) {
    const term = termAt(containment, one, pattern);
    if (term && !containment.holds(term, termAt(containment, other, pattern) ?? term)) return false;
  }
  return true;
}

function patternsOf(flat: Flat): readonly string[] {
  return flat.objects.flatMap(({ patterns }) => [...patterns.keys()]);
}

/** What is said of the names that match a pattern and are not declared. */
function termAt({ expansion }: Containment, flat: Flat, pattern: string): Term | undefined {
  const said = flat.objects.flatMap(({ patterns, additional }) => {
    const term = patterns.get(pattern) ?? additional;
    return term ? [term] : [];
  });
  return said.length === 0 ? undefined : expansion.terms.all(said);
}

function additionalWithin(containment: Containment, one: Flat, other: Flat): boolean {
  const { expansion } = containment;
  const own = expansion.additional(one);
  return containment.holds(own, expansion.additional(other));
}
