import type { Comparer, Pair } from "./comparer.js";
import type { LocalDifference } from "./difference.js";
import type { Flat, Span } from "./flat.js";
import { canonical, type Json } from "./json.js";
import { types } from "./types.js";

/** Compares strings, numbers and booleans, and whatever is told by its values. */
export function compareScalars(
  comparer: Comparer,
  group: number,
  { old, next, ones, others }: Pair,
): readonly LocalDifference[] {
  const { containment, terms } = comparer;
  const smaller = !ones.every((one) => containment.covers(one, others));
  const larger = !others.every((one) => containment.covers(one, ones));
  const within = terms.of({ types: group });
  const shows = () => comparer.shown(old, next, within);
  const { about, lost, won, cause } = told(ones, others);
  const found: LocalDifference[] = [];
  if (smaller) found.push({ effect: "narrower", about, message: lost, cause, shows });
  if (larger) found.push({ effect: "wider", about, message: won, cause, shows });
  return found;
}

interface Told {
  readonly about: string;
  readonly lost: string;
  readonly won: string;
  readonly cause: string;
}

function told(ones: readonly Flat[], others: readonly Flat[]): Told {
  const before = valuesOf(ones);
  const after = valuesOf(others);
  if (before && after) return toldOfValues(before, after);
  if (before) return words("enum", `one of ${list(before)}`, "any value");
  if (after) return words("enum", "any value", `one of ${list(after)}`);
  const [one] = ones;
  const [other] = others;
  const aspects =
    one && other ? aspectsOf(one).map((aspect, at) => [aspect, aspectsOf(other)[at]] as const) : [];
  const differing = aspects.filter(([a, b]) => a.shown !== b?.shown);
  if (ones.length !== 1 || others.length !== 1 || differing.length === 0) {
    return words("anyOf", "what it was", "something else");
  }
  const was = differing.map(([aspect]) => aspect.shown).join(", ");
  const is = differing.map(([, aspect]) => aspect?.shown ?? "").join(", ");
  return words(differing[0]?.[0].about ?? "anyOf", was, is);
}

function toldOfValues(before: readonly Json[], after: readonly Json[]): Told {
  const known = new Set(after.map(canonical));
  const lost = before.filter((value) => !known.has(canonical(value)));
  const old = new Set(before.map(canonical));
  const won = after.filter((value) => !old.has(canonical(value)));
  return {
    about: "enum",
    lost: `can no longer be ${list(lost)}`,
    won: `can now be ${list(won)} as well`,
    cause: `enum ${canonical(before)} ${canonical(after)}`,
  };
}

function words(about: string, was: string, is: string): Told {
  const message = `was ${was} and is now ${is}`;
  return { about, lost: message, won: message, cause: `${about} ${was} ${is}` };
}

function valuesOf(flats: readonly Flat[]): readonly Json[] | undefined {
  return flats.every(({ values }) => values)
    ? flats.flatMap(({ values }) => values ?? [])
    : undefined;
}

function list(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return `${shown.join(", ")}${values.length > 5 ? " …" : ""}`;
}

interface Aspect {
  readonly about: string;
  readonly shown: string;
}

/** What can be said of a scalar, each in one place. */
function aspectsOf(flat: Flat): readonly Aspect[] {
  const { low, lowOut, high, highOut } = flat.range;
  const isNumber = (flat.types & (types.integer | types.fraction)) !== 0;
  return [
    {
      about: "type",
      shown: isNumber ? (flat.types & types.fraction ? "any number" : "a whole number") : "",
    },
    {
      about: lowOut ? "exclusiveMinimum" : "minimum",
      shown: Number.isFinite(low)
        ? `${lowOut ? "more than" : "at least"} ${low}`
        : "without a least",
    },
    {
      about: highOut ? "exclusiveMaximum" : "maximum",
      shown: Number.isFinite(high)
        ? `${highOut ? "less than" : "at most"} ${high}`
        : "without a most",
    },
    { about: "multipleOf", shown: each("a multiple of", flat.steps, "any multiple") },
    { about: flat.length.low > 0 ? "minLength" : "maxLength", shown: span(flat.length) },
    { about: "pattern", shown: each("matching", flat.patterns, "of any pattern") },
    { about: "format", shown: each("of the format", flat.formats, "of any format") },
    {
      about: "not",
      shown: flat.nots.length === 0 ? "" : `without ${flat.nots.map(({ id }) => `#${id}`).join()}`,
    },
  ];
}

function each(before: string, all: readonly (string | number)[], none: string): string {
  return all.length === 0 ? none : `${before} ${all.join(" and ")}`;
}

/** A length's limits, in words. */
export function span({ low, high }: Span): string {
  if (!Number.isFinite(high)) return low === 0 ? "of any length" : `at least ${low} long`;
  return low === 0 ? `at most ${high} long` : `${low} to ${high} long`;
}
