import type { Json, Kind } from "holdfast";
import type { JsonSchema } from "holdfast/contract";

/** Formats that tools know (spec.openapis.org/registry/format), by the kinds that have them. */
const FORMATS: Readonly<Record<string, string>> = { timestamp: "unix-time" };

/** A kind's schema with what schemas alone do not say: meanings of values, how texts are read. */
export function annotated(
  kind: Kind,
  schema: JsonSchema,
  words: (text: string) => string,
): JsonSchema {
  if (kind.knows) return { oneOf: armsOf(schema).map(flat) };
  if (Array.isArray(schema.enum)) return ofValues(kind, schema, words);
  if ("const" in schema) return typed(schema, [schema.const]);
  const format = FORMATS[kind.name];
  const isNamed = "type" in schema && !kind.shape && !kind.parts && kind.label !== schema.type;
  return {
    ...schema,
    ...(format !== undefined && { format }),
    ...(isNamed && { "x-holdfast-type": kind.label }),
  };
}

function ofValues(kind: Kind, schema: JsonSchema, words: (text: string) => string): JsonSchema {
  const values = schema.enum as readonly Json[];
  // An enum without values is no JSON Schema.
  if (values.length === 0) return { not: {} };
  const meanings = Object.entries(kind.values ?? {}).map(([value, text]) => [value, words(text)]);
  return {
    ...typed(schema, values),
    ...(meanings.length > 0 && { "x-enumDescriptions": Object.fromEntries(meanings) }),
  };
}

function typed(schema: JsonSchema, values: readonly unknown[]): JsonSchema {
  const types = new Set(values.map((value) => (value === null ? "null" : typeof value)));
  const [type] = types;
  return types.size === 1 ? { type, ...schema } : schema;
}

function armsOf({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] {
  return (anyOf ?? oneOf ?? []) as readonly JsonSchema[];
}

/** An arm that says "all of" two objects, as one of which tools make one type. */
function flat(arm: JsonSchema): JsonSchema {
  const parts = arm.allOf as readonly JsonSchema[] | undefined;
  const [tag, body] = parts ?? [];
  if (!tag || !body || typeof body.properties !== "object") return arm;
  const own = body.properties as Readonly<Record<string, JsonSchema>>;
  const properties = { ...own };
  for (const [name, value] of Object.entries(tag.properties as Record<string, JsonSchema>)) {
    const { enum: _values, "x-enumDescriptions": _meanings, ...rest } = own[name] ?? {};
    properties[name] = typed({ ...rest, ...value }, [value.const]);
  }
  const required = [...((body.required as string[] | undefined) ?? [])];
  for (const name of tag.required as string[]) if (!required.includes(name)) required.push(name);
  return { ...body, properties, required };
}
