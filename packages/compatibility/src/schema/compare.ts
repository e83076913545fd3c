import type { Comparer } from "./comparer.js";
import type { Difference } from "./difference.js";
import type { Proof, Witness } from "./proof.js";
import type { Dialect, Mode, Source } from "./source.js";
import { Space } from "./space.js";
import type { Term } from "./term.js";
import { evidenceOf, type Found, walk } from "./walk.js";

/**
 * How a new schema's values relate to the old one's: `narrower` if the new one refuses some that the
 * old one takes, `wider` if it takes some that the old one refuses, `incomparable` if both.
 */
export type Relation = "equal" | "narrower" | "wider" | "incomparable";

/** What was found of two schemas. */
export interface Comparison {
  readonly relation: Relation;
  /** `tested`: it could be derived neither that they are alike nor a value that shows that they are not. */
  readonly proven: Proof;
  readonly witness?: Witness;
  /** The smallest places that differ, those nearest to the root first. */
  readonly differences: readonly Difference[];
}

export interface CompareOptions {
  /** What a `$ref` of the old schema stands for; undefined if it leads nowhere. */
  readonly resolveOld?: (ref: string) => unknown;
  readonly resolveNew?: (ref: string) => unknown;
  /** JSON Schema 2020-12, which is also OpenAPI 3.1's, if left out. */
  readonly dialect?: Dialect;
  /** Whether values are sent or received: leaves out what is read only, or write only. */
  readonly mode?: Mode;
}

/**
 * Compares two JSON Schemas: decides which holds more values, and shows a value for each difference,
 * valid on one side and not on the other. An object that says nothing of other properties promises
 * only those that it declares.
 * @throws SchemaError if one of them cannot be read
 *
 * @example
 * compareSchemas({ maximum: 10 }, { maximum: 5 }).witness; // { value: 6, holds: "old" }
 */
export function compareSchemas(
  oldSchema: unknown,
  newSchema: unknown,
  options: CompareOptions = {},
): Comparison {
  const { dialect = "2020-12", mode } = options;
  const nowhere = () => undefined;
  const old: Source = { name: "old", resolve: options.resolveOld ?? nowhere, dialect, mode };
  const next: Source = { name: "new", resolve: options.resolveNew ?? nowhere, dialect, mode };
  const space = new Space();
  space.add(old, oldSchema);
  space.add(next, newSchema);
  return compareTerms(space.comparer, space.read(old, oldSchema), space.read(next, newSchema));
}

function compareTerms(comparer: Comparer, old: Term, next: Term): Comparison {
  const differences = differencesOf(comparer, old, next).map(
    (found): Difference => ({
      path: pathOf(found),
      effect: found.difference.effect,
      about: found.difference.about,
      message: found.difference.message,
      ...evidenceOf(comparer, found),
    }),
  );
  return { ...relationOf(comparer, old, next, differences), differences };
}

/** What two terms differ in. Where the places by themselves explain nothing, the whole is one. */
export function differencesOf(comparer: Comparer, old: Term, next: Term): readonly Found[] {
  const found = walk(comparer, old, next);
  const whole = (["narrower", "wider"] as const).filter((effect) => {
    const [from, to] = effect === "narrower" ? [old, next] : [next, old];
    const isTold = found.some(
      ({ difference }) => difference.effect === effect || difference.effect === "gone",
    );
    return !isTold && !comparer.containment.holds(from, to);
  });
  return [...found, ...whole.map((effect) => wholeOf(old, next, effect))];
}

function wholeOf(old: Term, next: Term, effect: "narrower" | "wider"): Found {
  const message = effect === "narrower" ? "takes less than it did" : "takes more than it did";
  const cause = `whole ${old.id} ${next.id}`;
  return {
    difference: { effect, about: "schema", message, cause, shows: () => [] },
    path: [],
    olds: [old],
    news: [next],
  };
}

function pathOf({ path, difference }: Found): readonly string[] {
  return difference.name === undefined ? path : [...path, difference.name];
}

function relationOf(
  comparer: Comparer,
  old: Term,
  next: Term,
  differences: readonly Difference[],
): Pick<Comparison, "relation" | "proven" | "witness"> {
  if (old === next) return { relation: "equal", proven: "rule" };
  const lost = comparer.containment.holds(old, next);
  const won = comparer.containment.holds(next, old);
  if (lost && won) return { relation: "equal", proven: "containment" };
  const shown = (holds: "old" | "new") =>
    differences.find(({ witness, proven }) => proven === "witness" && witness?.holds === holds)
      ?.witness;
  const smaller = lost ? undefined : shown("old");
  const larger = won ? undefined : shown("new");
  const witness = smaller ?? larger;
  if (smaller && larger) return { relation: "incomparable", proven: "witness", witness: smaller };
  if (witness) {
    const relation = smaller ? "narrower" : "wider";
    // The other direction was neither derived nor refuted.
    return { relation, proven: lost || won ? "witness" : "tested", witness };
  }
  const relation = lost ? "wider" : won ? "narrower" : "incomparable";
  return { relation, proven: "tested" };
}
