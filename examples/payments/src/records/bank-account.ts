import type { Metadata, OwnedRecord } from "./owned.js";

export type BankAccountStatus =
  | "new"
  | "validated"
  | "verified"
  | "verification_failed"
  | "errored";

/** A bank account that may be debited. The account number is never here, only its last four digits. */
export interface BankAccountRecord extends OwnedRecord {
  readonly object: "bank_account";
  readonly account_holder_name: string | null;
  readonly account_holder_type: "individual" | "company" | null;
  readonly bank_name: string;
  readonly country: string;
  readonly created: number;
  readonly currency: string;
  /** Null while the bank account stands only inside a token. */
  readonly customer: string | null;
  readonly fingerprint: string;
  readonly last4: string;
  readonly metadata: Metadata;
  readonly routing_number: string;
  readonly status: BankAccountStatus;
  /** How the simulator treats the bank account; derived from its number. Never shown. */
  readonly behaviour: string;
  /** How often wrong micro-deposit amounts were given. Never shown. */
  readonly verification_attempts: number;
}
