import { resource, t } from "holdfast";
import { refundsByIds } from "../domain/index.js";
import type { BalanceTransactionRecord, ChargeRecord, RefundRecord } from "../records/index.js";
import { domainContext } from "../services.js";
import { created, currency, metadata } from "./common.js";

/** Money given back. */
export const refund = resource("refund", {
  description: "Money of a charge given back, or an authorization let go.",
  fields: {
    id: t.id("re").describe("Unique id."),
    object: t.literal("refund").describe("Says that this is a refund."),
    amount: t.integer().describe("How much, in the currency's smallest unit."),
    balance_transaction: t
      .ref<BalanceTransactionRecord>("balance_transaction")
      .nullable()
      .describe("What it did to your balance; null where no money had moved."),
    charge: t.ref<ChargeRecord>("charge").describe("The charge that is refunded."),
    created,
    currency,
    metadata,
    reason: t
      .enum({
        duplicate: "The charge was made twice.",
        fraudulent: "The charge was a fraud.",
        requested_by_customer: "The customer asked for it.",
        expired_uncaptured_charge: "The authorization lapsed before it was captured.",
      })
      .nullable()
      .describe("Why the money was given back."),
    receipt_number: t.string().nullable().describe("The number of the receipt, if one was sent."),
    status: t
      .enum({
        succeeded: "The money is on its way.",
        pending: "It is being worked on.",
        failed: "It could not be given back.",
      })
      .describe("How far it is."),
  },
})
  .from<RefundRecord>()
  .loadedBy((ids, context) => refundsByIds(context.db, domainContext(context), ids));
