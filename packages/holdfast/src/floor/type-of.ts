import { type JsonSchema, type SchemaScope, schemaOf } from "../definition/json-schema.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape } from "../definition/shape.js";
import type { FloorObject, FloorType } from "./floor.js";
import { canonicalJson, isPlainObject, type Plain, plain } from "./plain.js";

/** Keywords whose lists mean the same in any order. */
const UNORDERED = new Set(["enum", "required", "type", "anyOf", "oneOf", "allOf"]);

/** The type of a kind's values; objects in it are made by `object`. */
export function typeOfKind(kind: Kind, object: (shape: ObjectShape) => FloorObject): FloorType {
  return settled(schemaOf(kind, new FloorScope(object)));
}

/** What kinds ask while the types of a floor are made: everything that stands elsewhere is marked. */
class FloorScope implements SchemaScope {
  readonly #object: (shape: ObjectShape) => FloorObject;

  constructor(object: (shape: ObjectShape) => FloorObject) {
    this.#object = object;
  }

  object = (shape: ObjectShape): JsonSchema => ({ $object: this.#object(shape) });
  resource = (name: string): JsonSchema => ({ $resource: name });
  reference = (resource: string): JsonSchema => ({ $reference: resource });
  page = (item: Kind): JsonSchema => ({ $page: schemaOf(item, this) });
  pageItems = (): JsonSchema => ({ $items: true });
  eventObject = (): JsonSchema => ({ $eventObject: true });
  namesOf = (resource: string, head: readonly string[]): ReadonlyMap<string, string> =>
    new Map([[`$namesOf ${resource}`, head.join()]]);
  eventTypes = (): readonly string[] => ["$events"];
}

/** The schema with its unordered lists in one order. Marked objects keep their identity. */
function settled(schema: unknown, keyword = ""): Plain {
  if (Array.isArray(schema)) {
    const items = schema.map((item) => settled(item));
    if (!UNORDERED.has(keyword)) return items;
    return items
      .map((item) => ({ item, text: canonicalJson(item) }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      .map(({ item }) => item);
  }
  if (!isPlainObject(schema)) return plain(schema);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, key === "$object" ? value : settled(value, key)]),
  );
}

/** The names of resources that stand in a type, `lists` where there is a page. */
export function resourcesIn(type: Plain, lists: string): string[] {
  if (Array.isArray(type)) return type.flatMap((item) => resourcesIn(item, lists));
  if (!isPlainObject(type)) return [];
  const own = [type.$resource, type.$reference].filter((name) => typeof name === "string");
  const page = "$page" in type ? [lists] : [];
  return [...own, ...page, ...Object.values(type).flatMap((item) => resourcesIn(item, lists))];
}
