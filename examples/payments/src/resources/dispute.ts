import { batch, resource, t } from "holdfast";
import { chargesByIds, disputesByIds } from "../domain/index.js";
import type {
  BalanceTransactionRecord,
  ChargeRecord,
  DisputeEvidence,
  DisputeRecord,
} from "../records/index.js";
import { domainContext } from "../services.js";
import { created, currency, livemode, metadata } from "./common.js";

const text = (what: string) => t.string().nullable().describe(what);

const evidence = {
  access_activity_log: text("What the customer did with what they bought."),
  billing_address: text("The customer's billing address."),
  cancellation_policy: text("Your rules for cancelling, as a file."),
  cancellation_policy_disclosure: text("How and when the customer saw those rules."),
  cancellation_rebuttal: text("Why the customer's subscription was not cancelled."),
  customer_communication: text("What you wrote to each other, as a file."),
  customer_email_address: text("The customer's e-mail address."),
  customer_name: text("The customer's name."),
  customer_purchase_ip: text("The address from which the customer bought."),
  customer_signature: text("The customer's signature, as a file."),
  duplicate_charge_documentation: text("Proof that two charges are not the same, as a file."),
  duplicate_charge_explanation: text("How two charges differ."),
  duplicate_charge_id: text("The other charge."),
  product_description: text("What was sold."),
  receipt: text("The receipt, as a file."),
  refund_policy: text("Your rules for refunds, as a file."),
  refund_policy_disclosure: text("How and when the customer saw those rules."),
  refund_refusal_explanation: text("Why the customer has no right to a refund."),
  service_date: text("When the service was rendered."),
  service_documentation: text("Proof of the service, as a file."),
  shipping_address: text("Where the goods went."),
  shipping_carrier: text("Who brought them."),
  shipping_date: text("When they were sent."),
  shipping_documentation: text("Proof that they were sent, as a file."),
  shipping_tracking_number: text("The carrier's number."),
  uncategorized_file: text("Anything else, as a file."),
  uncategorized_text: text("Anything else, in words."),
} satisfies Record<keyof DisputeEvidence, unknown>;

/** The statuses that disputes had before 2015-02-10. */
export const statusesOf2014 = {
  warning_needs_response: "The bank asks, and waits for your evidence.",
  warning_under_review: "The bank asks, and looks at your evidence.",
  needs_response: "The bank waits for your evidence.",
  under_review: "The bank looks at your evidence.",
  charge_refunded: "The charge was refunded.",
  won: "You keep the money.",
  lost: "The cardholder has the money.",
};

/** A disputed charge. */
export const dispute = resource("dispute", {
  description: "A cardholder asks the bank for the money of a charge.",
  fields: {
    id: t.id("dp").describe("Unique id."),
    object: t.literal("dispute").describe("Says that this is a dispute."),
    amount: t.integer().describe("How much is disputed, in the currency's smallest unit."),
    balance_transactions: t
      .list(t.loaded<BalanceTransactionRecord>("balance_transaction"))
      .describe("What the dispute took from your balance, and gave back."),
    charge: t.ref<ChargeRecord>("charge").describe("The disputed charge."),
    charge_was_refunded: t
      .boolean()
      .internal()
      .describe("Whether all money of {dispute.charge} was given back."),
    created,
    currency,
    evidence: t.object(evidence).describe("What you have said for yourself."),
    evidence_details: t
      .object({
        due_by: t.timestamp().describe("Until when evidence is taken."),
        has_evidence: t.boolean().describe("Whether there is any."),
        past_due: t.boolean().describe("Whether it is too late for more."),
        submission_count: t.integer().describe("How often evidence was sent to the bank."),
      })
      .describe("What is known about your evidence."),
    is_charge_refundable: t.boolean().describe("Whether the charge can still be refunded."),
    livemode,
    metadata,
    reason: t
      .enum({
        fraudulent: "The cardholder says that they did not pay.",
        product_not_received: "The cardholder says that nothing came.",
        general: "Another reason.",
      })
      .describe("Why the cardholder disputes it."),
    status: t
      .enum({ ...statusesOf2014, warning_closed: "The bank asked, and lets it be." })
      .describe("How it stands."),
  },
})
  .from<DisputeRecord>({
    charge_was_refunded: batch(async (disputes, context) => {
      const ids = disputes.map((dispute) => dispute.charge);
      const charges = await chargesByIds(context.db, domainContext(context), ids);
      return ids.map((id) => charges.get(id)?.refunded ?? false);
    }),
  })
  .loadedBy((ids, context) => disputesByIds(context.db, domainContext(context), ids));
