import { isList, isObject, type Json } from "./json.js";

/**
 * Sets of JSON types, as bits. Numbers are two disjoint types, the whole ones and the others, so that
 * "number" is both of them.
 */
export const types = {
  null: 1,
  boolean: 2,
  integer: 4,
  fraction: 8,
  string: 16,
  array: 32,
  object: 64,
} as const;

export const anyType = 127;
export const anyNumber = types.integer | types.fraction;

/** One set for each type, a number's two together. */
export const typeGroups: readonly number[] = [
  types.null,
  types.boolean,
  anyNumber,
  types.string,
  types.array,
  types.object,
];

const byName: Readonly<Record<string, number>> = { ...types, number: anyNumber };

/** The set of one type by its name in JSON Schema; undefined if there is none of that name. */
export function typeNamed(name: Json): number | undefined {
  return typeof name === "string" && name !== "fraction" && Object.hasOwn(byName, name)
    ? byName[name]
    : undefined;
}

/** The type of a value. */
export function typeOf(value: Json): number {
  if (value === null) return types.null;
  if (isList(value)) return types.array;
  if (isObject(value)) return types.object;
  if (typeof value === "boolean") return types.boolean;
  if (typeof value === "string") return types.string;
  return Number.isInteger(value) ? types.integer : types.fraction;
}

/** The names of a set of types, as JSON Schema spells them. */
export function typeNames(set: number): readonly string[] {
  const names: string[] = [];
  if (set & types.null) names.push("null");
  if (set & types.boolean) names.push("boolean");
  if (set & types.fraction) names.push("number");
  else if (set & types.integer) names.push("integer");
  if (set & types.string) names.push("string");
  if (set & types.array) names.push("array");
  if (set & types.object) names.push("object");
  return names;
}
