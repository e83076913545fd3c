import { type Contract, errorAtMethod } from "holdfast/contract";
import { expandablePaths } from "../model/expandable.js";
import { possibleErrors } from "../model/possible-errors.js";

/**
 * The keys of the errors that callers of a method may get, and of those that it answers in their
 * place: everywhere, and as the method alone answers them.
 */
export function errorsOfMethod(contract: Contract, name: string): readonly string[] {
  const method = contract.methods.get(name);
  if (!method?.exists) return [];
  const { own, request, general } = possibleErrors(method, contract, {
    expands: expandablePaths(method.returns, contract).length > 0,
    // A guide leads away from a version; its end is told like anything else about it.
    retires: true,
  });
  const { dispatch } = method.definition;
  const places = dispatch ? [name, dispatch.to] : [name];
  const keysOf = (error: string) => [error, ...places.map((place) => errorAtMethod(error, place))];
  return [...own, ...request, ...general]
    .flatMap((error) => keysOf(error.name))
    .flatMap((key) => {
      const instead = contract.errors.get(key)?.answersAs?.error;
      return instead === undefined ? [key] : [key, ...keysOf(instead)];
    });
}
