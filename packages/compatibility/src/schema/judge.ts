import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isList, isObject, type Json } from "./json.js";
import { regex } from "./regex.js";
import type { Keywords, Term, Terms } from "./term.js";
import { typeNames } from "./types.js";

const ajv = new Ajv2020({ strict: false, validateFormats: true, logger: false });
// Its types say that it is a namespace; it is the function.
(addFormats as unknown as (to: Ajv2020) => void)(ajv);

/**
 * Asks Ajv, which knows nothing of how a containment was derived, whether a term holds for a value.
 * It is given as much of the schema as the value can reach, so that a schema without end has one.
 */
export function judge(terms: Terms, term: Term, value: Json): boolean {
  const slice = { terms, names: namesIn(value, new Set()) };
  const schema = written(slice, term, depthOf(value), 0);
  const validate = ajv.compile(schema);
  const holds = validate(value);
  if (typeof schema === "object") ajv.removeSchema(schema);
  return holds;
}

/** What is to be written: of which terms, and for a value with which names. */
interface Slice {
  readonly terms: Terms;
  readonly names: ReadonlySet<string>;
}

/** The names of all properties of a value, and of its parts. */
function namesIn(value: Json, names: Set<string>): ReadonlySet<string> {
  if (isObject(value)) for (const name of Object.keys(value)) names.add(name);
  const parts = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const part of parts) namesIn(part, names);
  return names;
}

/** How many levels a value has below itself. */
function depthOf(value: Json): number {
  const parts = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return parts.reduce((most: number, part) => Math.max(most, 1 + depthOf(part)), 0);
}

/** How often a schema may say itself again at one place. */
const mostInPlace = 40;

type Written = { [keyword: string]: unknown };

function written(slice: Slice, term: Term, depth: number, inPlace: number): Written | boolean {
  const body = slice.terms.body(term);
  if (typeof body === "boolean") return body;
  if (depth < 0) return true;
  if (inPlace > mostInPlace) return false;
  const below = (one: Term) => written(slice, one, depth - 1, 0);
  const beside = (one: Term) => written(slice, one, depth, inPlace + 1);
  const { types, enum: values, default: _default, deprecated: _deprecated, ...words } = body;
  const schema: Written = {};
  if (types !== undefined) schema.type = typeNames(types);
  if (values) schema.enum = values.length > 0 ? values : [{ nothing: {} }];
  if (values?.length === 0) schema.not = {};
  for (const [word, said] of Object.entries(words)) {
    if (said === undefined) continue;
    if (word === "pattern" && !regex(body.pattern ?? "")) continue;
    const into = isInPlace(word) ? beside : below;
    const writtenWord =
      word === "properties" ? members(slice, body, into) : writtenValue(said, into);
    if (word === "not" && schema.not) schema.allOf = [{ not: writtenWord }];
    else schema[word] = writtenWord;
  }
  return schema;
}

/** What no value has is declared, and nothing is said of it. */
function members({ names }: Slice, { properties }: Keywords, into: (term: Term) => unknown) {
  return Object.fromEntries(
    [...(properties ?? [])].map(([name, term]) => [name, names.has(name) ? into(term) : true]),
  );
}

function writtenValue(said: Keywords[keyof Keywords], into: (term: Term) => unknown): unknown {
  if (said instanceof Map) {
    return Object.fromEntries([...said].map(([name, term]) => [name, into(term)]));
  }
  if (isTerm(said)) return into(said);
  if (Array.isArray(said)) return said.map((one) => (isTerm(one) ? into(one) : one));
  return said;
}

function isInPlace(word: string): boolean {
  return word === "allOf" || word === "anyOf" || word === "oneOf" || word === "not";
}

function isTerm(value: unknown): value is Term {
  return typeof value === "object" && value !== null && "body" in value;
}
