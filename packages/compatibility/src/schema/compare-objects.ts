import { acceptsTerm } from "./accepts.js";
import { matchArms } from "./arms.js";
import { compareRest } from "./compare-rest.js";
import type { Comparer, Pair } from "./comparer.js";
import type { Child, Local, LocalDifference, Shown } from "./difference.js";
import type { Flat } from "./flat.js";
import { declaredNames } from "./object-within.js";
import type { Keywords } from "./term.js";
import { types } from "./types.js";

/** Compares objects: what they declare, what they require, and what else can stand in them. */
export function compareObjects(comparer: Comparer, pair: Pair): Local {
  const { pairs, gone, added } = matchArms(comparer, pair.ones, pair.others);
  const found = pairs.map(([one, other]) => compareTwo(comparer, pair, one, other));
  const differences = [
    ...found.flatMap((local) => local.differences),
    ...lostArms(comparer, pair, gone),
    ...wonArms(comparer, pair, added),
  ];
  return { differences, children: found.flatMap(({ children }) => children) };
}

function compareTwo(comparer: Comparer, pair: Pair, one: Flat, other: Flat): Local {
  const differences: LocalDifference[] = [];
  const children: Child[] = [];
  const names = [...new Set([...declaredNames(one), ...declaredNames(other)])].sort();
  for (const name of names) {
    const at = compareProperty(comparer, pair, one, other, name);
    differences.push(...at.differences);
    children.push(...at.children);
  }
  const required = new Set([...one.required, ...other.required]);
  for (const name of [...required].sort()) {
    differences.push(...compareRequired(comparer, pair, one, other, name));
  }
  const rest = compareRest(comparer, pair, one, other);
  return {
    differences: [...differences, ...rest.differences],
    children: [...children, ...rest.children],
  };
}

function compareProperty(
  comparer: Comparer,
  pair: Pair,
  one: Flat,
  other: Flat,
  name: string,
): Local {
  const { expansion, terms } = comparer;
  const old = expansion.property(one, name);
  const next = expansion.property(other, name);
  const was = isDeclared(one, name) && old !== terms.never;
  const is = isDeclared(other, name) && next !== terms.never;
  const child = { segment: name, old, new: next };
  if (was && is) return { differences: [], children: [child] };
  if (!was && !is) return { differences: [], children: [] };
  if (was) {
    // A map, or another alternative, may take it up.
    const takenUp = next !== terms.never && next !== terms.always;
    if (takenUp) return { differences: [], children: [child] };
    const elsewhere = pair.others.some(
      (flat) => isDeclared(flat, name) && expansion.property(flat, name) !== terms.never,
    );
    if (elsewhere) return { differences: [], children: [] };
    return { differences: [gone(comparer, pair, one, other, name)], children: [] };
  }
  if (old !== terms.never && old !== terms.always) return { differences: [], children: [child] };
  return { differences: [added(comparer, pair, name, old === terms.never)], children: [] };
}

function gone(
  comparer: Comparer,
  pair: Pair,
  one: Flat,
  other: Flat,
  name: string,
): LocalDifference {
  const old = comparer.expansion.property(one, name);
  return {
    effect: "gone",
    about: "property",
    name,
    message: "is gone",
    cause: `gone ${old.id}`,
    shows() {
      const without = other.required.has(name)
        ? []
        : shownWith(comparer, pair, "new", { properties: new Map([[name, comparer.terms.never]]) });
      const refused = [...shownWith(comparer, pair, "old", { required: [name] }), ...without];
      if (refused.length > 0) return refused;
      // Nothing refuses it: what is shown is that it was once told.
      const present = comparer.terms.all([pair.old, comparer.terms.of({ required: [name] })]);
      const value = comparer.sampler.plain(present);
      return value === undefined ? [] : [{ value, holds: "old" }];
    },
  };
}

function added(
  comparer: Comparer,
  pair: Pair,
  name: string,
  wasForbidden: boolean,
): LocalDifference {
  return {
    effect: wasForbidden ? "wider" : "added",
    about: "property",
    name,
    message: wasForbidden ? "is new, where nothing else was to stand" : "is new",
    cause: `added ${name}`,
    shows: () => shownWith(comparer, pair, "new", { required: [name] }),
  };
}

function compareRequired(
  comparer: Comparer,
  pair: Pair,
  one: Flat,
  other: Flat,
  name: string,
): readonly LocalDifference[] {
  const was = one.required.has(name);
  const is = other.required.has(name);
  const { terms, expansion } = comparer;
  if (was === is) return [];
  // That it is gone, or new, says it already.
  if (was && !isDeclared(other, name) && isDeclared(one, name)) return [];
  if (was && expansion.property(other, name) === terms.never) return [];
  const absent = { properties: new Map([[name, terms.never]]) };
  return [
    {
      effect: is ? "narrower" : "wider",
      about: "required",
      name,
      message: is ? "is required" : "is no longer always there",
      cause: `required ${is} ${expansion.property(one, name).id} ${expansion.property(other, name).id}`,
      shows: () => shownWith(comparer, pair, is ? "old" : "new", absent),
    },
  ];
}

/** A value of one side that says some more, and is refused by the other. */
export function shownWith(
  comparer: Comparer,
  { old, next }: Pair,
  holds: "old" | "new",
  words: Keywords,
): readonly Shown[] {
  const [from, to] = holds === "old" ? [old, next] : [next, old];
  const within = comparer.terms.of({ types: types.object, ...words });
  const value = comparer.witness(comparer.terms.all([from, within]), to);
  return value === undefined ? [] : [{ value, holds }];
}

function lostArms(
  comparer: Comparer,
  pair: Pair,
  arms: readonly Flat[],
): readonly LocalDifference[] {
  const { containment, expansion, terms } = comparer;
  return arms.flatMap((arm) => {
    if (!containment.covers(arm, pair.others)) {
      const shows = () => refusedOf(comparer, arm, pair.next, "old");
      return [armDifference("narrower", "an alternative is no longer taken", arm, shows)];
    }
    const lost = [...declaredNames(arm)].filter(
      (name) =>
        expansion.property(arm, name) !== terms.never &&
        !pair.others.some((flat) => isDeclared(flat, name)),
    );
    return lost.map((name) => gone(comparer, pair, arm, arm, name));
  });
}

function wonArms(
  comparer: Comparer,
  pair: Pair,
  arms: readonly Flat[],
): readonly LocalDifference[] {
  return arms
    .filter((arm) => !comparer.containment.covers(arm, pair.ones))
    .map((arm) =>
      armDifference("wider", "an alternative is new", arm, () =>
        refusedOf(comparer, arm, pair.old, "new"),
      ),
    );
}

function armDifference(
  effect: "narrower" | "wider",
  message: string,
  arm: Flat,
  shows: () => readonly Shown[],
): LocalDifference {
  const names = [...declaredNames(arm)].sort().join();
  return { effect, about: "alternative", message, cause: `${message} ${names}`, shows };
}

function refusedOf(
  { sampler, expansion }: Comparer,
  arm: Flat,
  by: Pair["old"],
  holds: "old" | "new",
): readonly Shown[] {
  const value = sampler.ofFlat(arm).find((one) => !acceptsTerm(expansion, by, one));
  return value === undefined ? [] : [{ value, holds }];
}

function isDeclared(flat: Flat, name: string): boolean {
  return flat.objects.some(({ properties }) => properties.has(name));
}
