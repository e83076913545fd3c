import type { JsonSchema, ShapeField } from "holdfast/contract";
import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";

/** A schema that takes null, too. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema.enum)) {
    const { type, ...rest } = schema;
    return {
      ...rest,
      ...(type !== undefined && { type: [type, "null"] }),
      enum: [...schema.enum, null],
    };
  }
  if (typeof schema.type === "string" && !("const" in schema)) {
    return { ...schema, type: [schema.type, "null"] };
  }
  return { anyOf: [schema, { type: "null" }] };
}

/** What is said of a field or param, beside its type. */
export function saidOf({ info, via }: ShapeField, { words, api }: Context): JsonObject {
  const ends = info.until === undefined ? undefined : api.timeline.gates.get(info.until)?.version;
  return {
    ...(info.description !== undefined && { description: words(info.description) }),
    // What newer versions do not have.
    ...(ends !== undefined && { deprecated: true, "x-holdfast-until": ends }),
    ...(via.length > 0 && { "x-holdfast-gates": via }),
  };
}
