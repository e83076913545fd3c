import type { ChargeRecord, DisputeEvidence, DisputeRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { disputeFees } from "./fees.js";
import { leavesOn, moveBalance } from "./move-balance.js";
import type { PaymentsDatabase } from "./schema.js";
import { charges, disputes } from "./tables.js";

const DAYS_TO_ANSWER = 9;

const NO_EVIDENCE: DisputeEvidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** Has a charge disputed by the cardholder's bank. An inquiry asks questions and moves no money. */
export async function openDispute(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
  { reason, inquiry }: { readonly reason: DisputeRecord["reason"]; readonly inquiry: boolean },
): Promise<ChargeRecord> {
  const id = context.newId("dp");
  const amount = charge.amount_captured;
  const withdrawal = inquiry
    ? null
    : await moveBalance(db, context, {
        type: "adjustment",
        reporting_category: "dispute",
        amount: -amount,
        fees: disputeFees(charge.currency),
        source: id,
        charge,
        description: `Dispute of charge ${charge.id}`,
        available_on: await leavesOn(db, context, charge),
      });
  const dispute: DisputeRecord = {
    id,
    account: context.account,
    livemode: context.livemode,
    amount,
    balance_transactions: withdrawal === null ? [] : [withdrawal.id],
    charge: charge.id,
    created: context.now(),
    currency: charge.currency,
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: context.now() + DAYS_TO_ANSWER * 86_400,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: inquiry,
    metadata: {},
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  };
  await disputes.insert(db, dispute);
  const disputed: ChargeRecord = { ...charge, disputed: true, dispute: id };
  await charges.replace(db, disputed);
  const about = { object_kind: "dispute", before: null, after: dispute } as const;
  await context.emit(db, { type: "charge.dispute.created", ...about });
  if (withdrawal !== null) {
    await context.emit(db, { type: "charge.dispute.funds_withdrawn", ...about });
  }
  return disputed;
}
