import type { WirePolicy } from "../contract/contract.js";
import type { Json } from "../definition/kind.js";

type Hash = { readonly [key: string]: Json };

/**
 * What an event's previous attributes are: the old values of what changed between two renderings
 * at one version.
 */
export function previousAttributes(before: Json, after: Json, wire: WirePolicy): Hash {
  const previous: Record<string, Json> = {};
  if (!isHash(before) || !isHash(after)) return previous;
  for (const key of new Set([...keysOf(before), ...keysOf(after)])) {
    const old = Object.hasOwn(before, key) ? (before[key] ?? null) : null;
    const now = Object.hasOwn(after, key) ? (after[key] ?? null) : null;
    if (sameJson(old, now)) continue;
    previous[key] = previousValue(old, now, wire);
  }
  return previous;
}

function previousValue(old: Json, now: Json, wire: WirePolicy): Json {
  if (isHash(old) && isHash(now) && wire.diffHashes === "nested") {
    return previousAttributes(old, now, wire);
  }
  if (isList(old) && isList(now) && wire.diffLists === "entries") {
    return old.filter((entry, index) => !sameJson(entry, now[index] ?? null));
  }
  return old;
}

// What is undefined is left out on the wire, whether or not the renderer gave it a key.
function keysOf(hash: Hash): string[] {
  return Object.keys(hash).filter((key) => hash[key] !== undefined);
}

function isHash(value: Json): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((value, index) => sameJson(value, b[index]));
  }
  if (!isHash(a) || !isHash(b)) return false;
  const keys = keysOf(a);
  return (
    keys.length === keysOf(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}
