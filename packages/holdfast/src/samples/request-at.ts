import type { CompiledContract } from "../compile/compiled-contract.js";
import { namesOf } from "../compile/read-params.js";
import type { MethodShape } from "../contract/contract.js";
import { evaluator } from "../definition/evaluate.js";
import { type Expr, headPathsOf } from "../definition/expr.js";
import type { Json, Kind, KindCompiler, UnionArm } from "../definition/kind.js";
import { discriminatorIn } from "../definition/kinds/union.js";
import type { Path } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";

type Hash = Readonly<Record<string, Json>>;

/**
 * What callers of a contract send to say what these params say today, in their names and values.
 * What the contract does not take is left out.
 */
export function requestAt(
  contract: CompiledContract,
  { params: shape }: MethodShape,
  params: Hash,
): Hash {
  return members(shape, params, contract.resources.plain) ?? {};
}

/** The members of an object that say anything; undefined where none does. */
function members(
  shape: ObjectShape,
  scope: unknown,
  compiler: KindCompiler,
  twins: ReadonlySet<ShapeField> = twinsIn(shape),
): Hash | undefined {
  const said = [...shape.fields.values()].flatMap((field) => {
    const value = twins.has(field) ? undefined : fieldAt(field, scope, compiler, twins);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

const knownTwins = new WeakMap<ObjectShape, ReadonlySet<ShapeField>>();

/** Fields of a scope that say what others say: of several names one is sent, which is listed, and today's. */
function twinsIn(shape: ObjectShape): ReadonlySet<ShapeField> {
  const known = knownTwins.get(shape);
  if (known) return known;
  const rank = ({ info, name, target }: ShapeField) =>
    (info.undocumented ? 2 : 0) + (name === target.at(-1) ? 0 : 1);
  const twins = [...namesOf(shape).values()].flatMap((named) => {
    const fields = named.map(({ field }) => field).sort((one, other) => rank(one) - rank(other));
    return fields.slice(1);
  });
  const made = new Set(twins);
  knownTwins.set(shape, made);
  return made;
}

function fieldAt(
  { info, value }: ShapeField,
  scope: unknown,
  compiler: KindCompiler,
  twins: ReadonlySet<ShapeField>,
): Json {
  const { kind } = info;
  if (kind.sharesScope && kind.shape) {
    const itself = evaluated(value, scope);
    const inner = members(kind.shape, scope, compiler, twins);
    if (inner) return inner;
    return itself === null && info.nullable ? null : emptyAsSaid(itself, value);
  }
  // What follows from nothing that is said is not said.
  const from = headPathsOf(value);
  if (from.length > 0 && from.every((path) => valueAt(scope, path) === undefined)) return undefined;
  const said = sent(kind, evaluated(value, scope), compiler);
  return said === null && !info.nullable ? undefined : said;
}

/** An object that is there and empty is sent so, if it is one of head's. */
function emptyAsSaid(itself: unknown, { op }: Expr): Json {
  return op === "head" && itself !== null && itself !== undefined ? {} : undefined;
}

/** A value as callers send it. */
function sent(kind: Kind, value: unknown, compiler: KindCompiler): Json {
  if (value === null || value === undefined) return value;
  const { arms, discriminator, shape, parts: [item] = [] } = kind;
  if (Array.isArray(value)) {
    return item ? value.map((one) => sent(item, one, compiler) ?? null) : (value as Json);
  }
  if (typeof value !== "object") return kind.sent ? kind.sent(compiler)(value) : (value as Json);
  if (item && kind.name === "map_of") {
    const each = Object.entries(value).map(([key, one]) => [key, sent(item, one, compiler)]);
    return Object.fromEntries(each) as Hash;
  }
  if (arms && discriminator !== undefined) return sentArm(arms, discriminator, value, compiler);
  return shape ? (members(shape, value, compiler) ?? {}) : (value as Json);
}

/** A union's value, under the name that callers have for its arm; absent where they have none. */
function sentArm(
  arms: readonly UnionArm[],
  by: string,
  value: object,
  compiler: KindCompiler,
): Json {
  const head = (value as Hash)[by];
  const arm = arms.find((one) => one.head === head && one.called !== null);
  if (!arm) return undefined;
  const { kind, called } = arm;
  const name = discriminatorIn(by, kind)?.name ?? by;
  return { ...(kind.shape && members(kind.shape, value, compiler)), [name]: called };
}

const computes = new WeakMap<Expr, (scope: unknown) => unknown>();

function evaluated(expr: Expr, scope: unknown): unknown {
  if (expr.op === "head") return valueAt(scope, expr.path);
  const known = computes.get(expr);
  if (known) return known(scope);
  const compute = evaluator<undefined>(expr, (path) => (from) => valueAt(from, path));
  const made = (from: unknown): unknown => compute(from, undefined, []);
  computes.set(expr, made);
  return made(scope);
}

/** What stands at a path; absent where something on the way is. */
function valueAt(scope: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      value === null || value === undefined
        ? value
        : (value as Readonly<Record<string, unknown>>)[name],
    scope,
  );
}
