import type { MethodShape, ResourceShape } from "../contract/contract.js";
import { headPathsOf } from "../definition/expr.js";
import type { Kind } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import { routeParams } from "../definition/route-params.js";
import { headShape, type ObjectShape, type ShapeField } from "../definition/shape.js";
import type { Fields } from "../definition/type.js";
import type { ContractView } from "./contract-view.js";
import { fieldsKey } from "./shape-key.js";

/** A param and the field of the answer that shows what it sets. */
export interface Pair {
  /** Where head has it, in the method's params and in the resource alike. */
  readonly head: Path;
  readonly param: Named;
  readonly field: Named;
}

/** A field or param with the caller's way to it. */
export interface Named {
  readonly path: Path;
  readonly field: ShapeField;
}

/** What can be sent back as it was answered. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Params that are shown, but through other conversions than those through which they are taken. */
  readonly uneven: readonly string[];
  /** The same for pairs that are alike. */
  readonly key: string;
}

const NONE: Pairs = { pairs: [], uneven: [], key: "" };
const known = new WeakMap<ObjectShape, WeakMap<ObjectShape, Pairs>>();

/** Finds the params of a method that the resource which it returns shows. */
export function pairsOf({ contract }: ContractView, method: MethodShape): Pairs {
  const { params, returns } = method;
  const resource = contract.resources.get(returns.resource ?? "");
  if (!resource || returns.expandsInto !== "resource") return NONE;
  const byResource = known.get(params) ?? new WeakMap<ObjectShape, Pairs>();
  known.set(params, byResource);
  const found = byResource.get(resource.shape) ?? findPairs(method, resource);
  byResource.set(resource.shape, found);
  return found;
}

function findPairs({ definition, params, path }: MethodShape, resource: ResourceShape): Pairs {
  const inPath = new Set(routeParams(path));
  const shown = new Map<string, Named>();
  for (const one of namedIn(resource.shape, [])) {
    const [head, ...more] = headPathsOf(one.field.value);
    if (head && more.length === 0 && !shown.has(head.join("."))) shown.set(head.join("."), one);
  }
  const taken = headOf(definition.params);
  const gives = headOf(resource.definition.fields);
  const pairs = new Map<string, Pair>();
  const uneven: string[] = [];
  for (const param of namedIn(params, [])) {
    const { target } = param.field;
    const key = target.join(".");
    const field = shown.get(key);
    if (!field || pairs.has(key) || inPath.has(param.path[0] ?? "")) continue;
    if (!alike(kindAt(taken, target), kindAt(gives, target))) continue;
    if (gatesOf(param) === gatesOf(field)) pairs.set(key, { head: target, param, field });
    else uneven.push(param.path.join("."));
  }
  const key = fieldsKey([...pairs.values()].flatMap((one) => [one.param.field, one.field.field]));
  return { pairs: [...pairs.values()], uneven, key };
}

const heads = new WeakMap<Fields, ObjectShape>();

function headOf(fields: Fields): ObjectShape {
  const shape = heads.get(fields) ?? headShape(fields, []);
  heads.set(fields, shape);
  return shape;
}

/** The fields of a shape, and of the hashes that share its scope. */
function* namedIn(shape: ObjectShape, above: Path): Generator<Named> {
  for (const field of shape.fields.values()) {
    const path = [...above, field.name];
    const { shape: inner, sharesScope } = field.info.kind;
    if (inner && sharesScope) yield* namedIn(inner, path);
    else yield { path, field };
  }
}

function gatesOf({ field }: Named): string {
  return field.steps.map(({ gate }) => gate).join();
}

function kindAt(shape: ObjectShape, [name = "", ...rest]: Path): Kind | undefined {
  const kind = (shape.fields.get(name) ?? shape.dormant.get(name))?.info.kind;
  if (rest.length === 0) return kind;
  return kind?.shape && kindAt(kind.shape, rest);
}

/** Whether what a param takes is what a field holds: values, not objects and not what they become. */
function alike(one: Kind | undefined, other: Kind | undefined): boolean {
  if (!one || !other || one.name !== other.name) return false;
  if (one.shape || one.resource !== undefined || one.taken || one.parts) return false;
  return Object.keys(one.values ?? {}).join() === Object.keys(other.values ?? {}).join();
}
