import { isList, isObject, type Json, type JsonObject } from "./json.js";

/** Where schemas come from, and how they are to be read. */
export interface Source {
  /** Tells the documents apart. */
  readonly name: string;
  /** What a `$ref` stands for; undefined if it leads nowhere. */
  readonly resolve: (ref: string) => unknown;
  readonly dialect: Dialect;
  readonly mode: Mode | undefined;
}

/** Which words a schema is written in. OpenAPI 3.1 uses those of JSON Schema 2020-12. */
export type Dialect = "2020-12" | "openapi-3.0";

/** `sent`: what callers send, without what is read only. `received`: without what is write only. */
export type Mode = "sent" | "received";

/** A schema that cannot be read. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";
}

const single = new Set([
  "items",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
]);
const several = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const named = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** What says nothing about a value. */
const annotations = new Set([
  "title",
  "description",
  "example",
  "examples",
  "externalDocs",
  "xml",
  "$comment",
  "$schema",
  "$id",
  "$anchor",
  "$defs",
  "definitions",
]);

/** The reference that a schema is, if it is one. */
export function refOf(schema: unknown): string | undefined {
  if (!isObject(schema)) return undefined;
  const ref = schema.$ref ?? schema.$dynamicRef;
  return typeof ref === "string" ? ref : undefined;
}

/** A schema's text without what says nothing, and with its references taken out, in their order. */
export function outline(schema: unknown): {
  readonly text: string;
  readonly refs: readonly string[];
} {
  const refs: string[] = [];
  const text = outlineOf(schema as Json, refs, false);
  return { text, refs };
}

function outlineOf(schema: Json, refs: string[], withNames: boolean): string {
  if (!isObject(schema)) return JSON.stringify(schema) ?? "";
  const ref = refOf(schema);
  const said = Object.keys(schema)
    .filter((key) => !annotations.has(key) && !key.startsWith("x-"))
    .sort()
    .map((key) => `${JSON.stringify(key)}:${keyword(key, schema[key] as Json, refs, schema)}`);
  if (ref === undefined) return `{${said.join()}}`;
  refs.push(ref);
  const name = withNames ? JSON.stringify(ref.slice(ref.lastIndexOf("/") + 1)) : "";
  return `{ref${name},${said.join()}}`;
}

function keyword(key: string, value: Json, refs: string[], schema: JsonObject): string {
  if (key === "$ref" || key === "$dynamicRef") return "";
  const names = schema.discriminator !== undefined;
  if (single.has(key) && isObject(value)) return outlineOf(value, refs, names);
  if (several.has(key) && isList(value)) {
    return `[${value.map((part) => outlineOf(part, refs, names)).join()}]`;
  }
  if (named.has(key) && isObject(value)) {
    const members = Object.keys(value).sort();
    return `{${members
      .map((name) => `${JSON.stringify(name)}:${outlineOf(value[name] as Json, refs, names)}`)
      .join()}}`;
  }
  return JSON.stringify(value);
}

/** A value as an error quotes it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
