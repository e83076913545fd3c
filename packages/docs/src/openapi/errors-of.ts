import * as holdfast from "holdfast";
import { type Contract, errorAtMethod, groupsMade, type MethodShape } from "holdfast/contract";
import { isNeeded } from "./param-object.js";

/** An error that a method may answer, as callers at a version see it. */
export interface AnsweredError {
  /** Its key among the contract's errors. */
  readonly key: string;
  /** The error that callers know; today's name. */
  readonly name: string;
  readonly status: number;
}

/** What is known of the version itself. */
export interface VersionFacts {
  /** Whether its sunset leads to an error. */
  readonly retires: boolean;
}

/** Every error that a method may answer at a contract: its own, its checks', the framework's. */
export function errorsOf(
  contract: Contract,
  method: MethodShape,
  version: VersionFacts,
): readonly AnsweredError[] {
  const raised = [
    ...ownErrors(method),
    ...checkErrors(method),
    ...requestErrors(contract, method),
    ...everywhere(version),
  ];
  const answered = new Map<string, AnsweredError>();
  for (const { name } of raised) {
    const key = keyOf(name, contract, method);
    const shape = contract.errors.get(key);
    if (!shape) continue;
    const told = shape.answersAs ? keyOf(shape.answersAs.error, contract, method) : key;
    for (const status of statusesOf(name, told, contract, method)) {
      answered.set(`${told} ${status}`, {
        key: told,
        name: contract.errors.get(told)?.definition.name ?? name,
        status,
      });
    }
  }
  return [...answered.values()];
}

interface Named {
  readonly name: string;
}

/** Where a contract keeps an error: what this method alone answers goes first. */
function keyOf(error: string, contract: Contract, { definition }: MethodShape): string {
  const places = [definition.name, definition.dispatch?.to].filter((one) => one !== undefined);
  const here = places.map((place) => errorAtMethod(error, place));
  return here.find((key) => contract.errors.has(key)) ?? error;
}

/** The status of an error; a missing param may have another one. */
function statusesOf(
  name: string,
  told: string,
  contract: Contract,
  { params }: MethodShape,
): readonly number[] {
  const usual = contract.errors.get(told)?.status ?? 500;
  if (name !== holdfast.validationErrors.missingParam.name) return [usual];
  const own = [...params.fields.values()].flatMap(({ missingStatus }) => missingStatus ?? []);
  return [...new Set([usual, ...own])];
}

/** What its logic raises, less what was a success, with what was none. */
function ownErrors({ definition, outcomes }: MethodShape): readonly Named[] {
  const successes = new Set(
    outcomes.flatMap((outcome) => (outcome.was === "success" ? [outcome.error] : [])),
  );
  const failures = outcomes.flatMap((outcome) =>
    outcome.was === "failure" ? [outcome.error] : [],
  );
  return [...definition.raises.filter(({ name }) => !successes.has(name)), ...failures];
}

function checkErrors(method: MethodShape): readonly Named[] {
  const { paramsConflict, paramsNeeded, checkFailed } = holdfast.validationErrors;
  const { checks } = method.definition;
  const made = Object.entries(checks).filter(([name]) => !method.lifted.includes(name));
  return [
    ...made.map(([, check]) => check.raises ?? checkFailed),
    ...(groupsMade(method, "onlyOne").length > 0 ? [paramsConflict] : []),
    ...(groupsMade(method, "oneRequired").length > 0 ? [paramsNeeded] : []),
  ];
}

/** What can be wrong with a request before any logic runs. */
function requestErrors({ wire }: Contract, { verb, params }: MethodShape): readonly Named[] {
  const invalid = holdfast.validationErrors;
  const fields = [...params.fields.values()];
  const writes = verb !== "GET";
  return [
    holdfast.requestMalformed,
    ...(writes ? [holdfast.mediaTypeUnsupported, holdfast.requestTooLarge] : []),
    ...(writes ? [holdfast.idempotencyInFlight, holdfast.idempotencyKeyInvalid] : []),
    ...(writes && wire.mismatchedKeys === "refused" ? [holdfast.idempotencyMismatch] : []),
    ...((params.unknownKeys ?? wire.unknownParams) === "refused" ? [invalid.unknownParam] : []),
    invalid.cannotExpand,
    ...(fields.some(isNeeded) ? [invalid.missingParam] : []),
    ...(fields.length > 0
      ? [invalid.invalidParam, invalid.paramOutOfLimits, invalid.emptyParam, invalid.paramsDisagree]
      : []),
    ...(verb === "GET" ? [holdfast.absentAtVersion] : []),
  ];
}

function everywhere({ retires }: VersionFacts): readonly Named[] {
  return [
    holdfast.keyMissing,
    holdfast.keyUnknown,
    holdfast.permissionDenied,
    holdfast.versionUnknown,
    ...(retires ? [holdfast.versionRetired] : []),
    holdfast.versionUnavailable,
    holdfast.rateLimited,
    holdfast.serverBusy,
    holdfast.internalError,
  ];
}
