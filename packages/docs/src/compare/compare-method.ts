import type { MethodShape } from "holdfast/contract";
import { namelessRoute } from "holdfast/contract";
import { code, codes, inWords } from "../text/code.js";
import { withArticle } from "../text/plural.js";
import { errorsOfMethod } from "./answered-errors.js";
import { compareOutcomes, errorOfOutcome } from "./compare-outcomes.js";
import { comparePresets } from "./compare-presets.js";
import { compareRules } from "./compare-rules.js";
import { compareShapes } from "./compare-shapes.js";
import { kindKey } from "./compare-type.js";
import type { Difference, DifferenceKind } from "./difference.js";
import { namesAt } from "./existing.js";
import { differ, type Place, placeOf, type Saying, type Sides } from "./sides.js";

/** A method on both sides, and what differences of it are told with. */
export interface MethodPair {
  readonly before: MethodShape;
  readonly after: MethodShape;
  readonly sides: Sides;
  /** Makes a difference of the method itself; `was` and `is` are what the two sides have. */
  tell(kind: DifferenceKind, saying: MethodSaying): Difference;
}

/** What is said of a method, and the value of each side where it has one. */
type MethodSaying = Pick<Saying, "says" | "mend"> & {
  readonly was?: string | number | readonly string[];
  readonly is?: string | number | readonly string[];
  /** The gates that are known to have done it. */
  readonly gates?: readonly string[];
};

/** What differs about a method. */
export function compareMethod(
  older: MethodShape | undefined,
  newer: MethodShape | undefined,
  sides: Sides,
): readonly Difference[] {
  const [before, after] = [older?.exists ? older : undefined, newer?.exists ? newer : undefined];
  if (before === after) return [];
  const { name } = (before ?? after)?.definition ?? { name: "" };
  const place = placeOf({ on: "method", name }, "itself");
  if (!before) return after ? [added(after, older, place, sides)] : [];
  if (!after) return [removed(before, place, sides)];
  const pair = pairOf(before, after, place, sides);
  return [
    ...renamed(pair),
    ...route(pair),
    ...compareShapes(before.params, after.params, { ...place, part: "params" }, sides),
    ...comparePresets(pair),
    ...compareRules(pair),
    ...keys(pair),
    ...returns(pair),
    ...status(pair),
    ...compareOutcomes(pair),
    ...errors(pair),
  ];
}

/** Behaviours of a method that only the older side has. */
export function compareBehaviour(
  { exists, definition, name }: MethodShape,
  sides: Sides,
): readonly Difference[] {
  if (!exists) return [];
  const place = placeOf({ on: "method", name: definition.name }, "itself");
  return sides.between
    .filter((gate) => definition.asks.includes(gate))
    .map((gate) =>
      differ("behaviour", place, {
        before: { path: name },
        after: { path: name },
        says: `${code(name)} behaves otherwise now: it no longer does what ${code(gate)} stands for`,
        mend: undefined,
        gates: [gate],
      }),
    );
}

function pairOf(before: MethodShape, after: MethodShape, place: Place, sides: Sides): MethodPair {
  return {
    before,
    after,
    sides,
    tell: (kind, { says, mend, was, is, gates }) =>
      differ(kind, place, {
        before: { path: before.name, ...(was !== undefined && { value: was }) },
        after: { path: after.name, ...(is !== undefined && { value: is }) },
        says,
        mend,
        gates: sides.among(gates),
      }),
  };
}

function added(
  { name, verb, path }: MethodShape,
  older: MethodShape | undefined,
  place: Place,
  sides: Sides,
): Difference {
  const told = older?.needs === undefined ? "" : "; callers of older versions are told so";
  return differ("added", place, {
    after: { path: name, value: `${verb} ${path}` },
    says: `${code(name)} is new: ${code(`${verb} ${path}`)}${told}`,
    gates: sides.among(older?.needs === undefined ? [] : [older.needs]),
  });
}

function removed(
  { name, verb, path, definition }: MethodShape,
  place: Place,
  sides: Sides,
): Difference {
  const to = definition.dispatch?.to;
  const [instead] = to === undefined ? [] : namesAt(sides.newer, { on: "method", name: to });
  return differ("removed", place, {
    before: { path: name, value: `${verb} ${path}` },
    says: `${code(name)} is gone`,
    mend:
      instead === undefined
        ? `Do not call ${code(name)}: it is gone.`
        : `Call ${code(instead)} instead of ${code(name)}.`,
    gates: sides.among(definition.until === undefined ? [] : [definition.until]),
  });
}

function renamed({ before, after, tell }: MethodPair): readonly Difference[] {
  if (before.name === after.name) return [];
  return [tell("renamed", { says: `${code(before.name)} is now called ${code(after.name)}` })];
}

function route({ before, after, tell }: MethodPair): readonly Difference[] {
  const [was, is] = [before, after].map(({ verb, path }) => `${verb} ${path}`);
  if (was === undefined || is === undefined || sameRoute(was, is)) return [];
  return [
    tell("route", {
      says: `${code(after.name)} answers at ${code(is)} now; it was ${code(was)}`,
      mend: `Send requests to ${code(is)}.`,
      was,
      is,
    }),
  ];
}

/** Whether two routes are the same but for what their params are called. */
function sameRoute(one: string, other: string): boolean {
  return namelessRoute(one) === namelessRoute(other);
}

function keys({ before, after, tell }: MethodPair): readonly Difference[] {
  const [was, is] = [[...before.keys].sort(), [...after.keys].sort()];
  if (was.join() === is.join()) return [];
  const lost = was.filter((key) => !is.includes(key));
  return [
    tell("keys", {
      says: `${code(after.name)} takes ${inWords(is, "and")} keys now; it took ${inWords(was, "and")} ones`,
      mend:
        lost.length === 0
          ? undefined
          : `Call ${code(after.name)} with ${withArticle(inWords(is))} key.`,
      was,
      is,
    }),
  ];
}

function returns({ before, after, sides, tell }: MethodPair): readonly Difference[] {
  if (kindKey(before.returns) === kindKey(after.returns)) return [];
  const [was, is] = [sides.labelBefore(before.returns), sides.labelAfter(after.returns)];
  return [
    tell("returns", {
      says: `${code(after.name)} returns ${withArticle(is)} now; it returned ${withArticle(was)}`,
      mend: `Read the answer as ${withArticle(is)}.`,
      was,
      is,
    }),
  ];
}

function status({ before, after, tell }: MethodPair): readonly Difference[] {
  const [was, is] = [before.status, after.status];
  if (was === is) return [];
  const body = is === 204 ? ", without a body" : was === 204 ? ", with a body" : "";
  return [
    tell("status", {
      says: `${code(after.name)} answers with the status ${is} now${body}; it was ${was}`,
      mend: `Take ${is} for a success.`,
      was,
      is,
    }),
  ];
}

/** The errors that it may end in; what answers in another's place is told of that error. */
function errors({ before, after, sides, tell }: MethodPair): readonly Difference[] {
  const [was, is] = [sides.older, sides.newer].map(
    ({ errors: all }, index) => new Set(errorsOfMethod(all, index === 0 ? before : after)),
  );
  // Endings that are told otherwise are told of by themselves.
  const told = new Set([...before.outcomes, ...after.outcomes].map(errorOfOutcome));
  const come = [...(is ?? [])].filter((name) => !was?.has(name) && !told.has(name));
  const gone = [...(was ?? [])].filter((name) => !is?.has(name) && !told.has(name));
  if (come.length + gone.length === 0) return [];
  const words = [
    ...(come.length > 0 ? [`may end in ${codes(come, "and")} now`] : []),
    ...(gone.length > 0 ? [`no longer ends in ${codes(gone, "or")}`] : []),
  ];
  return [
    tell("error", {
      says: `${code(after.name)} ${inWords(words, "and")}`,
      mend: come.length > 0 ? `Handle ${codes(come, "and")}.` : undefined,
      was: gone,
      is: come,
    }),
  ];
}
