import { converter } from "../definition/evaluate.js";
import { withTablesJoined } from "../definition/expr.js";
import type { Json, KindCompiler, Read } from "../definition/kind.js";
import { isHash } from "../definition/kinds/containers.js";
import { type Path, showPath, startsWith } from "../definition/path.js";
import { raise } from "../definition/raised.js";
import { type Reader, refuse } from "../definition/reader.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import * as errors from "../definition/validation-errors.js";
import type { WireObject, WireValue } from "../http/message.js";
import { sameJson } from "./diff.js";
import { joiner, keepPart } from "./joined-params.js";

/** Head's params while they are read. */
export type Target = Record<string, unknown>;

/** Reads a hash into a scope of head's params. */
export type ReadInto = (input: WireObject, at: Reader, into: Target) => void;

interface FieldReader {
  readonly field: ShapeField;
  read(input: WireValue, at: Reader, into: Target): void;
}

/** Makes the reader of an object's fields; each writes to where head has it. */
export function compileReadInto(
  shape: ObjectShape,
  compiler: KindCompiler,
  unknownParams: "refused" | "ignored",
  above?: NamesOf,
): ReadInto {
  const names = above ?? namesOf(shape);
  const join = above ? undefined : joiner(shape, put);
  const refuseUnknown = (shape.unknownKeys ?? unknownParams) === "refused";
  const fields = [...shape.fields.values()];
  const readers = new Map(
    fields.map((field) => [field.name, fieldReader(field, names, compiler, unknownParams)]),
  );
  const needed = [...readers.values()].filter(
    ({ field }) => !field.info.optional || field.info.default !== undefined,
  );
  const objects = fields.filter(({ info: { kind } }) => kind.sharesScope && kind.shape);
  return (input, at, into) => {
    for (const key in input) {
      const reader = readers.get(key);
      const value = input[key];
      if (reader && value !== undefined) reader.read(value, at.below(key), into);
      else if (refuseUnknown) refuseKey(at.below(key));
    }
    for (const { field } of needed) {
      if (Object.hasOwn(input, field.name)) continue;
      if (field.info.default !== undefined) setDefault(into, field, at);
      else if (!isSet(into, field.target)) refuseMissing(field, at.below(field.name));
    }
    for (const field of objects) {
      if (!Object.hasOwn(input, field.name)) fillAround(field, field, at, into);
    }
    join?.(into, at);
  };
}

interface Named {
  readonly field: ShapeField;
  readonly path: Path;
}

/** The fields of one scope by where they go: where two names mean one thing, there are two. */
type NamesOf = ReadonlyMap<string, readonly Named[]>;

/** Every name of a scope, by where its value goes in head. */
export function namesOf(shape: ObjectShape): NamesOf {
  const names = new Map<string, Named[]>();
  const add = ({ fields }: ObjectShape, above: Path): void => {
    for (const field of fields.values()) {
      const { shape: inner, sharesScope } = field.info.kind;
      const path = [...above, field.name];
      const key = placeOf(field);
      names.set(key, [...(names.get(key) ?? []), { field, path }]);
      if (inner && sharesScope) add(inner, path);
    }
  };
  add(shape, []);
  return names;
}

/**
 * What the values of a field are the only ones of: two fields with one place say the same thing.
 * Objects that go nowhere, and what goes to several places or joins others, have their own.
 */
export function placeOf({ name, target, parts, join }: ShapeField): string {
  if (join) return `${target.join(".")} ${join.index}`;
  return target.length === 0 || parts ? ` ${name}` : target.join(".");
}

/** Whether each field of a request goes to one place of its own. */
export function isPlain(shape: ObjectShape): boolean {
  return [...shape.fields.values()].every(({ info: { kind }, target, parts, join }) => {
    if (parts || join || target.length === 0) return false;
    return !kind.sharesScope || !kind.shape || isPlain(kind.shape);
  });
}

/** A member that must have a value even where the object around it is left out. */
export function isFilledAround(object: ShapeField, { target, info }: ShapeField): boolean {
  const isWithin = object.target.length > 0 && startsWith(target, object.target);
  return !isWithin && (!info.optional || info.default !== undefined);
}

/**
 * What stands elsewhere in head has its default, or must be given, though the object that callers
 * have around it was left out.
 */
function fillAround(outer: ShapeField, object: ShapeField, at: Reader, into: Target): void {
  for (const member of object.info.kind.shape?.fields.values() ?? []) {
    const { kind } = member.info;
    if (kind.sharesScope && kind.shape && member.target.length === 0) {
      fillAround(outer, member, at, into);
    } else if (!isFilledAround(object, member) || isSet(into, member.target)) {
    } else if (member.info.default !== undefined) setDefault(into, member, at);
    else refuseMissing(outer, at.below(outer.name));
  }
}

/** Null for an object that head does not have unsets what its members are. */
function unsetMembers({ info: { kind } }: ShapeField, into: Target): void {
  for (const member of kind.shape?.fields.values() ?? []) {
    if (member.target.length === 0) unsetMembers(member, into);
    else for (const { target } of member.parts ?? [member]) put(into, target, null);
  }
}

function fieldReader(
  field: ShapeField,
  names: NamesOf,
  compiler: KindCompiler,
  unknownParams: "refused" | "ignored",
): FieldReader {
  const { info, target } = field;
  const twin = names.get(placeOf(field))?.find((one) => one.field !== field)?.path;
  const readValue = valueReader(field, names, compiler, unknownParams);
  const convert = upConversion(field);
  const keep = keeper(field);
  return {
    field,
    read(input, at, into) {
      const here = info.sensitive ? at.hidden() : at;
      if ((input === "" && info.kind.takesEmpty !== true) || input === null) {
        if (!info.nullable) refuseEmpty(input === null ? "null" : "an empty string", at);
        if (target.length === 0) unsetMembers(field, into);
        else keep(into, convert ? convert(null, here) : null, twin, at);
        return;
      }
      readValue(input, here, into, twin);
    },
  };
}

type ReadValue = (input: WireValue, at: Reader, into: Target, twin: Path | undefined) => void;

function valueReader(
  field: ShapeField,
  names: NamesOf,
  compiler: KindCompiler,
  unknownParams: "refused" | "ignored",
): ReadValue {
  const { kind } = field.info;
  if (kind.sharesScope && kind.shape) {
    const readInto = compileReadInto(kind.shape, compiler, unknownParams, names);
    return (input, at, into) => {
      if (!isHash(input)) refuse(at, "a hash", input);
      ensure(into, field.target);
      readInto(input, at, into);
    };
  }
  const read: Read | undefined = kind.reader?.(compiler);
  if (!read) throw new TypeError(`${field.name} is a ${kind.name}, which cannot be a param`);
  const convert = upConversion(field);
  const keep = keeper(field);
  return (input, at, into, twin) => {
    const value = read(input, at);
    keep(into, convert ? convert(value, at) : value, twin, at);
  };
}

type Keep = (into: Target, value: unknown, twin: Path | undefined, at: Reader) => void;

/** Puts a field's value where head has it, or the parts of it where head has those. */
function keeper({ target, parts, join, info }: ShapeField): Keep {
  if (join) return (into, value, _twin, at) => keepPart(into, join, value, at);
  if (!parts) return (into, value, twin, at) => agree(into, target, value, twin, at);
  const made = parts.map((part) => ({
    target: part.target,
    convert: upConversion({ conversions: part.conversions, info }),
  }));
  return (into, value, _twin, at) => {
    for (const one of made) put(into, one.target, one.convert ? one.convert(value, at) : value);
  };
}

function refuseKey(at: Reader): never {
  raise(errors.unknownParam, { help: at.help }, { param: at.path });
}

function refuseEmpty(given: string, at: Reader): never {
  raise(errors.emptyParam, { given }, { param: at.path });
}

function refuseMissing(field: ShapeField, at: Reader): never {
  raise(errors.missingParam, {}, { param: at.path, status: field.missingStatus });
}

/** Turns a value as the caller's version has it into today's, or refuses what has no counterpart. */
export type UpConversion = (value: unknown, at: Reader) => unknown;

/** What turns a param's value into today's; nothing where they are the same. */
export function upConversion({
  conversions,
  info,
}: Pick<ShapeField, "conversions" | "info">): UpConversion | undefined {
  if (conversions.length === 0) return undefined;
  const steps = withTablesJoined(conversions).map(converter);
  return (value, at) => {
    let converted = value;
    for (const step of steps) {
      converted = step(converted);
      if (converted === undefined) refuse(at, info.kind.label, value as WireValue);
    }
    return converted;
  };
}

/** Puts a value where head has it. Two names for one thing must not say different things. */
function agree(
  into: Target,
  target: Path,
  value: unknown,
  twin: Path | undefined,
  at: Reader,
): void {
  const name = target[target.length - 1] ?? "";
  const there = twin && ensure(into, target.slice(0, -1));
  if (there && Object.hasOwn(there, name) && !sameJson(there[name] as Json, value as Json)) {
    raise(errors.paramsDisagree, { other: showPath(twin) }, { param: at.path });
  }
  put(into, target, value);
}

/** Puts a value where head has it, in objects that are made on the way. */
export function put(into: Target, target: Path, value: unknown): void {
  ensure(into, target.slice(0, -1))[target[target.length - 1] ?? ""] = value;
}

function setDefault(into: Target, field: ShapeField, at: Reader): void {
  if (!isSet(into, field.target)) keeper(field)(into, headDefault(field), undefined, at);
}

/** What a param that is left out means to head: its default is a value of the caller's version. */
export function headDefault({ info, conversions }: ShapeField): unknown {
  return conversions.reduce((value, step) => converter(step)(value), info.default);
}

/** The object at a path, which is made where it is missing. */
export function ensure(into: Target, path: Path): Target {
  let object = into;
  for (const name of path) {
    const next = object[name];
    if (typeof next === "object" && next !== null) object = next as Target;
    else {
      const made: Target = {};
      object[name] = made;
      object = made;
    }
  }
  return object;
}

function isSet(into: Target, path: Path): boolean {
  let value: unknown = into;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Target)[name];
  }
  return true;
}
