import type { JsonSchema } from "../definition/json-schema.js";

/** A value of an enum that was added after everything that is known here. */
export const FROM_THE_FUTURE = "value_from_the_future";

/** A schema whose enums may have values that nobody knows yet. */
export function withOpenEnums(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) =>
      keyword === "enum" ? ["type", "string"] : [keyword, opened(value)],
    ),
  );
}

function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  return typeof value === "object" && value !== null ? withOpenEnums(value as JsonSchema) : value;
}
