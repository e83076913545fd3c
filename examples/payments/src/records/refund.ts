import type { Metadata, OwnedRecord } from "./owned.js";

export type RefundReason =
  | "duplicate"
  | "fraudulent"
  | "requested_by_customer"
  | "expired_uncaptured_charge";

/** Money given back, or an authorization let go. Amounts are in the currency's smallest unit. */
export interface RefundRecord extends OwnedRecord {
  readonly amount: number;
  /** Null where no money had moved: the charge was not captured. */
  readonly balance_transaction: string | null;
  readonly charge: string;
  readonly created: number;
  readonly currency: string;
  readonly metadata: Metadata;
  readonly reason: RefundReason | null;
  readonly receipt_number: string | null;
  readonly status: "succeeded" | "pending" | "failed";
  /** Made by the system because a bank debit failed. Never shown; newer versions hide the refund on its charge. */
  readonly system: boolean;
}
