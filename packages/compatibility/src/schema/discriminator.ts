import { isList, isObject, type Json, type JsonObject, member } from "./json.js";
import { refOf, type Source } from "./source.js";
import type { Term, Terms } from "./term.js";
import { types } from "./types.js";

/**
 * The arms of a union, each with the values that tell it (OpenAPI, "Discriminator Object"): those
 * that the mapping gives it, or its schema's name. An arm that names its values itself stays as it is.
 */
export function discriminated(
  terms: Terms,
  discriminator: JsonObject,
  raw: readonly Json[],
  arms: readonly Term[],
  source: Source,
): readonly Term[] {
  const property = member(discriminator, "propertyName");
  if (typeof property !== "string") return arms;
  const mapped = mappingOf(discriminator);
  return arms.map((arm, index) => {
    const ref = refOf(raw[index]);
    if (ref === undefined || namesValues(source, raw[index], property)) return arm;
    const given = mapped.filter(([, target]) => leadsTo(target, ref)).map(([value]) => value);
    return terms.all([arm, told(terms, property, given.length > 0 ? given : [nameOf(ref)])]);
  });
}

/** What a schema's mapping says where its arms are not listed, but are schemas that build on it. */
export function mappedOnly(
  terms: Terms,
  discriminator: JsonObject,
  schema: JsonObject,
  source: Source,
): Term {
  const property = member(discriminator, "propertyName");
  const values = mappingOf(discriminator).map(([value]) => value);
  const says = typeof property === "string" && values.length > 0;
  return says && !namesValues(source, schema, property)
    ? told(terms, property, values)
    : terms.always;
}

function told(terms: Terms, property: string, values: readonly string[]): Term {
  return terms.of({
    types: types.object,
    properties: new Map([[property, terms.of({ enum: [...values].sort() })]]),
    required: [property],
  });
}

function mappingOf(discriminator: JsonObject): readonly (readonly [string, Json])[] {
  const mapping = member(discriminator, "mapping");
  return isObject(mapping) ? Object.entries(mapping) : [];
}

/** A mapping names a schema by its reference, or by its name. */
function leadsTo(target: Json, ref: string): boolean {
  return target === ref || (typeof target === "string" && nameOf(target) === nameOf(ref));
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/** Whether a schema says itself which values a property has. */
function namesValues(source: Source, raw: unknown, property: string, depth = 0): boolean {
  const schema = resolved(source, raw);
  if (!isObject(schema) || depth > 8) return false;
  const properties = member(schema, "properties");
  const declared = isObject(properties)
    ? resolved(source, member(properties, property))
    : undefined;
  if (isObject(declared) && (declared.enum ?? declared.const) !== undefined) return true;
  const parts = member(schema, "allOf");
  return isList(parts) && parts.some((part) => namesValues(source, part, property, depth + 1));
}

function resolved(source: Source, raw: unknown): unknown {
  let found = raw;
  for (let steps = 0; steps < 20; steps++) {
    const ref = refOf(found);
    if (ref === undefined) return found;
    found = source.resolve(ref);
  }
  return undefined;
}
