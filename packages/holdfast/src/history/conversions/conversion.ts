import type { DraftField } from "../../contract/draft.js";
import { evaluate } from "../../definition/evaluate.js";
import { constant, type Expr, given, piped, type Scalar } from "../../definition/expr.js";
import type { ConversionStep, Loss } from "../../definition/shape.js";
import type { FieldInfo } from "../../definition/type.js";

/** The types on the two sides of a change. */
export interface Sides {
  /** Today's value, or each of those that the older one follows from. */
  readonly today: readonly FieldInfo[];
  readonly before: FieldInfo;
}

/** A conversion between two types, as data. The newer value is input 0, or 0 and on. */
export interface Converted {
  /** Today's value as older versions show it. Absent: there is no telling. */
  readonly down?: Expr;
  /**
   * What an older version sends, as today's value; a list with one for each, where there are
   * several. Absent: there is no telling.
   */
  readonly up?: Expr;
  readonly loss: Loss;
  /** What older versions have, in a sentence about today's value. */
  readonly says: string;
}

/** How values of the two sides of a change follow from each other. */
export interface Conversion {
  /** Makes it for two types. Throws a ChangeProblem where it does not fit them. */
  between(sides: Sides): Converted;
}

/** Null, and what is absent, stay as they are. */
export const nullStays: readonly [Scalar, Expr] = [null, given];

/** One thing or another, by the value that is given. */
export function when(
  cases: readonly (readonly [Scalar, Expr])[],
  otherwise: Expr | "same" = "same",
): Expr {
  return { op: "match", of: given, cases, otherwise };
}

/** A value as people read it. */
export function quoted(value: unknown): string {
  return `\`${typeof value === "string" && value !== "" ? value : JSON.stringify(value)}\``;
}

/** Values as people read them, the last after a word of its own. */
export function listed(values: readonly unknown[], word: "and" | "or"): string {
  const all = values.map(quoted);
  const last = all.pop() ?? "";
  return all.length === 0 ? last : `${all.join(", ")} ${word} ${last}`;
}

/** Gives a field older values: what is shown, what is sent, and what leaving it out means. */
export function convertField(
  field: DraftField,
  gate: string,
  { down, up, loss, says }: Converted,
  sources?: { readonly values: readonly Expr[]; readonly names: readonly string[] },
): void {
  if (down) field.value = piped(sources?.values ?? [field.value], down);
  if (up && up !== given) field.conversions = [up, ...field.conversions];
  const step: ConversionStep = {
    gate,
    ...(sources && sources.names.length > 0 && { from: sources.names }),
    says,
    ...(down && { down }),
    ...(up && { up }),
    loss,
  };
  field.steps = [...field.steps, step];
  field.via.add(gate);
}

/** What a default of today is before. */
export function olderDefault(today: unknown, { down }: Converted): unknown {
  return today === undefined || !down ? today : evaluate(down, [today]);
}

/** The value, unless it is null. */
export function unlessNull(expr: Expr, otherwise: unknown): Expr {
  return { op: "match", of: expr, cases: [[null, constant(otherwise)]], otherwise: "same" };
}
