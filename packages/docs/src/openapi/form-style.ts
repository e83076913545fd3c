import type { Json } from "holdfast";
import type { JsonObject } from "./document.js";

/**
 * How a query writes a param: lists as `ids[]=a&ids[]=b`, what has members as `created[gt]=1`, lists
 * of what has members as `items[0][id]=a` (OpenAPI 3.1, "Style Values").
 */
export function queryStyle(name: string, schema: JsonObject): JsonObject {
  if (isList(schema) && !hasMembers(schema)) {
    return { name: `${name}[]`, style: "form", explode: true };
  }
  return hasMembers(schema) ? { style: "deepObject", explode: true } : {};
}

/** How a form in a body writes those of its members that are no plain values: `ids[0]=a`. */
export function formEncoding(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, schema]) => isList(schema as JsonObject) || hasMembers(schema as JsonObject))
      .map(([name]) => [name, { style: "deepObject", explode: true }]),
  );
}

function isList(schema: JsonObject): boolean {
  return is(schema, "array") || partsOf(schema).some(isList);
}

/** Whether a value may have members of its own, however deep. */
function hasMembers(schema: JsonObject): boolean {
  if (is(schema, "object")) return true;
  if (is(schema, "array") && hasMembers(schema.items as JsonObject)) return true;
  return partsOf(schema).some(hasMembers);
}

function is({ type }: JsonObject, wanted: string): boolean {
  return type === wanted || (Array.isArray(type) && type.includes(wanted));
}

function partsOf({ anyOf, oneOf }: JsonObject): readonly JsonObject[] {
  return (anyOf ?? oneOf ?? []) as readonly Json[] as readonly JsonObject[];
}
