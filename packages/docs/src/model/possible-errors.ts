import * as errors from "holdfast";
import { type ErrorDefinition, type Kind, validationErrors } from "holdfast";
import {
  type Contract,
  groupsMade,
  type MethodShape,
  type ObjectShape,
  routeParams,
  type ShapeField,
  shapesOf,
} from "holdfast/contract";

/** What a method may end in, as today's definitions name it. */
interface PossibleErrors {
  /** What its logic and its checks raise. */
  readonly own: readonly ErrorDefinition[];
  /** What can be wrong with a request to it. */
  readonly request: readonly ErrorDefinition[];
  /** What any method may end in. */
  readonly general: readonly ErrorDefinition[];
}

/** What is known of a method and its version beside the contract. */
export interface AboutMethod {
  /** Whether something in its answer can be expanded. */
  readonly expands: boolean;
  /** Whether the version's sunset ends in an error. */
  readonly retires: boolean;
}

const GENERAL: readonly ErrorDefinition[] = [
  errors.requestMalformed,
  errors.requestTooLarge,
  errors.keyMissing,
  errors.keyUnknown,
  errors.permissionDenied,
  errors.versionUnknown,
  errors.versionUnavailable,
  errors.rateLimited,
  errors.serverBusy,
  errors.internalError,
];

/** Every error that callers of a contract may get from a method. */
export function possibleErrors(
  method: MethodShape,
  contract: Contract,
  { expands, retires }: AboutMethod,
): PossibleErrors {
  return {
    own: ownErrors(method),
    request: requestErrors(method, contract, expands),
    general: retires ? [...GENERAL, errors.versionRetired] : GENERAL,
  };
}

/** What the method says that it raises, but for what was a success at the version. */
function ownErrors(method: MethodShape): readonly ErrorDefinition[] {
  const { definition, lifted, outcomes, needs } = method;
  const { checkFailed, paramsConflict, paramsNeeded } = validationErrors;
  const successes = new Set(outcomes.flatMap((one) => (one.was === "success" ? one.error : [])));
  const checks = Object.entries(definition.checks).filter(([name]) => !lifted.includes(name));
  const raised: readonly ErrorDefinition[] = [
    ...definition.raises,
    ...checks.map(([, { raises }]) => raises ?? checkFailed),
    ...(hasGroup(method, "oneRequired", 1) ? [paramsNeeded] : []),
    ...(hasGroup(method, "onlyOne", 2) ? [paramsConflict] : []),
    ...outcomes.flatMap((one) => (one.was === "failure" ? one.error : [])),
    ...(needs === undefined ? [] : [errors.versionTooOld]),
  ];
  return [...new Set(raised)].filter(({ name }) => !successes.has(name));
}

/** Whether callers can say at least some of the params of a group. */
function hasGroup(method: MethodShape, sort: "oneRequired" | "onlyOne", least: number): boolean {
  const groups = groupsMade(method, sort);
  if (groups.length === 0) return false;
  const said = [...method.params.fields.values()].flatMap(({ target, parts }) =>
    (parts ?? [{ target }]).map((part) => part.target[0]),
  );
  return groups.some(({ params }) => params.filter((name) => said.includes(name)).length >= least);
}

/** What the framework raises before any logic runs. */
function requestErrors(
  method: MethodShape,
  contract: Contract,
  expands: boolean,
): readonly ErrorDefinition[] {
  const { verb, params, path } = method;
  const { wire } = contract;
  const fields = [...params.fields.values()];
  const inPath = routeParams(path);
  const sent = fields.filter(({ name }) => !inPath.includes(name));
  const writes = verb !== "GET";
  const asked: readonly (readonly [ErrorDefinition, boolean])[] = [
    [validationErrors.missingParam, someField(params, isNeeded)],
    [validationErrors.invalidParam, fields.length > 0 || expands],
    [validationErrors.paramOutOfLimits, someField(params, ({ info }) => isLimited(info.kind))],
    [validationErrors.emptyParam, sent.some(({ info }) => !info.nullable)],
    [validationErrors.unknownParam, (params.unknownKeys ?? wire.unknownParams) === "refused"],
    [validationErrors.paramsDisagree, sent.some((field) => hasOtherName(field, params))],
    [validationErrors.cannotExpand, expands],
    [errors.absentAtVersion, hidesRecords(method, contract)],
    [errors.mediaTypeUnsupported, writes && verb !== "DELETE"],
    [errors.idempotencyKeyInvalid, writes],
    [errors.idempotencyMismatch, writes && wire.mismatchedKeys === "refused"],
    [errors.idempotencyInFlight, writes],
  ];
  return asked.flatMap(([error, applies]) => (applies ? error : []));
}

function someField(shape: ObjectShape, test: (field: ShapeField) => boolean): boolean {
  const within = ({ shape: inner, arms = [], parts = [] }: Kind): boolean =>
    (inner !== undefined && someField(inner, test)) ||
    arms.some(({ called, kind }) => called !== null && within(kind)) ||
    parts.some(within);
  return [...shape.fields.values()].some((field) => test(field) || within(field.info.kind));
}

function isNeeded({ info }: ShapeField): boolean {
  return !info.optional && info.default === undefined;
}

/** Whether values of the right type can be refused; an id's prefix is only told. */
function isLimited({ limits = {}, parts = [] }: Kind): boolean {
  return Object.keys(limits).some((name) => name !== "prefix") || parts.some(isLimited);
}

/** Whether the same can be said under another name. */
function hasOtherName(field: ShapeField, { fields }: ObjectShape): boolean {
  const target = field.target.join(".");
  return [...fields.values()].some(
    (one) => one !== field && !one.join && target !== "" && one.target.join(".") === target,
  );
}

/** Whether the version may not know what kind of thing the method returns. */
function hidesRecords({ returns }: MethodShape, contract: Contract): boolean {
  if (returns.resource === undefined || returns.expandsInto !== "resource") return false;
  const shapes = shapesOf(contract, returns.resource);
  return shapes.some((name) => {
    const fields = contract.resources.get(name)?.shape.fields.values() ?? [];
    return [...fields].some(({ info }) => info.kind.hides !== undefined);
  });
}
