import type { ConversionStep, ObjectShape, ShapeField } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";
import { compareMeaning } from "./compare-meaning.js";
import { comparePresence } from "./compare-presence.js";
import { compareType } from "./compare-type.js";
import { compareValues } from "./compare-values.js";
import type { Difference, DifferenceKind } from "./difference.js";
import { named } from "./named.js";
import { differ, type Place, type Saying, type Sides } from "./sides.js";
import { toldBy } from "./told-by.js";
import { stepsBetween } from "./value-chain.js";

/** One attribute on both sides, and what differences of it are told with. */
export interface AttributePair {
  readonly before: ShapeField;
  readonly after: ShapeField;
  readonly place: Place;
  readonly sides: Sides;
  /** Whether callers send it; else they are shown it. */
  readonly isParam: boolean;
  /** What it is called at the newer side, as code. */
  readonly name: string;
  /** The conversions that only the older side has. */
  readonly steps: readonly ConversionStep[];
  /** Whether callers of the newer side know a name that stands beside it. */
  isShown(name: string): boolean;
  /** Makes a difference of it; `values` are what the two sides have. */
  tell(kind: DifferenceKind, saying: AttributeSaying): Difference;
}

/** What is said of an attribute, and the value of each side where it has one. */
export interface AttributeSaying {
  readonly says: string;
  readonly mend?: string | undefined;
  readonly was?: unknown;
  readonly is?: unknown;
}

/**
 * What differs about an attribute beside its name and place.
 *
 * @param within the newer shape
 */
export function compareAttribute(
  older: Attribute,
  newer: Attribute,
  within: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  if (isUntouched(older.field, newer.field)) return [];
  const pair = pairOf(older, newer, within, place, sides);
  const told = [...compareType(pair), ...compareValues(pair)];
  const presence = comparePresence(pair, told.length === 0 ? toldBy(pair.steps, pair.isShown) : "");
  const isTold = told.length > 0 || presence.some(({ kind }) => TELL_BEFORE.has(kind));
  return [...told, ...presence, ...(isTold ? [] : converted(pair)), ...compareMeaning(pair)];
}

/** Whether nothing but the name and the place can differ: contracts share what no gate changed. */
function isUntouched(one: ShapeField, other: ShapeField): boolean {
  const [was, is] = [one.info, other.info];
  return (
    was.kind === is.kind &&
    one.value === other.value &&
    one.steps.length === other.steps.length &&
    one.missingStatus === other.missingStatus &&
    was.nullable === is.nullable &&
    was.optional === is.optional &&
    was.default === is.default &&
    was.onlyExpanded === is.onlyExpanded &&
    was.audience === is.audience &&
    was.undocumented === is.undocumented &&
    was.header === is.header
  );
}

/** What of presence says how older versions had it. */
const TELL_BEFORE = new Set<DifferenceKind>(["optional", "nullable", "not_null"]);

function pairOf(
  older: Attribute,
  newer: Attribute,
  within: ObjectShape,
  place: Place,
  sides: Sides,
): AttributePair {
  const [was, is] = [place.before + older.name, place.after + newer.name];
  return {
    before: older.field,
    after: newer.field,
    place,
    sides,
    isParam: place.part === "params",
    name: named(is),
    steps: stepsBetween(older.field, newer.field),
    isShown: (name) => {
      const beside = [...newer.path.slice(0, -1), name].join(".");
      return attributesOf(within).some((one) => one.name === beside || one.name === name);
    },
    tell: (kind, { says, mend, was: before, is: after }) =>
      differ(kind, place, {
        before: side(was, before),
        after: side(is, after),
        says,
        mend,
        gates: sides.gatesOf(older.field, newer.field),
      }),
  };
}

function side(path: string, value: unknown): NonNullable<Saying["before"]> {
  const text = JSON.stringify(value);
  return { path, ...(text !== undefined && { value: JSON.parse(text) }) };
}

/** Other values of the same type. */
function converted({ steps, name, isParam, isShown, tell }: AttributePair): readonly Difference[] {
  if (steps.length === 0) return [];
  const before = toldBy(steps, isShown);
  return [
    tell("converted", {
      says: `${name} has other values${before === "" ? "" : `; before: ${before}`}`,
      mend: isParam ? `Send ${name} as it is now.` : `Read ${name} as it is now.`,
    }),
  ];
}
