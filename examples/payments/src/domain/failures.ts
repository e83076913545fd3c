import type { ChargeRecord } from "../records/index.js";

/** Why an operation refused. `param` is an address in today's names (`source.number`). */
export type Failure =
  /** The network or the bank said no. */
  | {
      readonly kind: "card_declined";
      readonly code: string;
      readonly decline_code: string | null;
      readonly message: string;
      readonly param: string | null;
      /** The stored failed charge; null where the card was refused without one (attaching). */
      readonly charge: ChargeRecord | null;
    }
  /** The card's details cannot be right: number, expiry or CVC. */
  | {
      readonly kind: "card_invalid";
      readonly code: string;
      readonly message: string;
      readonly param: string | null;
    }
  /** Nothing of that name and id is there, for this account in this mode. */
  | {
      readonly kind: "resource_missing";
      readonly resource: string;
      readonly id: string;
      readonly param: string;
      readonly message: string;
    }
  /** A param that is needed is absent. */
  | {
      readonly kind: "param_missing";
      readonly code: "parameter_missing";
      readonly param: string;
      readonly message: string;
    }
  /** The request asks for what cannot be done. */
  | {
      readonly kind: "invalid";
      readonly code: string | null;
      readonly param: string | null;
      readonly message: string;
    };

export type FailureKind = Failure["kind"];

/**
 * An operation's refusal. Where `keepsWrites` is true, what was written before (a failed charge, a
 * used token, a counted attempt) is part of the answer: commit the transaction, then answer the error.
 */
export class DomainFailure extends Error {
  override readonly name = "DomainFailure";
  readonly failure: Failure;
  readonly keepsWrites: boolean;

  constructor(failure: Failure, options: { readonly keepsWrites?: boolean } = {}) {
    super(failure.message);
    this.failure = failure;
    this.keepsWrites = options.keepsWrites ?? false;
  }
}

/** A refusal of kind `invalid`. */
export function invalid(code: string | null, param: string | null, message: string): DomainFailure {
  return new DomainFailure({ kind: "invalid", code, param, message });
}

/** A refusal because a param that is needed is absent. */
export function missingParam(param: string): DomainFailure {
  const message = `The param ${param} is missing.`;
  return new DomainFailure({ kind: "param_missing", code: "parameter_missing", param, message });
}

/** A refusal of kind `resource_missing`. */
export function missing(resource: string, id: string, param: string): DomainFailure {
  const message = `There is no ${resource.replaceAll("_", " ")} '${id}'.`;
  return new DomainFailure({ kind: "resource_missing", resource, id, param, message });
}
