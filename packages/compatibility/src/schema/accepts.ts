import type { Expansion } from "./expand.js";
import type { Flat } from "./flat.js";
import { formatHolds } from "./formats.js";
import { canonical, isList, isObject, type Json, type JsonObject, sameJson } from "./json.js";
import { regex } from "./regex.js";
import type { Term } from "./term.js";
import { typeOf } from "./types.js";

/** Whether a term holds for a value. False as well for what is too wide to be written out. */
export function acceptsTerm(expansion: Expansion, term: Term, value: Json): boolean {
  if (term === expansion.terms.always) return true;
  return expansion.of(term)?.some((flat) => accepts(expansion, flat, value)) ?? false;
}

/** Whether an alternative holds for a value. */
export function accepts(expansion: Expansion, flat: Flat, value: Json): boolean {
  if (!(typeOf(value) & flat.types)) return false;
  if (flat.values && !flat.values.some((one) => sameJson(one, value))) return false;
  if (typeof value === "number" && !acceptsNumber(flat, value)) return false;
  if (typeof value === "string" && !acceptsString(flat, value)) return false;
  if (isList(value) && !acceptsList(expansion, flat, value)) return false;
  if (isObject(value) && !acceptsObject(expansion, flat, value)) return false;
  return !flat.nots.some((not) => acceptsTerm(expansion, not, value));
}

function acceptsNumber(flat: Flat, value: number): boolean {
  const { low, lowOut, high, highOut } = flat.range;
  if (value < low || value > high) return false;
  if ((lowOut && value === low) || (highOut && value === high)) return false;
  if (!flat.steps.every((step) => isMultiple(value, step))) return false;
  return flat.formats.every((format) => formatHolds(format, value));
}

/** As Ajv decides it by default: by division. */
export function isMultiple(value: number, step: number): boolean {
  return Number.isInteger(value / step);
}

function acceptsString(flat: Flat, value: string): boolean {
  const length = [...value].length;
  if (length < flat.length.low || length > flat.length.high) return false;
  if (!flat.patterns.every((pattern) => regex(pattern)?.test(value) ?? true)) return false;
  return flat.formats.every((format) => formatHolds(format, value));
}

function acceptsList(expansion: Expansion, flat: Flat, value: readonly Json[]): boolean {
  if (value.length < flat.count.low || value.length > flat.count.high) return false;
  if (flat.unique && new Set(value.map(canonical)).size < value.length) return false;
  if (!value.every((item, at) => acceptsTerm(expansion, expansion.item(flat, at), item))) {
    return false;
  }
  return flat.contains.every(({ term, low, high }) => {
    const found = value.filter((item) => acceptsTerm(expansion, term, item)).length;
    return found >= low && found <= high;
  });
}

function acceptsObject(expansion: Expansion, flat: Flat, value: JsonObject): boolean {
  const names = Object.keys(value);
  if (names.length < flat.size.low || names.length > flat.size.high) return false;
  for (const name of flat.required) if (!Object.hasOwn(value, name)) return false;
  return names.every(
    (name) =>
      acceptsTerm(expansion, expansion.property(flat, name), value[name] ?? null) &&
      flat.names.every((term) => acceptsTerm(expansion, term, name)),
  );
}
