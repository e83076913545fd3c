import type { WireObject, WireValue } from "../../http/message.js";
import { type JsonSchema, schemaOf } from "../json-schema.js";
import type { Json, Kind, Reach } from "../kind.js";
import { type Reader, refuse, refuseLimit } from "../reader.js";
import { sampleOf } from "../sampler.js";
import { headShape, type ObjectShape } from "../shape.js";
import type { Fields } from "../type.js";

/** Whether a wire value is a hash. */
export function isHash(input: WireValue): input is WireObject {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** A nested object. Its fields share the scope of the object around it, so that they can move. */
export function objectKind(fields: Fields): Kind {
  return boundObject(headShape(fields, []), fields);
}

function boundObject(shape: ObjectShape, fields: Fields): Kind {
  return {
    name: "object",
    label: "object",
    shape,
    sharesScope: true,
    expandsInto: "shape",
    bind: (path) => boundObject(headShape(fields, path), fields),
    detached: () => detachedObject(headShape(fields, [])),
    withShape: (changed) => boundObject(changed, fields),
    reader: (compiler) => compiler.readObject(shape),
    renderer: (compiler) => compiler.object(shape),
    schema: (scope) => scope.object(shape),
    sample: (sampler) => sampler.object(shape),
    sites: (compiler, reach, expand) => compiler.objectSites(shape, reach, expand),
  };
}

/** A nested object whose fields stand in its own value: it was made by a conversion. */
function detachedObject(shape: ObjectShape): Kind {
  return {
    name: "object",
    label: "object",
    shape,
    expandsInto: "shape",
    withShape: detachedObject,
    reader: (compiler) => compiler.readObject(shape),
    schema: (scope) => scope.object(shape),
    sample: (sampler) => sampler.object(shape),
    renderer: (compiler) => {
      const render = compiler.scoped().object(shape);
      return (value, _scope, call, expand) => render(value, value, call, expand);
    },
    sites: (compiler, reach, expand) => compiler.scoped().objectSites(shape, reach, expand),
  };
}

/** An object that nothing stands in yet; what is put there knows its own way. */
export const emptyObjectKind: Kind = boundObject(headShape({}, []), {});

/** Limits of a list. */
export interface ListLimits {
  readonly maxItems?: number | undefined;
}

/** A list. Objects in it are scopes of their own. */
export function listKind(item: Kind, limits: ListLimits = {}): Kind {
  const inner = item.shape;
  return {
    name: "list",
    label: `list of ${item.label}`,
    parts: [item],
    leavesOut: true,
    limits: limits.maxItems === undefined ? {} : { maxItems: limits.maxItems },
    withLimits: (changed) => listKind(item, { ...limits, ...changed } as ListLimits),
    ...(inner && { shape: inner, expandsInto: "shape" as const }),
    ...(item.resource !== undefined && { resource: item.resource }),
    ...(item.expandable && { expandable: true }),
    ...(item.expandsInto === "resource" && { expandsInto: item.expandsInto }),
    ...armsOf(item, (changed) => listKind(changed, limits)),
    withShape: (changed) => listKind(item.withShape?.(changed) ?? item, limits),
    withResource: (name) => listKind(item.withResource?.(name) ?? item, limits),
    reader: (compiler) => {
      const read = item.reader?.(compiler.scoped());
      if (!read) throw new TypeError(`a list of ${item.name} cannot be a param`);
      return (input, at) => {
        if (!Array.isArray(input)) return refuse(at, listLabel(input), input);
        if (limits.maxItems !== undefined && input.length > limits.maxItems) {
          refuseLimit(at, `must have at most ${limits.maxItems} items`);
        }
        return input.map((value, index) => read(value, at.below(String(index))));
      };
    },
    renderer: (compiler) => {
      const render = item.renderer?.(compiler.scoped());
      if (!render) return (value) => value as Json;
      const { knows } = item;
      return (value, _scope, call, expand) => {
        const all = value as readonly unknown[];
        const known = knows ? all.filter((element) => knows(element)) : all;
        return known.map((element) => render(element, element, call, expand));
      };
    },
    schema: (scope) => ({
      type: "array",
      items: schemaOf(item, scope),
      ...(limits.maxItems !== undefined && { maxItems: limits.maxItems }),
    }),
    ...(item.unsaid && { unsaid: (compiler) => listed(item.unsaid?.(compiler)) }),
    ...(item.taken && { taken: { type: "array", items: item.taken } }),
    sample: (sampler) => {
      const length = sampler.choose([0, 1, Math.min(2, limits.maxItems ?? 2)]);
      return Array.from({ length }, () => sampleOf(item, sampler));
    },
    sites: (compiler, reach, expand) =>
      item.sites?.(compiler.scoped(), eachOf(reach), expand) ?? [],
  };
}

/** What a kind that holds another passes on of its arms. */
export function armsOf(item: Kind, around: (item: Kind) => Kind): Partial<Kind> {
  const { arms, discriminator, withArms } = item;
  if (!arms || discriminator === undefined || !withArms) return {};
  return { arms, discriminator, withArms: (changed) => around(withArms(changed)) };
}

function listed(value: unknown): readonly unknown[] | undefined {
  return value === undefined ? undefined : [value];
}

/** What a list should have been; a hash with numbers for keys is a list with gaps. */
function listLabel(input: WireValue): string {
  const gaps = isHash(input) && Object.keys(input).some((key) => /^\d+$/.test(key));
  return gaps ? "a list, whose indexes run from 0 without gaps" : "a list";
}

function eachOf(reach: Reach): Reach {
  return (record, call, each) =>
    reach(record, call, (value) => {
      for (const element of (value ?? []) as readonly unknown[]) each(element);
    });
}

/** Limits of a map that callers fill themselves, such as metadata. */
export interface MapLimits {
  readonly maxKeys?: number;
  readonly maxKeyLength?: number;
  readonly maxValueLength?: number;
}

/** Texts under keys of the caller's choosing. An empty value asks for the key to be removed. */
export function mapKind(limits: MapLimits): Kind {
  return {
    name: "map",
    label: "map",
    takesOwnKeys: true,
    limits: { ...limits },
    withLimits: (changed) => mapKind({ ...limits, ...changed } as MapLimits),
    schema: () => mapSchema(limits),
    sample: (sampler) => sampler.choose(SAMPLE_MAPS)(limits),
    reader: () => (input, at) => {
      // A form whose keys are 0, 1, 2 … reads as a list; here they are the caller's own keys.
      const hash = Array.isArray(input) ? { ...input } : input;
      return isHash(hash) ? readMap(hash, limits, at) : refuse(at, "a hash", input);
    },
  };
}

function mapSchema({ maxKeys, maxKeyLength, maxValueLength }: MapLimits): JsonSchema {
  return {
    type: "object",
    additionalProperties: {
      type: "string",
      ...(maxValueLength !== undefined && { maxLength: maxValueLength }),
    },
    ...(maxKeys !== undefined && { maxProperties: maxKeys }),
    ...(maxKeyLength !== undefined && { propertyNames: { maxLength: maxKeyLength } }),
  };
}

/** Maps without keys, with few, and at the limits. */
const SAMPLE_MAPS: readonly ((limits: MapLimits) => Record<string, string>)[] = [
  () => ({}),
  () => ({ order: "1" }),
  () => ({ order: "", "é ☃": "<&>" }),
  ({ maxKeyLength = 40, maxValueLength = 40 }) => ({
    ["k".repeat(maxKeyLength)]: "v".repeat(maxValueLength),
  }),
  ({ maxKeys = 3 }) =>
    Object.fromEntries(Array.from({ length: maxKeys }, (_, index) => [`key ${index}`, "x"])),
];

function readMap(input: WireObject, limits: MapLimits, at: Reader): Record<string, string> {
  const entries = Object.entries(input);
  if (limits.maxKeys !== undefined && entries.length > limits.maxKeys) {
    refuseLimit(at, `must have at most ${limits.maxKeys} keys`);
  }
  const map: Record<string, string> = {};
  for (const [key, value] of entries) {
    const here = at.below(key);
    if (limits.maxKeyLength !== undefined && lengthOf(key) > limits.maxKeyLength) {
      refuseLimit(here, `must have a key of at most ${limits.maxKeyLength} characters`);
    }
    const text = mapValue(value, here);
    if (limits.maxValueLength !== undefined && lengthOf(text) > limits.maxValueLength) {
      refuseLimit(here, `must be at most ${limits.maxValueLength} characters`);
    }
    map[key] = text;
  }
  return map;
}

/** A text's length in characters (code points): an emoji is one, whatever it takes to store. */
function lengthOf(text: string): number {
  return [...text].length;
}

function mapValue(value: WireValue, at: Reader): string {
  if (value === null) return "";
  if (typeof value === "object") return refuse(at, "a string", value);
  return String(value);
}
