import type { OwnedRecord } from "./owned.js";

export interface FeeDetail {
  readonly amount: number;
  readonly application: string | null;
  readonly currency: string;
  readonly description: string;
  readonly type: "stripe_fee" | "application_fee" | "tax";
}

export type BalanceTransactionType =
  | "charge"
  | "payment"
  | "refund"
  | "payment_refund"
  | "payment_failure_refund"
  | "adjustment";

/** One movement of the account's balance. Amounts are in the currency's smallest unit. */
export interface BalanceTransactionRecord extends OwnedRecord {
  readonly amount: number;
  readonly available_on: number;
  readonly created: number;
  readonly currency: string;
  readonly description: string | null;
  readonly exchange_rate: number | null;
  readonly fee: number;
  readonly fee_details: readonly FeeDetail[];
  /** `amount` less `fee`. */
  readonly net: number;
  readonly reporting_category: "charge" | "refund" | "dispute";
  /** The charge, refund or dispute that moved the money, by id. */
  readonly source: string;
  readonly status: "pending" | "available";
  readonly type: BalanceTransactionType;
  /** The charge behind `source`, by id; equal to it for charges. Versions before 2015-08-19 show it as `source`. */
  readonly charge: string;
}
