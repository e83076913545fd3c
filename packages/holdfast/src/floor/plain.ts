import { createHash } from "node:crypto";

/** A value as JSON has it. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** An object of JSON. */
export interface PlainObject {
  readonly [key: string]: Plain;
}

/** Whether a value is an object of JSON. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as JSON has it: without functions, and without what is undefined. */
export function plain(value: unknown): Plain {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Plain);
}

/** One text for equal values, whatever the order of their keys. */
export function canonicalJson(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join()}]`;
  if (!isPlainObject(value)) return JSON.stringify(value);
  const members = sortedEntries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
  );
  return `{${members.join()}}`;
}

/** The members of an object by the code units of their keys, so that every machine agrees. */
export function sortedEntries<V>(object: Readonly<Record<string, V>>): [string, V][] {
  return Object.entries(object).sort(([a], [b]) => compareText(a, b));
}

/** An order of texts that hangs on no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The address of a content: the first 72 bits of its SHA-256, as base64url. */
export function hashOf(canonical: string): string {
  return createHash("sha256").update(canonical).digest("base64url").slice(0, 12);
}
