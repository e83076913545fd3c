import type { Outcome } from "../../contract/contract.js";
import type { ErrorDefinition } from "../../definition/error.js";
import { captureOrigin } from "../../definition/location.js";
import type { MethodDefinition } from "../../definition/method.js";
import { type Change, unfit } from "../change.js";
import { answerChange } from "./method-changes.js";

/**
 * What raises this error today was a success of the method: it answered with what the error's
 * field `result` holds, and what the method wrote was kept.
 *
 * @example
 * failureWasSuccess(payInvoice, invoiceNotPaid, { result: "invoice" })
 */
export function failureWasSuccess(
  of: MethodDefinition,
  error: ErrorDefinition,
  { result }: { readonly result: string },
): Change {
  return answerChange(
    {
      kind: "failure_was_success",
      of,
      origin: captureOrigin(failureWasSuccess),
      aspect: `outcome ${error.name}`,
    },
    ({ definition, outcomes }) => {
      const carried = error.fields[result]?.info.kind.resource;
      if (carried === undefined || carried !== definition.returns.resource)
        unfit(`${error.name} has no field ${result} that holds what the method returns`);
      return { outcomes: [...outcomes, { was: "success", error: error.name, result }] };
    },
  );
}

/**
 * What returns such a record today raised this error, and nothing was kept of it.
 *
 * @example
 * successWasFailure(createSubscription, cardDeclined, { where: "status", is: ["incomplete"] })
 */
export function successWasFailure(
  of: MethodDefinition,
  error: ErrorDefinition,
  options: {
    /** A field of what the method returns, in the names of its definition. */
    readonly where: string;
    /** The values with which it was a failure. */
    readonly is: readonly (string | number | boolean | null)[];
    /** The field of the error that holds the record. */
    readonly carries?: string;
  },
): Change {
  const { where, is, carries } = options;
  const outcome: Outcome = { was: "failure", error, where, is, carries };
  return answerChange(
    {
      kind: "success_was_failure",
      of,
      origin: captureOrigin(successWasFailure),
      aspect: `outcome ${error.name}`,
    },
    ({ definition, outcomes }, _gate, draft) => {
      const { name, resource = "" } = definition.returns;
      const getter = draft.resources.get(resource)?.definition.getters.get(where);
      if (name !== "resource" || !getter) unfit(`it returns nothing that has a field ${where}`);
      if (getter.how === "batch") unfit(`${where} is loaded after the method has ended`);
      if (!draft.errors.get(error.name)) unfit(`the API has no error ${error.name}`);
      if (carries !== undefined && error.fields[carries]?.info.kind.resource !== resource)
        unfit(`${error.name} has no field ${carries} that holds what the method returns`);
      return { outcomes: [...outcomes, outcome] };
    },
  );
}
