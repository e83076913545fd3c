import { canonical, isList, type Json, type JsonObject, member } from "./json.js";
import { type Dialect, SchemaError, shown } from "./source.js";
import type { Keywords } from "./term.js";
import { anyNumber, anyType, typeNamed, typeOf, types } from "./types.js";

/** Formats that say how a value is shown or kept, and nothing about which values there are. */
const saysNothing = new Set(["password", "binary", "textarea", "markdown", "html"]);

/** Reads the words of a schema that stand by themselves: types, values and limits. */
export function readScalars(schema: JsonObject, dialect: Dialect): Keywords {
  const legacy = dialect === "openapi-3.0";
  const nullable = legacy && schema.nullable === true && schema.type !== undefined;
  const allowed = typesOf(schema) | (nullable ? types.null : 0);
  const listed = valuesOf(schema, allowed);
  // 3.0's clarified text would leave null out; every tool lets it in.
  const values = listed && nullable && !listed.includes(null) ? [null, ...listed] : listed;
  const format = formatOf(schema);
  return limits({
    types: values || allowed === anyType ? undefined : allowed,
    enum: values,
    ...numbers(schema, legacy),
    minLength: above(schema, "minLength"),
    maxLength: number(schema, "maxLength"),
    pattern: patternOf(schema),
    format: applies(format, allowed) ? format : undefined,
    minItems: above(schema, "minItems"),
    maxItems: number(schema, "maxItems"),
    uniqueItems: schema.uniqueItems === true ? true : undefined,
    minContains: number(schema, "minContains"),
    maxContains: number(schema, "maxContains"),
    minProperties: above(schema, "minProperties"),
    maxProperties: number(schema, "maxProperties"),
    default: member(schema, "default"),
    deprecated: schema.deprecated === true ? true : undefined,
  });
}

type Maybe = { readonly [Name in keyof Keywords]: Keywords[Name] | undefined };

function limits(words: Maybe): Keywords {
  return Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined),
  ) as Keywords;
}

function numbers(schema: JsonObject, legacy: boolean): Maybe {
  const minimum = number(schema, "minimum");
  const maximum = number(schema, "maximum");
  // In 3.0 exclusiveness is a flag on the limit.
  const overMin = legacy && schema.exclusiveMinimum === true;
  const underMax = legacy && schema.exclusiveMaximum === true;
  return {
    minimum: overMin ? undefined : minimum,
    maximum: underMax ? undefined : maximum,
    exclusiveMinimum: overMin ? minimum : number(schema, "exclusiveMinimum"),
    exclusiveMaximum: underMax ? maximum : number(schema, "exclusiveMaximum"),
    multipleOf: number(schema, "multipleOf"),
  };
}

/** `contentEncoding: base64` is what 3.0 says with a format. */
function formatOf(schema: JsonObject): string | undefined {
  const format = member(schema, "format");
  if (schema.contentEncoding === "base64") return "byte";
  return typeof format === "string" && !saysNothing.has(format) ? format : undefined;
}

const numeric = new Set(["int32", "int64", "float", "double"]);

/** Whether a format can say anything about values of some types. */
function applies(format: string | undefined, allowed: number): boolean {
  if (format === undefined) return false;
  return numeric.has(format) ? (allowed & anyNumber) !== 0 : (allowed & types.string) !== 0;
}

function patternOf(schema: JsonObject): string | undefined {
  const pattern = member(schema, "pattern");
  const saysAll = ["", ".*", "^.*$", "^", "$"];
  return typeof pattern === "string" && !saysAll.includes(pattern) ? pattern : undefined;
}

function number(schema: JsonObject, word: string): number | undefined {
  const value = member(schema, word);
  return typeof value === "number" ? value : undefined;
}

/** A lower limit, unless it is one that holds by itself. */
function above(schema: JsonObject, word: string): number | undefined {
  const limit = number(schema, word);
  return limit === undefined || limit <= 0 ? undefined : limit;
}

/** The values of an enum or a const that a type does not rule out; undefined if there is neither. */
function valuesOf(schema: JsonObject, set: number): readonly Json[] | undefined {
  const list = member(schema, "enum");
  const constant = member(schema, "const");
  if (!isList(list) && constant === undefined) return undefined;
  const values = isList(list) ? list : [constant as Json];
  const both = values.filter(
    (value) => constant === undefined || canonical(value) === canonical(constant),
  );
  const unique = new Map(both.map((value) => [canonical(value), value]));
  return [...unique]
    .filter(([, value]) => typeOf(value) & set)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => value);
}

/** The set of types that a schema allows. */
function typesOf(schema: JsonObject): number {
  const named = member(schema, "type");
  if (named === undefined) return anyType;
  let set = 0;
  for (const name of isList(named) ? named : [named]) {
    const one = typeNamed(name);
    if (one === undefined) throw new SchemaError(`There is no type ${shown(name)}.`);
    set |= one;
  }
  return set;
}
