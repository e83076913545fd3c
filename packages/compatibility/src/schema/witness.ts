import { acceptsTerm } from "./accepts.js";
import { hintsOf } from "./hints.js";
import {
  canonical,
  isList,
  isObject,
  type Json,
  type JsonObject,
  withMember,
  withoutMember,
} from "./json.js";
import { judge } from "./judge.js";
import { declaredNames } from "./object-within.js";
import type { Sampler } from "./sampler.js";
import type { Term } from "./term.js";

/** How many changed values are tried. */
const mostMutations = 600;

/**
 * Searches for a value that one schema holds for and another does not: values of the one, values of
 * the other, and both changed in one place. What is found is confirmed by Ajv. The search ends after a
 * number of tries, not after a time, so that it finds the same every time.
 */
export function findWitness(sampler: Sampler, one: Term, other: Term): Json | undefined {
  const { expansion } = sampler;
  const tried = new Set<string>();
  const found: { readonly text: string; readonly value: Json }[] = [];
  for (const value of candidates(sampler, one, other)) {
    const text = canonical(value);
    if (tried.has(text)) continue;
    tried.add(text);
    if (!acceptsTerm(expansion, one, value) || acceptsTerm(expansion, other, value)) continue;
    found.push({ text, value });
    if (found.length >= 12) break;
  }
  found.sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
  return found.find(({ value }) => isWitness(sampler, one, other, value))?.value;
}

/** Whether Ajv says that a value is valid for one schema, and not for another. */
export function isWitness(sampler: Sampler, one: Term, other: Term, value: Json): boolean {
  const { terms } = sampler.expansion;
  return judge(terms, one, value) && !judge(terms, other, value);
}

function* candidates(sampler: Sampler, one: Term, other: Term): Generator<Json> {
  const own = sampler.of(one);
  yield* own;
  const { expansion } = sampler;
  // What is in two arms at once is refused where only one may hold.
  for (const flat of expansion.of(other) ?? []) {
    for (const not of flat.nots) {
      yield* sampler.of(expansion.terms.all([one, not]));
    }
  }
  yield* sampler.of(other);
  const hints = hintsOf(expansion, [one, other]);
  yield* hints;
  let left = mostMutations;
  for (const value of own.slice(0, 12)) {
    for (const changed of mutations(sampler, one, other, value, hints)) {
      yield changed;
      if (--left <= 0) return;
    }
  }
}

/** Names that are unlike each other. */
const unusualNames = ["Other Name", "other-1", "0", "é", "_"];

/** An object with names that it does not declare: unusual ones, and one more of them than can be. */
function* withOthers(
  sampler: Sampler,
  one: Term,
  other: Term,
  value: JsonObject,
): Generator<JsonObject> {
  const { expansion } = sampler;
  const most = (expansion.of(other) ?? []).map(({ size }) => size.high).filter((high) => high < 50);
  for (const flat of expansion.of(one) ?? []) {
    const rest = sampler.plain(expansion.additional(flat));
    if (rest === undefined) continue;
    for (const name of unusualNames) yield withMember(value, name, rest);
    for (const high of most) {
      const others = Array.from({ length: high + 1 }, (_, at) => [`other${at}`, rest] as const);
      yield { ...Object.fromEntries(others), ...value };
    }
  }
}

/** A value with one thing changed at its top. */
function* mutations(
  sampler: Sampler,
  one: Term,
  other: Term,
  value: Json,
  hints: readonly Json[],
): Generator<Json> {
  if (isObject(value)) {
    const flats = [one, other].flatMap((term) => sampler.expansion.of(term) ?? []);
    const names = new Set(flats.flatMap((flat) => [...declaredNames(flat), ...flat.required]));
    for (const name of names) {
      if (Object.hasOwn(value, name)) yield withoutMember(value, name);
      for (const hint of hints) yield withMember(value, name, hint);
    }
    yield* withOthers(sampler, one, other, value);
    yield withMember(value, "undeclared", "a");
    yield withMember(value, "undeclared", 1);
  } else if (isList(value)) {
    yield value.slice(1);
    yield [...value, ...value];
    const [first = "a"] = value;
    yield [first, first];
  } else if (typeof value === "string") {
    yield `${value}!`;
    yield value.slice(1);
    yield value.toUpperCase();
    yield ` ${value}`;
  } else if (typeof value === "number") {
    yield value + 1;
    yield value - 1;
    yield value + 0.5;
    yield -value;
  }
}
