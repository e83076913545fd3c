import { headPathsOf } from "../definition/expr.js";
import type { Kind } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { armsOfUnion } from "./arms.js";
import type { Contract } from "./contract.js";
import { typesOfEvent } from "./event-shape.js";

/**
 * A name in a description, as today's definitions have it: a resource, a method or an error with
 * the way to a field or param of it, or a method or an event by itself. `{charge.source}`,
 * `{charges.create.source}`, `{charges.create}`.
 */
const TOKEN = /\{([^\s{}.`]+(?:\.[^\s{}.`]+)+)\}/g;

/** The names that a description has in braces, without the braces. */
export function tokensIn(text: string): readonly string[] {
  return [...text.matchAll(TOKEN)].map(([, token = ""]) => token);
}

/** The description with something else in the place of each of its tokens. */
export function replaceTokens(text: string, replace: (token: string) => string): string {
  return text.replace(TOKEN, (_all, token: string) => replace(token));
}

/** What a token stands for. */
export interface TokenMeaning {
  /** What it is, or is of; `name` is today's. */
  readonly on: "method" | "resource" | "event" | "error";
  readonly name: string;
  /** How callers at the contract call it; undefined where they do not have it. */
  readonly called: string | undefined;
  /** How it is called today. */
  readonly newest: string;
}

/**
 * What a token stands for at a contract; undefined where it names nothing in the definitions, and
 * nothing that callers at the contract have.
 */
export function meaningOf(token: string, contract: Contract): TokenMeaning | undefined {
  const names = token.split(".");
  for (let length = names.length; length > 0; length--) {
    const subject = names.slice(0, length).join(".");
    const path = names.slice(length);
    const found =
      path.length === 0 ? wholeSubject(subject, contract) : memberOf(subject, path, contract);
    if (found) return found;
  }
  return undefined;
}

function wholeSubject(name: string, contract: Contract): TokenMeaning | undefined {
  const method = contract.methods.get(name);
  if (method) {
    return { on: "method", name, called: method.exists ? method.name : undefined, newest: name };
  }
  const resource = contract.resources.get(name);
  if (resource) return { on: "resource", name, called: resource.name ?? name, newest: name };
  if (contract.errors.has(name)) return { on: "error", name, called: name, newest: name };
  const event = contract.events.get(name);
  const [type] = event ? typesOfEvent(event) : [];
  return event && { on: "event", name, called: type, newest: name };
}

/**
 * A field of a resource or an error, or a param of a method, whichever of that name has it: as it is
 * called today, or as callers at the contract call what only they have.
 */
function memberOf(subject: string, path: Path, contract: Contract): TokenMeaning | undefined {
  const newest = path.join(".");
  const found = (on: TokenMeaning["on"], shapes: readonly ObjectShape[], known: boolean) => {
    const way = on === "method" ? targetsOf : valuesOf;
    const called = known
      ? firstOf(shapes, (shape) => wayTo(path, shape, way, contract))?.join(".")
      : shapes.some((shape) => shows(path, shape))
        ? newest
        : undefined;
    return known || called !== undefined ? { on, name: subject, called, newest } : undefined;
  };
  const method = contract.methods.get(subject);
  const error = contract.errors.get(subject);
  return (
    found("resource", shapesWithin(subject, contract), resourceHas(subject, path, contract)) ??
    (method &&
      found(
        "method",
        method.exists ? [method.params] : [],
        hasField(method.definition.params, path, contract),
      )) ??
    (error && found("error", [error.shape], hasField(error.definition.fields, path, contract)))
  );
}

/** Whether callers find something at a path of theirs. */
function shows([name = "", ...rest]: Path, { fields }: ObjectShape): boolean {
  const field = fields.get(name);
  const { shape } = field?.info.kind ?? {};
  return field !== undefined && (rest.length === 0 || (shape !== undefined && shows(rest, shape)));
}

type Members = { readonly [name: string]: { readonly info: ShapeField["info"] } };

function hasField(fields: Members, [name = "", ...rest]: Path, contract: Contract): boolean {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field !== undefined && kindHas(field.info.kind, rest, contract);
}

function resourceHas(name: string, path: Path, contract: Contract): boolean {
  const { definition } = contract.resources.get(name) ?? {};
  if (!definition) return false;
  return definition.arms
    ? [...definition.arms.values()].some((arm) => resourceHas(arm.name, path, contract))
    : hasField(definition.fields, path, contract);
}

function kindHas(kind: Kind, path: Path, contract: Contract): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (kind.arms) return kind.arms.some((arm) => kindHas(arm.kind, path, contract));
  if (kind.resource !== undefined) return resourceHas(kind.resource, path, contract);
  const field = kind.shape?.fields.get(name) ?? kind.shape?.dormant.get(name);
  return field !== undefined && kindHas(field.info.kind, rest, contract);
}

/** Where a field comes from in head, or a param goes. */
type Way = (field: ShapeField) => {
  readonly exact: Path | undefined;
  readonly all: readonly Path[];
};

const valuesOf: Way = ({ value }) => ({
  exact: value.op === "head" ? value.path : undefined,
  all: headPathsOf(value),
});

const targetsOf: Way = ({ target, parts }) => ({
  exact: parts ? undefined : target,
  all: [target, ...(parts ?? []).map((part) => part.target)],
});

/** The caller's way to what head has at a path: the field itself, else one that is made from it. */
function wayTo(head: Path, shape: ObjectShape, way: Way, contract: Contract): Path | undefined {
  const fields = [...shape.fields.values()];
  const isIt = (path: Path | undefined) => path !== undefined && path.join() === head.join();
  const exact = fields.find((field) => isIt(way(field).exact));
  if (exact) return [exact.name];
  const below = firstOf(fields, (field) => {
    const rest = within(field, head, way);
    const found = rest && wayInto(field.info.kind, rest, way, contract);
    return found && [field.name, ...found];
  });
  if (below) return below;
  const made = fields.find((field) => way(field).all.some(isIt));
  return made && [made.name];
}

/** What is left of a path in head below a field; undefined where it does not lead there. */
function within({ info, ...field }: ShapeField, head: Path, way: Way): Path | undefined {
  if (info.kind.sharesScope) return head;
  const start = way({ info, ...field }).all.find(
    (path) => path.length < head.length && path.every((name, index) => head[index] === name),
  );
  return start && head.slice(start.length);
}

function wayInto(kind: Kind, head: Path, way: Way, contract: Contract): Path | undefined {
  if (kind.arms) {
    const known = kind.arms.filter(({ called }) => called !== null);
    return firstOf(known, (arm) => wayInto(arm.kind, head, way, contract));
  }
  if (kind.shape) return wayTo(head, kind.shape, way, contract);
  if (kind.resource === undefined) return undefined;
  const shapes = shapesWithin(kind.resource, contract);
  return firstOf(shapes, (shape) => wayTo(head, shape, valuesOf, contract));
}

/** The shapes of a resource, or of the arms of a union. */
function shapesWithin(name: string, contract: Contract): readonly ObjectShape[] {
  const resource = contract.resources.get(name);
  if (!resource) return [];
  if (!resource.definition.arms) return [resource.shape];
  return [...armsOfUnion(resource).values()].flatMap((arm) => shapesWithin(arm, contract));
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
