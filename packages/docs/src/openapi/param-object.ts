import type { JsonSchema, ObjectShape, ShapeField } from "holdfast/contract";
import type { Context } from "./context.js";
import { orNull, saidOf } from "./members.js";
import { type Direction, Schemas } from "./schemas.js";

/** What callers send. */
const paramObject: Direction["object"] = (shape, schemas) => {
  const fields = [...shape.fields.values()].filter(({ info }) => !info.undocumented);
  const unknown = shape.unknownKeys ?? schemas.context.contract.wire.unknownParams;
  const required = fields.filter((field) => mustBeSent(field, shape));
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, ofParam(field, schemas)])),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    ...(unknown === "refused" && { additionalProperties: false }),
  };
};

/** Whether a param is refused where it is left out, whatever else is sent. */
export function mustBeSent(field: ShapeField, shape: ObjectShape): boolean {
  return isNeeded(field) && otherNames(field, shape).length === 0;
}

/** Whether a param must be sent, by this name or another. */
export function isNeeded({ info }: ShapeField): boolean {
  return !info.optional && info.default === undefined;
}

/** Params of which one is enough, because they are the same one under several names. */
export function oneIsEnough(shape: ObjectShape): readonly (readonly ShapeField[])[] {
  const fields = [...shape.fields.values()].filter(({ info }) => !info.undocumented);
  const groups = fields.filter(isNeeded).map((field) => [field, ...otherNames(field, shape)]);
  return groups.filter((group) => group.length > 1 && group[0] === firstOf(group, fields));
}

/** Listed params that make the same of head as this one: its newer or older names. */
function otherNames(field: ShapeField, { fields }: ObjectShape): readonly ShapeField[] {
  if (field.join || field.parts || field.target.length === 0) return [];
  const target = field.target.join(".");
  return [...fields.values()].filter(
    (one) => one !== field && !one.join && !one.parts && one.target.join(".") === target,
  );
}

function firstOf(group: readonly ShapeField[], fields: readonly ShapeField[]) {
  return fields.find((field) => group.includes(field));
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
