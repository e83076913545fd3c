import { span } from "./compare-scalars.js";
import type { Comparer, Pair } from "./comparer.js";
import type { Child, Local, LocalDifference } from "./difference.js";
import type { Flat } from "./flat.js";
import type { Term } from "./term.js";
import { types } from "./types.js";

/** Compares what can stand in objects without being declared, and how much of it. */
export function compareRest(comparer: Comparer, pair: Pair, one: Flat, other: Flat): Local {
  const shows = () =>
    comparer.shown(pair.old, pair.next, comparer.terms.of({ types: types.object }));
  const differences: LocalDifference[] = [];
  const say = (effect: "narrower" | "wider", about: string, message: string) =>
    differences.push({ effect, about, message, cause: `${about} ${message}`, shows });
  const sizes = `was ${span(one.size)} and is now ${span(other.size)}`;
  const about = one.size.low === other.size.low ? "maxProperties" : "minProperties";
  if (other.size.low > one.size.low || other.size.high < one.size.high) {
    say("narrower", about, sizes);
  }
  if (other.size.low < one.size.low || other.size.high > one.size.high) {
    say("wider", about, sizes);
  }
  if (idsOf(one.names) !== idsOf(other.names)) {
    say("narrower", "propertyNames", "the names that it can have are others");
    say("wider", "propertyNames", "the names that it can have are others");
  }
  const children: Child[] = [...patternChildren(comparer, one, other)];
  const old = comparer.expansion.additional(one);
  const next = comparer.expansion.additional(other);
  if (old !== next) {
    const { always, never } = comparer.terms;
    const isMap = ![old, next].some((term) => term === always || term === never);
    if (isMap) children.push({ segment: "*", old, new: next });
    else if (next === never || old === always)
      say("narrower", "additionalProperties", toldRest(comparer, next));
    else say("wider", "additionalProperties", toldRest(comparer, next));
  }
  return { differences, children };
}

function toldRest({ terms }: Comparer, next: Term): string {
  if (next === terms.never) return "nothing can stand in it any more but what is declared";
  if (next === terms.always) return "anything can stand in it now besides what is declared";
  return "what stands in it besides what is declared is of another type";
}

function patternChildren({ terms }: Comparer, one: Flat, other: Flat): readonly Child[] {
  const before = patternsOf(one);
  const after = patternsOf(other);
  return [...before].flatMap(([pattern, parts]) => {
    const others = after.get(pattern);
    if (!others) return [];
    return [{ segment: `/${pattern}/`, old: terms.all(parts), new: terms.all(others) }];
  });
}

function patternsOf({ objects }: Flat): ReadonlyMap<string, readonly Term[]> {
  const all = new Map<string, Term[]>();
  for (const { patterns } of objects) {
    for (const [pattern, term] of patterns) all.set(pattern, [...(all.get(pattern) ?? []), term]);
  }
  return all;
}

function idsOf(terms: readonly Term[]): string {
  return terms.map(({ id }) => id).join();
}
