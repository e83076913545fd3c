import { resource, t, union } from "holdfast";
import {
  balanceTransactionsByIds,
  chargesByIds,
  disputesByIds,
  refundsByIds,
} from "../domain/index.js";
import type {
  BalanceTransactionRecord,
  ChargeRecord,
  DisputeRecord,
  RefundRecord,
} from "../records/index.js";
import { domainContext } from "../services.js";
import { charge } from "./charge.js";
import { created, currency } from "./common.js";
import { dispute } from "./dispute.js";
import { emptyPage } from "./empty-page.js";
import { feeDetailFields } from "./fees.js";
import { refund } from "./refund.js";
import { transfer } from "./unsold.js";

const kinds = { ch: "charge", re: "refund", dp: "dispute" } as const;

function kindOf(id: string): (typeof kinds)[keyof typeof kinds] {
  return kinds[id.split("_")[0] as keyof typeof kinds] ?? "charge";
}

/** What moves a balance. */
export const balanceSource = union("balance_transaction_source", {
  description: "What moved the money: a charge, a refund or a dispute.",
  arms: { charge, refund, dispute },
})
  .by((record: ChargeRecord | RefundRecord | DisputeRecord) => kindOf(record.id))
  .loadedBy(async (ids, context) => {
    const domain = domainContext(context);
    const of = (kind: string) => ids.filter((id) => kindOf(id) === kind);
    const [charges, refunds, disputes] = [of("charge"), of("refund"), of("dispute")];
    return new Map<string, ChargeRecord | RefundRecord | DisputeRecord>([
      ...(charges.length > 0 ? await chargesByIds(context.db, domain, charges) : []),
      ...(refunds.length > 0 ? await refundsByIds(context.db, domain, refunds) : []),
      ...(disputes.length > 0 ? await disputesByIds(context.db, domain, disputes) : []),
    ]);
  });

/** One movement of the balance. */
export const balanceTransaction = resource("balance_transaction", {
  description: "One movement of your balance.",
  fields: {
    id: t.id("txn").describe("Unique id."),
    object: t.literal("balance_transaction").describe("Says that this is a balance transaction."),
    amount: t.integer().describe("How much came in, before fees; negative where it went out."),
    available_on: t.timestamp().describe("When it counts as available."),
    created,
    currency,
    description: t.string().nullable().describe("What it was, in words."),
    exchange_rate: t.number().nullable().describe("The rate at which a currency was changed."),
    fee: t.integer().describe("What it cost, in the currency's smallest unit."),
    fee_details: t
      .list(t.object(feeDetailFields).describe("One part."))
      .describe("What the fee is made of."),
    net: t.integer().describe("What it comes to after fees."),
    reporting_category: t
      .enum({ charge: "Charges.", refund: "Refunds.", dispute: "Disputes." })
      .describe("Where it stands in reports."),
    source: t
      .ref<ChargeRecord | RefundRecord | DisputeRecord>("balance_transaction_source")
      .describe("What moved the money."),
    sourced_transfers: t
      .page(transfer)
      .until("balance_transaction_has_sourced_transfers")
      .describe("Transfers that were paid from it."),
    charge: t.string().internal().describe("The charge behind {balance_transaction.source}."),
    status: t
      .enum({ pending: "Not available yet.", available: "Available." })
      .describe("Whether it counts as available."),
    type: t
      .enum({
        charge: "A card was charged.",
        payment: "A bank account was charged.",
        refund: "A card charge was refunded.",
        payment_refund: "A charge of a bank account was refunded.",
        payment_failure_refund: "A charge of a bank account failed later.",
        adjustment: "A dispute took or gave back money.",
      })
      .describe("What kind of movement it is."),
  },
})
  .from<BalanceTransactionRecord>({
    sourced_transfers: (record) => emptyPage(`/v1/balance/history/${record.id}/sourced_transfers`),
  })
  .loadedBy((ids, context) => balanceTransactionsByIds(context.db, domainContext(context), ids));
