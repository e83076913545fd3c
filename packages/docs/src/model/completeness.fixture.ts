import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import {
  behind,
  type Floor,
  type FloorField,
  type FloorObject,
  floorOf,
  isPlainObject,
  type Plain,
} from "holdfast/floor";
import type { Described } from "./describe.js";
import type { AttributeDoc, VariantDoc } from "./docs.js";

/** What a version documents, one line each: `method charges.create params source.number`. */
export type Facts = ReadonlySet<string>;

/**
 * What a version's floor promises, but for what is no longer documented. Floors are made from JSON
 * Schemas, and so by other code than the model.
 */
export function promised(api: Api, contract: Contract): Facts {
  const floor = floorOf(contract, api.definitions);
  const facts = new Set<string>();
  for (const [name, { params, route, returns }] of Object.entries(floor.methods)) {
    const [verb, path] = route.split(" ");
    facts.add(`method ${name} is ${verb} ${path}`);
    inObject(params, `method ${name} params `, { floor, facts, inside: [] });
    const page = returns as { readonly [keyword: string]: Plain };
    if (isPlainObject(returns) && "$page" in page && listOf(page, floor) !== null) {
      const list = floor.resources[listOf(page, floor) ?? ""];
      const at = { floor, facts, inside: [listOf(page, floor) ?? ""], item: page.$page };
      if (list) inObject(list, `method ${name} returns `, at);
    }
  }
  for (const [name, resource] of Object.entries(floor.resources)) {
    if (name.includes("@") || (name === floor.lists && !wrapsLists(floor))) continue;
    facts.add(`resource ${name}`);
    inObject(resource, `resource ${name} fields `, { floor, facts, inside: [] });
    inArms(resource, `resource ${name} fields `, { floor, facts, inside: [] });
  }
  for (const [name, { body }] of Object.entries(floor.errors)) {
    inObject(body, `error ${name} fields `, { floor, facts, inside: [] });
  }
  for (const name of Object.keys(floor.events)) facts.add(`event ${name}`);
  return facts;
}

interface Walk {
  readonly floor: Floor;
  readonly facts: Set<string>;
  /** Placed resources around it. */
  readonly inside: readonly string[];
  /** What a page's items are. */
  readonly item?: Plain | undefined;
}

function inObject({ fields }: FloorObject, prefix: string, walk: Walk): void {
  for (const [name, field] of Object.entries(fields)) {
    if (behind(field)?.info.undocumented || isNeverSeen(field, walk.floor)) continue;
    walk.facts.add(prefix + name);
    inType(field.type, prefix + name, walk);
  }
}

/** What is always null is never there where nulls are left out. */
function isNeverSeen({ type }: FloorField, { wire }: Floor): boolean {
  return wire.nulls === "omitted" && isPlainObject(type) && type.const === null;
}

function inType(type: Plain, at: string, walk: Walk): void {
  if (Array.isArray(type)) {
    for (const one of type) inType(one, at, walk);
    return;
  }
  if (!isPlainObject(type)) return;
  const { $object, $resource, $page, $items, allOf, enum: values } = type;
  if ($page !== undefined) inPage(type, at, walk);
  else if ($items === true && walk.item !== undefined) inType(walk.item, at, walk);
  else if (typeof $resource === "string") inPlace($resource, at, walk);
  else if ($object !== undefined) inObject($object as unknown as FloorObject, `${at}.`, walk);
  else if (Array.isArray(allOf)) inArm(allOf, at, walk);
  else if (Array.isArray(values)) {
    for (const value of values) if (value !== "$events") walk.facts.add(`${at} = ${String(value)}`);
  } else
    for (const key of ["items", "additionalProperties", "anyOf"])
      inType(type[key] ?? null, at, walk);
}

/** An arm of a union: the value of the field that tells, and the object. */
function inArm(parts: readonly Plain[], at: string, walk: Walk): void {
  const told = parts.find((part) => isPlainObject(part) && "properties" in part) ?? null;
  const object = parts.find((part) => part !== told) ?? null;
  const properties = isPlainObject(told) && isPlainObject(told.properties ?? null);
  const [by] = properties ? Object.values((told as { properties: object }).properties) : [];
  const called = String((by as { readonly const?: unknown } | undefined)?.const);
  walk.facts.add(`${at}<${called}>`);
  inType(object, `${at}<${called}>`, walk);
}

function listOf(page: { readonly [keyword: string]: Plain }, floor: Floor): string | null {
  if ("$list" in page) return page.$list === null ? null : String(page.$list);
  return floor.wire.lists === "array" ? null : floor.lists;
}

/** Floors hold what wraps lists even where nothing is wrapped. */
function wrapsLists(floor: Floor): boolean {
  return floor.wire.lists !== "array" || JSON.stringify(floor).includes('"$list":"');
}

/** A page is described where it stands only if it, or its items, are others there than elsewhere. */
function inPage(page: { readonly [keyword: string]: Plain }, at: string, walk: Walk): void {
  const key = listOf(page, walk.floor);
  const item = page.$page ?? null;
  if (key === null) {
    inType(item, at, walk);
    return;
  }
  const isPlaced = key.includes("@") || JSON.stringify(item).includes("@");
  const list = walk.floor.resources[key];
  if (!isPlaced || !list || walk.inside.includes(key)) return;
  inObject(list, `${at}.`, { ...walk, inside: [...walk.inside, key], item });
}

/** A resource is described where it stands only if it is another there than on its page. */
function inPlace(key: string, at: string, walk: Walk): void {
  const resource = walk.floor.resources[key];
  if (!resource || walk.inside.includes(key)) return;
  const within = { ...walk, inside: [...walk.inside, key], item: undefined };
  if (key.includes("@")) inObject(resource, `${at}.`, within);
  if (Object.values(resource.arms ?? {}).some((arm) => arm.includes("@"))) {
    inArms(resource, `${at}.`, within);
  }
}

/** The arms of a union of resources, which have pages of their own unless they are placed. */
function inArms(
  { arms = {} }: { readonly arms?: Readonly<Record<string, string>> },
  prefix: string,
  walk: Walk,
): void {
  for (const arm of Object.values(arms)) {
    walk.facts.add(`${prefix}<${arm.split("@")[0]}>`);
    const resource = walk.floor.resources[arm];
    if (arm.includes("@") && resource)
      inObject(resource, prefix, { ...walk, inside: [...walk.inside, arm] });
  }
}

/** What the docs of a version tell. `expand` stands for itself and is no param of the contract. */
export function told(described: Described): Facts {
  const facts = new Set<string>();
  for (const name of described.methods) {
    const method = described.method(name);
    if (!method) continue;
    facts.add(`method ${method.name} is ${method.verb} ${method.path}`);
    const params = method.params.filter(({ key }) => key !== "expand");
    attributes(params, `method ${method.name} params `, facts);
    attributes(method.envelope ?? [], `method ${method.name} returns `, facts);
  }
  for (const name of described.resources) {
    const resource = described.resource(name);
    if (!resource) continue;
    facts.add(`resource ${name}`);
    attributes(resource.attributes, `resource ${name} fields `, facts);
    for (const { resource: arm, attributes: own } of resource.variants) {
      // What it was where it is one resource today: floors have the forms' shapes nowhere.
      if (arm === undefined) continue;
      facts.add(`resource ${name} fields <${arm}>`);
      attributes(own, `resource ${name} fields `, facts);
    }
  }
  for (const name of described.errors) {
    attributes(described.error(name)?.attributes ?? [], `error ${name} fields `, facts);
  }
  for (const name of described.events) {
    for (const { type } of described.event(name)?.types ?? []) facts.add(`event ${type}`);
  }
  return facts;
}

function attributes(all: readonly AttributeDoc[], prefix: string, facts: Set<string>): void {
  for (const { name, type, attributes: inner, variants } of all) {
    facts.add(prefix + name);
    for (const { value } of type.values) {
      facts.add(`${prefix}${name} = ${value}`);
      if (type.label.startsWith("field of ")) facts.add(`${prefix}${name} = -${value}`);
    }
    attributes(inner, `${prefix}${name}.`, facts);
    for (const one of variants) variant(one, prefix + name, facts);
  }
}

function variant(
  { name, resource, attributes: inner }: VariantDoc,
  at: string,
  facts: Set<string>,
) {
  // The two sides of a text or an object are no names of the contract.
  const isSide = name === "text" || name === "object";
  if (resource !== undefined) facts.add(`${at}.<${resource}>`);
  else if (!isSide) facts.add(`${at}<${name}>`);
  attributes(inner, isSide || resource !== undefined ? `${at}.` : `${at}<${name}>.`, facts);
}
