import type { Contract } from "../contract/contract.js";
import { envelopeOf } from "../contract/list-styles.js";
import { namesOfFields } from "../contract/names-of.js";
import { type JsonSchema, type SchemaScope, schemaOf } from "../definition/json-schema.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape } from "../definition/shape.js";
import type { FloorObject, FloorType } from "./floor.js";
import { canonicalJson, isPlainObject, type Plain, plain } from "./plain.js";

/** Keywords whose lists mean the same in any order. */
const UNORDERED = new Set(["enum", "required", "type", "anyOf", "oneOf", "allOf"]);

/** A type, and whether another contract that writes lists alike may have another one. */
export interface TypeMade {
  readonly type: FloorType;
  readonly ofContract: boolean;
}

/** Makes the objects that stand in types. */
type MakeObject = (shape: ObjectShape) => {
  readonly value: FloorObject;
  readonly ofContract: boolean;
};

/** The type of a kind's values at a contract; objects in it are made by `object`. */
export function typeOfKind(kind: Kind, contract: Contract, object: MakeObject): TypeMade {
  const scope = new FloorScope(contract, object);
  const type = settled(schemaOf(kind, scope));
  return { type, ofContract: scope.ofContract };
}

/** What kinds ask while the types of a floor are made: everything that stands elsewhere is marked. */
class FloorScope implements SchemaScope {
  readonly #contract: Contract;
  readonly #object: MakeObject;
  ofContract = false;

  constructor(contract: Contract, object: MakeObject) {
    this.#contract = contract;
    this.#object = object;
  }

  object(shape: ObjectShape): JsonSchema {
    const { value, ofContract } = this.#object(shape);
    this.ofContract ||= ofContract;
    return { $object: value };
  }

  resource = (name: string): JsonSchema => ({ $resource: name });
  reference = (resource: string): JsonSchema => ({ $reference: resource });

  /** A page says how it is wrapped only where that is not as all lists are. */
  page(item: Kind, place: string | undefined): JsonSchema {
    const { lists, wire } = this.#contract;
    const usual = wire.lists === "array" ? null : lists.envelope;
    const own = envelopeOf(this.#contract, item, place);
    return { $page: schemaOf(item, this), ...(own !== usual && { $list: own }) };
  }

  pageItems = (): JsonSchema => ({ $items: true });
  eventObject = (): JsonSchema => ({ $eventObject: true });

  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string> {
    this.ofContract = true;
    return namesOfFields(this.#contract, resource, head);
  }

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
  const list = "$list" in type ? type.$list : lists;
  const page = "$page" in type && typeof list === "string" ? [list] : [];
  return [...own, ...page, ...Object.values(type).flatMap((item) => resourcesIn(item, lists))];
}
