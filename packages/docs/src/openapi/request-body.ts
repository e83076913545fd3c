import type { Json } from "holdfast";
import type { MethodShape, ObjectShape } from "holdfast/contract";
import { byName, type JsonObject } from "./document.js";
import { formEncoding } from "./form-style.js";
import { isNeeded } from "./param-object.js";
import type { Places } from "./parameters.js";
import type { Schemas } from "./schemas.js";

/** The body of a method's requests, as JSON and as a form: one schema for both. */
export function requestBody(
  method: MethodShape,
  { others }: Places,
  expand: JsonObject | undefined,
  schemas: Schemas,
  example: { readonly [name: string]: Json },
): JsonObject | undefined {
  if (others.length === 0 && !expand) return undefined;
  const { components } = schemas.context;
  const wanted = `${method.name}.params`;
  const schema = components.ref("schemas", `params ${method.definition.name}`, wanted, () =>
    bodySchema(method, { others, expand }, schemas),
  );
  const { properties } = components.at(schema) as { readonly properties: JsonObject };
  const encoding = formEncoding(properties);
  const known = byName(Object.entries(example).filter(([name]) => Object.hasOwn(properties, name)));
  const shown = Object.keys(known).length === 0 ? {} : { example: known };
  return {
    required: others.some(isNeeded),
    content: {
      "application/json": { schema, ...shown },
      "application/x-www-form-urlencoded": {
        schema,
        ...(Object.keys(encoding).length > 0 && { encoding }),
        ...shown,
      },
    },
  };
}

function bodySchema(
  { params }: MethodShape,
  { others, expand }: { others: Places["others"]; expand: JsonObject | undefined },
  schemas: Schemas,
): JsonObject {
  const shape: ObjectShape = {
    ...params,
    fields: new Map(others.map((field) => [field.name, field])),
  };
  const { properties, ...rest } = schemas.object(shape) as { readonly properties: JsonObject };
  return { ...rest, properties: { ...properties, ...(expand && { expand }) } };
}
