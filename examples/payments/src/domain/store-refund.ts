import type { ChargeRecord, Metadata, RefundReason, RefundRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import type { PaymentsDatabase } from "./schema.js";
import { refunds } from "./tables.js";

export interface RefundDraft {
  readonly id: string;
  readonly charge: ChargeRecord;
  readonly amount: number;
  /** Null where no money moves back. */
  readonly balance_transaction: string | null;
  readonly reason: RefundReason | null;
  readonly metadata?: Metadata;
  readonly system?: boolean;
}

/** Stores a refund and tells so; the charge is the caller's to change. */
export async function storeRefund(
  db: PaymentsDatabase,
  context: DomainContext,
  { charge, ...draft }: RefundDraft,
): Promise<RefundRecord> {
  const refund: RefundRecord = {
    metadata: {},
    system: false,
    ...draft,
    account: context.account,
    livemode: context.livemode,
    charge: charge.id,
    created: context.now(),
    currency: charge.currency,
    receipt_number: null,
    status: "succeeded",
  };
  await refunds.insert(db, refund);
  await context.emit(db, {
    type: "refund.created",
    object_kind: "refund",
    before: null,
    after: refund,
  });
  return refund;
}
