import { validationErrors } from "holdfast";
import { type Contract, errorAtMethod, type MethodShape } from "holdfast/contract";
import { type AboutMethod, possibleErrors } from "../model/possible-errors.js";

/** An error that a method may answer, as callers at a version see it. */
export interface AnsweredError {
  /** Its key among the contract's errors. */
  readonly key: string;
  /** The error that callers know; today's name. */
  readonly name: string;
  readonly status: number;
}

/** Every error that a method may answer at a contract: its own, its checks', the framework's. */
export function errorsOf(
  contract: Contract,
  method: MethodShape,
  about: AboutMethod,
): readonly AnsweredError[] {
  const { own, request, general } = possibleErrors(method, contract, about);
  const answered = new Map<string, AnsweredError>();
  for (const { name } of [...own, ...request, ...general]) {
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
  if (name !== validationErrors.missingParam.name) return [usual];
  const own = [...params.fields.values()].flatMap(({ missingStatus }) => missingStatus ?? []);
  return [...new Set([usual, ...own])];
}
