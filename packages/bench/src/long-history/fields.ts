import { type AnyType, t } from "holdfast";

/** How many fields the resource has, today and at every version. */
const FIELDS = 25;

/** The record that is rendered, and the params that it is made from. */
export type ItemRecord = Readonly<Record<string, unknown>>;

/** The kinds of field, in the order in which they take turns. */
const KINDS = ["text", "count", "choice", "flag", "text"] as const;

/** What a field holds. */
export type Kind = (typeof KINDS)[number];

/** What is behind the field of an index. */
export function kindOf(index: number): Kind {
  return KINDS[index % KINDS.length] ?? "text";
}

/** The indexes of today's fields. */
export const indexes: readonly number[] = Array.from({ length: FIELDS }, (_, index) => index);

/** The name of a field today. */
export function nameOf(index: number): string {
  return `${kindOf(index)}_${index}`;
}

/** The type of a field. */
export function typeOf(index: number): AnyType {
  const types: Readonly<Record<Kind, AnyType>> = {
    text: t.string({ maxLength: 500 }).nullable().optional(),
    count: t.integer({ min: 0 }).optional(),
    choice: t.enum({ open: "Open.", closed: "Closed.", held: "Held." }).optional(),
    flag: t.boolean().optional(),
  };
  return types[kindOf(index)].describe(`The ${nameOf(index)}.`);
}

/** A record with a value in every field. */
export function sampleRecord(names: readonly string[]): ItemRecord {
  const values = indexes.map((index) => [nameOf(index), valueAt(index)]);
  const others = names.map((name) => [name, `what ${name} was`]);
  return { ...Object.fromEntries(others), ...Object.fromEntries(values), id: "item_1" };
}

/** The value that is made, sent and shown for a field, as today's API has it. */
export function valueAt(index: number): unknown {
  switch (kindOf(index)) {
    case "text":
      return `a text of some length for ${index}`;
    case "count":
      return 1000 + index;
    case "choice":
      return "open";
    case "flag":
      return index % 2 === 0;
  }
}
