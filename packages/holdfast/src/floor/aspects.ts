import type { MethodShape, Outcome } from "../contract/contract.js";
import { groupsMade } from "../definition/checks.js";
import type { ShapeField } from "../definition/shape.js";
import { canonicalJson, compareText, type Plain, type PlainObject, plain } from "./plain.js";

/**
 * One thing that callers can notice about something. It is written only where it is not `unless`:
 * how things were before the framework knew the aspect, so that floors which are older than the
 * aspect say it, too.
 */
export interface Aspect<T> {
  readonly name: string;
  readonly unless: Plain;
  of(thing: T): unknown;
}

/** What callers notice about a field or param beside its type. */
export const fieldAspects: readonly Aspect<ShapeField>[] = [
  { name: "nullable", unless: false, of: ({ info }) => info.nullable },
  { name: "optional", unless: false, of: ({ info }) => info.optional },
  { name: "default", unless: null, of: ({ info }) => info.default },
  { name: "audience", unless: "everyone", of: ({ info }) => info.audience },
  { name: "onlyExpanded", unless: false, of: ({ info }) => info.onlyExpanded },
  { name: "takesEmpty", unless: false, of: ({ info }) => info.kind.takesEmpty ?? false },
  { name: "prefix", unless: null, of: ({ info }) => info.kind.limits?.prefix },
  { name: "missingStatus", unless: null, of: ({ missingStatus }) => missingStatus },
  { name: "header", unless: null, of: ({ info }) => info.header },
];

/** What callers notice about a method beside its route, params and answer. */
export const methodAspects: readonly Aspect<MethodShape>[] = [
  { name: "keys", unless: ["secret"], of: ({ keys }) => [...keys].sort(compareText) },
  { name: "raises", unless: [], of: ({ definition }) => namesOf(definition.raises) },
  { name: "checks", unless: [], of: checksMade },
  { name: "oneRequired", unless: [], of: (method) => groupsOf(method, "oneRequired") },
  { name: "onlyOne", unless: [], of: (method) => groupsOf(method, "onlyOne") },
  { name: "status", unless: 200, of: ({ status }) => status },
  { name: "presets", unless: [], of: ({ presets }) => valuesOf(presets) },
  { name: "outcomes", unless: [], of: ({ outcomes }) => outcomes.map(outcomeOf) },
];

/** What the aspects say of a thing, less what goes without saying. */
export function aspectsOf<T>(thing: T, aspects: readonly Aspect<T>[]): Record<string, Plain> {
  return Object.fromEntries(
    aspects
      .map(({ name, unless, of }) => ({ name, unless, value: plain(of(thing)) }))
      .filter(({ unless, value }) => JSON.stringify(value) !== JSON.stringify(unless))
      .map(({ name, value }) => [name, value]),
  );
}

function namesOf(named: readonly { readonly name: string }[]): string[] {
  return named.map(({ name }) => name).sort(compareText);
}

/** The named checks that are made. */
function checksMade({ definition, lifted }: MethodShape): readonly string[] {
  return Object.keys(definition.checks)
    .filter((name) => !lifted.includes(name))
    .sort(compareText);
}

/** An ending that is told as another one. */
function outcomeOf(outcome: Outcome): PlainObject {
  return outcome.was === "success"
    ? { was: outcome.was, error: outcome.error }
    : { was: outcome.was, error: outcome.error.name, where: outcome.where, is: plain(outcome.is) };
}

/** What is said of params where callers do not say it; how head calls them is nobody's business. */
function valuesOf(presets: MethodShape["presets"]): readonly Plain[] {
  return [...presets.values()]
    .map(({ value }) => plain(value))
    .sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
}

/** Groups of params that are in force, by the names that callers have for the params. */
function groupsOf(
  method: MethodShape,
  sort: "oneRequired" | "onlyOne",
): readonly (readonly string[])[] {
  const callers = new Map(
    [...method.params.fields.values()].map(({ name, target }) => [target.join("."), name]),
  );
  return groupsMade(method, sort)
    .map(({ params }) => params.flatMap((name) => callers.get(name) ?? []).sort(compareText))
    .filter((group) => group.length > 0)
    .sort((a, b) => compareText(a.join(), b.join()));
}
