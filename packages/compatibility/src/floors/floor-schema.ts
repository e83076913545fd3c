import {
  type Floor,
  type FloorField,
  type FloorObject,
  type FloorType,
  isPlainObject,
  type Plain,
  type PlainObject,
} from "holdfast/floor";

/** What callers send, or what they receive. */
export type Way = "sent" | "received";

/** Floors as JSON Schema (draft 2020-12), for a judge that knows nothing of Holdfast. */
export class FloorSchema {
  readonly #floor: Floor;
  readonly #way: Way;

  constructor(floor: Floor, way: Way) {
    this.#floor = floor;
    this.#way = way;
  }

  /** The schema of a type, with every resource that can stand in it. */
  whole(type: FloorType): PlainObject {
    return this.#withResources(this.#type(type));
  }

  /** The schema of an object: a method's params, an error's body. */
  wholeObject(object: FloorObject): PlainObject {
    return this.#withResources(this.#object(object));
  }

  #withResources(schema: Plain): PlainObject {
    const resources = Object.entries(this.#floor.resources).map(([name, resource]) => [
      name,
      resource.arms
        ? { anyOf: Object.values(resource.arms).map((arm) => reference(arm)) }
        : this.#object(resource),
    ]);
    return { ...(isPlainObject(schema) ? schema : {}), $defs: Object.fromEntries(resources) };
  }

  #object({ fields, unknownKeys }: FloorObject, items?: Plain): PlainObject {
    const members = Object.entries(fields);
    const refuses = (unknownKeys ?? this.#floor.wire.unknownParams) === "refused";
    return {
      type: "object",
      properties: Object.fromEntries(
        members.map(([name, field]) => [name, this.#field(field, items)]),
      ),
      required: members.filter(([, field]) => this.#isThere(field)).map(([name]) => name),
      // Answers may have fields that the floor does not know yet.
      ...(this.#way === "sent" && refuses && { additionalProperties: false }),
    };
  }

  #isThere({ optional, nullable, onlyExpanded, audience, ...field }: FloorField): boolean {
    if (optional === true) return false;
    if (this.#way === "sent") return field.default === undefined;
    if (onlyExpanded === true || audience === "secret") return false;
    return !(nullable === true && this.#floor.wire.nulls === "omitted");
  }

  #field({ type, nullable }: FloorField, items?: Plain): Plain {
    const schema = this.#type(type, items);
    return nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
  }

  #type(type: FloorType, items?: Plain): Plain {
    if (Array.isArray(type)) return type.map((item) => this.#type(item, items));
    if (!isPlainObject(type)) return type;
    const { $object, $resource, $reference, $page } = type;
    if (isPlainObject($object)) return this.#object($object as unknown as FloorObject, items);
    if (typeof $resource === "string") return reference($resource);
    if (typeof $reference === "string") {
      return { anyOf: [{ type: "string" }, reference($reference)] };
    }
    if ($page !== undefined) return this.#page($page, type.$list);
    if ("$items" in type) return { type: "array", ...(items !== undefined && { items }) };
    if ("$eventObject" in type) return { type: "object" };
    if (Array.isArray(type.enum) && type.enum.includes("$events")) return { type: "string" };
    return Object.fromEntries(
      Object.entries(type).map(([key, value]) => [key, this.#type(value, items)]),
    );
  }

  #page(item: FloorType, own: Plain | undefined): Plain {
    const items = this.#type(item);
    const { lists, resources, wire } = this.#floor;
    const list = own === undefined ? (wire.lists === "array" ? null : lists) : own;
    const envelope = typeof list === "string" ? resources[list] : undefined;
    return !envelope ? { type: "array", items } : this.#object(envelope, items);
  }
}

function reference(resource: string): PlainObject {
  return { $ref: `#/$defs/${resource.replace(/~/g, "~0").replace(/\//g, "~1")}` };
}
