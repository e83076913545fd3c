import { isAlwaysThere, type JsonSchema, mayBeNull, shownFields } from "holdfast/contract";
import type { Context } from "./context.js";
import { orNull, saidOf } from "./members.js";
import { type Direction, Schemas } from "./schemas.js";

/** How much of an answer a description tells: everything that any caller may see. */
const ASKED = { secret: true, expanded: "perhaps" } as const;

/** What callers receive. It may hold more: fields are added without a new version. */
const answerObject: Direction["object"] = (shape, schemas) => {
  const { context } = schemas;
  const { wire } = context.contract;
  const shown = shownFields(shape, wire, ASKED).filter(({ info }) => !info.undocumented);
  const required = shown.filter(
    (field) => isAlwaysThere(field, wire, ASKED) && field.info.audience === "everyone",
  );
  const properties = shown.map((field): [string, JsonSchema] => {
    const { info } = field;
    const schema = schemas.of(info.kind);
    return [
      field.name,
      {
        ...(mayBeNull(info, wire) ? orNull(schema) : schema),
        ...saidOf(field, context),
        ...(info.audience === "secret" && { "x-holdfast-keys": ["secret"] }),
        ...(info.onlyExpanded && { "x-holdfast-only-expanded": true }),
      },
    ];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
  };
};

/** The schemas of what callers receive. */
export function answerSchemas(context: Context): Schemas {
  return new Schemas(context, { object: answerObject, eventTypes: (types) => types });
}
