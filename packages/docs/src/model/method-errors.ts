import * as errors from "holdfast";
import { type ErrorDefinition, frameworkErrors, validationErrors } from "holdfast";
import { type ErrorShape, errorAtMethod, type MethodShape } from "holdfast/contract";
import type { AttributeDoc, ErrorDoc, MethodDoc } from "./docs.js";
import { answeredError, errorDoc } from "./error.js";
import type { Scope } from "./scope.js";

/** What any method may answer, whatever it does. */
const GENERAL: ReadonlySet<ErrorDefinition> = new Set<ErrorDefinition>([
  errors.requestMalformed,
  errors.requestTooLarge,
  errors.keyMissing,
  errors.keyUnknown,
  errors.permissionDenied,
  errors.versionUnknown,
  errors.versionRetired,
  errors.versionUnavailable,
  errors.rateLimited,
  errors.serverBusy,
  errors.internalError,
]);

const FRAMEWORK: ReadonlySet<ErrorDefinition> = new Set<ErrorDefinition>(frameworkErrors);

/** What is known of a method when its errors are told. */
export type MethodParts = Pick<MethodDoc, "params" | "expandable" | "rules">;

/** The errors that callers of a version may get from a method: its own, then those of any method. */
export function methodErrors(
  method: MethodShape,
  parts: MethodParts,
  scope: Scope,
): readonly ErrorDoc[] {
  const own = raisedBy(method, parts);
  const validation = validationOf(method, parts, scope);
  const found = new Map<ErrorShape, boolean>();
  const add = (all: Iterable<ErrorDefinition>, isGeneral: boolean) => {
    for (const { name } of all) {
      const answered = answeredError(name, method, scope);
      if (answered && !found.has(answered)) found.set(answered, isGeneral);
    }
  };
  add(
    [...own].filter((one) => !FRAMEWORK.has(one)),
    false,
  );
  add(
    [...own].filter((one) => FRAMEWORK.has(one)),
    false,
  );
  add(validation, false);
  add(GENERAL, true);
  return [...found].map(([shape, general]) => ({
    ...errorDoc(shape, scope, isOwn(shape, method, scope) ? method.definition.name : undefined),
    ...(general && { general }),
  }));
}

/** Whether the method alone answers the error so. */
function isOwn(shape: ErrorShape, { definition }: MethodShape, { contract }: Scope): boolean {
  return contract.errors.get(errorAtMethod(shape.definition.name, definition.name)) === shape;
}

/** What the method says that it raises, but for what was a success at the version. */
function raisedBy(
  { definition, lifted, outcomes, needs }: MethodShape,
  { rules }: MethodParts,
): ReadonlySet<ErrorDefinition> {
  const successes = new Set(outcomes.flatMap((one) => (one.was === "success" ? one.error : [])));
  const checks = Object.entries(definition.checks).filter(([name]) => !lifted.includes(name));
  const named = new Set(rules.flatMap(({ error }) => error?.name ?? []));
  const groups = [validationErrors.paramsNeeded, validationErrors.paramsConflict];
  return new Set<ErrorDefinition>(
    [
      ...definition.raises,
      ...checks.map(([, { raises }]) => raises ?? validationErrors.checkFailed),
      ...groups.filter(({ name }) => named.has(name)),
      ...outcomes.flatMap((one) => (one.was === "failure" ? one.error : [])),
      ...(needs === undefined ? [] : [errors.versionTooOld]),
    ].filter(({ name }) => !successes.has(name)),
  );
}

/** What the framework raises about the params that are sent. */
function validationOf(
  { verb, params: shape }: MethodShape,
  { params, expandable }: MethodParts,
  { contract }: Scope,
): readonly ErrorDefinition[] {
  const all = withInner(params);
  const refusesUnknown =
    contract.wire.unknownParams === "refused" || shape.unknownKeys === "refused";
  const asked: readonly (readonly [ErrorDefinition, boolean])[] = [
    [validationErrors.missingParam, all.some(({ required }) => required)],
    [validationErrors.invalidParam, all.length > 0],
    [validationErrors.paramOutOfLimits, all.some(({ type }) => type.limits.length > 0)],
    [validationErrors.emptyParam, all.some(({ nullable, place }) => !nullable && place === "body")],
    [validationErrors.unknownParam, refusesUnknown],
    [validationErrors.cannotExpand, expandable.length > 0],
    [errors.mediaTypeUnsupported, verb !== "GET" && verb !== "DELETE"],
    [errors.idempotencyKeyInvalid, verb !== "GET"],
    [errors.idempotencyMismatch, verb !== "GET" && contract.wire.mismatchedKeys === "refused"],
    [errors.idempotencyInFlight, verb !== "GET"],
  ];
  return asked.flatMap(([error, applies]) => (applies ? error : []));
}

function withInner(attributes: readonly AttributeDoc[]): readonly AttributeDoc[] {
  return attributes.flatMap((one) => [
    one,
    ...withInner(one.attributes),
    ...one.variants.flatMap((variant) => withInner(variant.attributes)),
  ]);
}
