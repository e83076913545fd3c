import { type FloorObject, isPlainObject, type Plain, type PlainObject } from "holdfast/floor";
import type { Effect } from "../report/severity.js";
import { compareSchemas } from "../schema/compare.js";
import { sameJson } from "./same-json.js";

/** How one type differs from another, beside what stands in it. */
export interface TypeChange {
  readonly what: "type" | "values" | "limits";
  /** What the type of today is to the older one. */
  readonly effect: Effect;
  /** The values or limits that it is about. */
  readonly names: readonly string[];
  readonly unproven: boolean;
}

/** What stands in both types at the same place. */
export interface Inside {
  readonly objects: readonly {
    readonly at: readonly string[];
    readonly before: FloorObject;
    readonly now: FloorObject;
  }[];
  readonly resources: readonly { readonly before: string; readonly now: string }[];
  /** Whether pages stand there, so that the list envelope does, too. */
  readonly pages: boolean;
}

/** Keywords that say how large or long values may be. */
const LIMITS = new Set([
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "maxItems",
  "minItems",
  "maxProperties",
  "propertyNames",
  "additionalProperties",
  "pattern",
]);

/** The differences of two types: of their own, and what must be compared within them. */
export function compareType(
  before: Plain,
  now: Plain,
): { readonly changes: readonly TypeChange[]; readonly inside: Inside } {
  const inside = { objects: [] as MutableObjects, resources: [] as MutableResources, pages: false };
  const [own, other] = [strip(before), strip(now)];
  pair(before, now, [], inside);
  const changes = sameJson(own, other) ? [] : [typeChange(own, other)];
  return { changes, inside };
}

type MutableObjects = Inside["objects"][number][];
type MutableResources = Inside["resources"][number][];

/** Finds what stands at the same place of both. */
function pair(
  before: Plain | undefined,
  now: Plain | undefined,
  at: readonly string[],
  found: { objects: MutableObjects; resources: MutableResources; pages: boolean },
): void {
  if (Array.isArray(before) && Array.isArray(now)) {
    for (const [index, item] of before.entries()) {
      pair(item, now[index], [...at, String(index)], found);
    }
    return;
  }
  if (!isPlainObject(before) || !isPlainObject(now)) return;
  const objects = [before.$object, now.$object];
  if (objects.every(isPlainObject)) {
    const [one, other] = objects as unknown as [FloorObject, FloorObject];
    found.objects.push({ at: [...at, "$object"], before: one, now: other });
    return;
  }
  for (const mark of ["$resource", "$reference"] as const) {
    const [one, other] = [before[mark], now[mark]];
    if (typeof one === "string" && typeof other === "string") {
      found.resources.push({ before: one, now: other });
    }
  }
  if ("$page" in before && "$page" in now) found.pages = true;
  for (const [key, value] of Object.entries(before)) pair(value, now[key], [...at, key], found);
}

/** The type without what is compared by itself; a mark stays one. */
function strip(type: Plain): Plain {
  if (Array.isArray(type)) return type.map((item) => strip(item));
  if (!isPlainObject(type)) return type;
  if ("$object" in type) return { $object: true };
  if ("$resource" in type) return { $resource: true };
  if ("$reference" in type) return { $reference: true };
  return Object.fromEntries(Object.entries(type).map(([key, value]) => [key, strip(value)]));
}

function typeChange(before: Plain, now: Plain): TypeChange {
  const values = valuesChange(before, now);
  if (values) return values;
  const { relation, proven } = compareSchemas(asSchema(before), asSchema(now));
  const effect = relation === "equal" ? undefined : relation;
  const names = changedLimits(before, now);
  return {
    what: names.length > 0 ? "limits" : "type",
    effect: effect === undefined || effect === "incomparable" ? "other" : effect,
    names,
    unproven: proven === "tested",
  };
}

/** An enum of which values are gone, or to which values were added. */
function valuesChange(before: Plain, now: Plain): TypeChange | undefined {
  const [olds, news] = [enumOf(before), enumOf(now)];
  if (!olds || !news || !sameJson(withoutEnum(before), withoutEnum(now))) return undefined;
  const gone = olds.filter((value) => !news.includes(value));
  const added = news.filter((value) => !olds.includes(value));
  return {
    what: "values",
    effect: gone.length === 0 ? "wider" : added.length === 0 ? "gone" : "other",
    names: [...gone.map((value) => `-${value}`), ...added.map((value) => `+${value}`)],
    unproven: false,
  };
}

/** The values of an enum, also of the items of a list. */
function enumOf(type: Plain | undefined): readonly string[] | undefined {
  if (!isPlainObject(type)) return undefined;
  if (Array.isArray(type.enum)) return type.enum.map(String);
  return enumOf(type.items);
}

function withoutEnum(type: Plain): Plain {
  if (!isPlainObject(type)) return type;
  const { enum: _values, ...rest } = type;
  return rest.items === undefined ? rest : { ...rest, items: withoutEnum(rest.items) };
}

/** The limits that differ, where nothing else does. */
function changedLimits(before: Plain, now: Plain): string[] {
  if (!isPlainObject(before) || !isPlainObject(now)) return [];
  if (!sameJson(withoutLimits(before), withoutLimits(now))) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((key) => LIMITS.has(key) && !sameJson(before[key], now[key]))
    .sort();
}

function withoutLimits(type: PlainObject): PlainObject {
  return Object.fromEntries(Object.entries(type).filter(([key]) => !LIMITS.has(key)));
}

/** A type with marks as a schema in which unlike marks accept unlike values. */
function asSchema(type: Plain): Plain {
  if (Array.isArray(type)) return type.map((item) => asSchema(item));
  if (!isPlainObject(type)) return type;
  if ("$object" in type || "$resource" in type) return { type: "object" };
  // Nobody gets an object there who does not ask for it.
  if ("$reference" in type) return { type: "string" };
  if ("$page" in type) return { type: "object", required: ["data"] };
  if ("$items" in type) return { type: "array" };
  if ("$eventObject" in type) return { type: "object" };
  if (Array.isArray(type.enum) && type.enum.includes("$events")) return { type: "string" };
  return Object.fromEntries(Object.entries(type).map(([key, value]) => [key, asSchema(value)]));
}
