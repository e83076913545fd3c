/** A param as a form sends it: `card[number]`, `items[0][price]`. */
export interface FlatParam {
  readonly name: string;
  readonly value: string;
}

/** JSON, as samples hold it. */
export type SampleValue =
  | null
  | boolean
  | number
  | string
  | readonly SampleValue[]
  | { readonly [name: string]: SampleValue };

/** Params as the fields of a form. Null is sent as nothing, which takes a value away. */
export function flatParams(params: { readonly [name: string]: SampleValue }): FlatParam[] {
  return Object.entries(params).flatMap(([name, value]) => flat(name, value));
}

function flat(name: string, value: SampleValue): FlatParam[] {
  if (value === null || typeof value !== "object") {
    return [{ name, value: value === null ? "" : String(value) }];
  }
  const members = Object.entries(value as Readonly<Record<string, SampleValue>>);
  return members.flatMap(([member, item]) => flat(`${name}[${member}]`, item));
}
