import type { JsonSchema, ShapeField } from "holdfast/contract";
import type { Context } from "./context.js";
import { orNull, saidOf } from "./members.js";
import { type Direction, Schemas } from "./schemas.js";

/** What callers send. */
const paramObject: Direction["object"] = (shape, schemas) => {
  const fields = [...shape.fields.values()].filter(({ info }) => !info.undocumented);
  const unknown = shape.unknownKeys ?? schemas.context.contract.wire.unknownParams;
  const required = fields.filter(mustBeSent);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, ofParam(field, schemas)])),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    ...(unknown === "refused" && { additionalProperties: false }),
  };
};

/** Whether a param is refused where it is left out. */
export function mustBeSent({ info }: ShapeField): boolean {
  return !info.optional && info.default === undefined;
}

/** The schema of a param, with what is said of it. */
export function ofParam(field: ShapeField, schemas: Schemas): JsonSchema {
  const { info } = field;
  const schema = schemas.of(info.kind);
  const isText = schema.type === "string" && !("enum" in schema) && !("const" in schema);
  return {
    ...(info.nullable ? orNull(schema) : schema),
    // An empty text asks to unset a param; what cannot be unset cannot be empty.
    ...(isText && !info.nullable && !info.kind.takesEmpty && { minLength: atLeastOne(schema) }),
    ...(info.default !== undefined && { default: info.default }),
    ...(info.sensitive && { writeOnly: true, ...(isText && { format: "password" }) }),
    ...saidOf(field, schemas.context),
  };
}

function atLeastOne({ minLength }: JsonSchema): number {
  return Math.max(1, typeof minLength === "number" ? minLength : 0);
}

/** The schemas of what callers send. */
export function paramSchemas(context: Context): Schemas {
  return new Schemas(context, { object: paramObject, eventTypes: withGroups });
}

/** The types of events, and `charge.*` for all that begin alike. */
function withGroups(types: readonly string[]): readonly string[] {
  const groups = types.flatMap((type) => {
    const names = type.split(".");
    return names.slice(1).map((_, index) => `${names.slice(0, index + 1).join(".")}.*`);
  });
  return [...types, ...new Set(groups)];
}
