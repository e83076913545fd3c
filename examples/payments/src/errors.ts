import { error, Raised, t, validationErrors } from "holdfast";
import { DomainFailure, type Failure } from "./domain/index.js";

const reason = t.string().internal().describe("What people read.");

/** The network or the bank refused a card. */
export const cardDeclined = error("card_declined", {
  status: 402,
  type: "card_error",
  description: "The card was refused. The failed charge, if there is one, can be retrieved.",
  message: "{reason}",
  data: {
    code: t
      .enum({
        card_declined: "The bank refused the card; see the decline code.",
        expired_card: "The card has expired.",
        incorrect_cvc: "The security code is wrong.",
        incorrect_number: "The number is wrong.",
        incorrect_zip: "The postal code is wrong.",
        processing_error: "Something went wrong while the card was processed.",
        invalid_number: "The number is no card number.",
        invalid_expiry_month: "The month of expiry is not valid.",
        invalid_expiry_year: "The year of expiry is not valid.",
        invalid_cvc: "The security code is not valid.",
      })
      .describe("Why the card was refused."),
    decline_code: t.string().optional().describe("The bank's own reason, where it gives one."),
    charge: t.string().optional().describe("The failed charge, by id."),
    reason,
  },
});

/** An object that is not there, or not the caller's. */
export const resourceMissing = error("resource_missing", {
  status: 404,
  type: "invalid_request_error",
  code: "resource_missing",
  description: "Nothing with that id is there for the account, in the key's mode.",
  message: "{reason}",
  data: { reason },
});

/** A request that asks for what cannot be done. */
export const requestInvalid = error("request_invalid", {
  status: 400,
  type: "invalid_request_error",
  description: "The request asks for something that cannot be done.",
  message: "{reason}",
  data: { code: t.string().optional().describe("Why, for programs."), reason },
});

/** A property that can no longer be asked for. */
export const propertyForbidden = error("property_forbidden", {
  status: 400,
  type: "invalid_request_error",
  code: "property_forbidden",
  description: "The request asks for a property that is no longer given out.",
  message: "{reason}",
  data: { reason },
});

/** Every error that the payments API raises by itself. */
export const paymentErrors = [cardDeclined, resourceMissing, requestInvalid];

/**
 * An error of the domain as an error of the API; anything else as it is. A param that is missing
 * has the status `missingStatus`, where it is not the error's own.
 */
export function asApiError(problem: unknown, missingStatus?: number): unknown {
  if (!(problem instanceof DomainFailure)) return problem;
  const { failure, keepsWrites } = problem;
  return new Raised(definitionOf(failure), dataOf(failure), {
    keepsWrites,
    ...(failure.kind === "param_missing" &&
      missingStatus !== undefined && { status: missingStatus }),
    ...(failure.param !== null && paramOf(failure.param)),
  });
}

// The id in a path is called `id` in errors, whatever the route calls it.
function paramOf(param: string) {
  return param === "id" ? { param: ["id"], speaks: "caller" as const } : { param };
}

function definitionOf({ kind }: Failure) {
  switch (kind) {
    case "resource_missing":
      return resourceMissing;
    case "invalid":
      return requestInvalid;
    case "param_missing":
      // The framework's: its message says the param's name at the caller's version.
      return validationErrors.missingParam;
    default:
      return cardDeclined;
  }
}

function dataOf(failure: Failure): Record<string, unknown> {
  const { message: reason } = failure;
  switch (failure.kind) {
    case "param_missing":
      return {};
    case "resource_missing":
      return { reason };
    case "invalid":
      return { reason, code: failure.code ?? undefined };
    case "card_invalid":
      return { reason, code: failure.code };
    case "card_declined":
      return {
        reason,
        code: failure.code,
        decline_code: failure.decline_code ?? undefined,
        charge: failure.charge?.id,
      };
  }
}
