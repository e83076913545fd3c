import type { Metadata, OwnedRecord } from "./owned.js";

export type DisputeStatus =
  | "warning_needs_response"
  | "warning_under_review"
  | "warning_closed"
  | "needs_response"
  | "under_review"
  | "charge_refunded"
  | "won"
  | "lost";

/** What a seller can say for themselves; each null until given. */
export interface DisputeEvidence {
  readonly access_activity_log: string | null;
  readonly billing_address: string | null;
  readonly cancellation_policy: string | null;
  readonly cancellation_policy_disclosure: string | null;
  readonly cancellation_rebuttal: string | null;
  readonly customer_communication: string | null;
  readonly customer_email_address: string | null;
  readonly customer_name: string | null;
  readonly customer_purchase_ip: string | null;
  readonly customer_signature: string | null;
  readonly duplicate_charge_documentation: string | null;
  readonly duplicate_charge_explanation: string | null;
  readonly duplicate_charge_id: string | null;
  readonly product_description: string | null;
  readonly receipt: string | null;
  readonly refund_policy: string | null;
  readonly refund_policy_disclosure: string | null;
  readonly refund_refusal_explanation: string | null;
  readonly service_date: string | null;
  readonly service_documentation: string | null;
  readonly shipping_address: string | null;
  readonly shipping_carrier: string | null;
  readonly shipping_date: string | null;
  readonly shipping_documentation: string | null;
  readonly shipping_tracking_number: string | null;
  readonly uncategorized_file: string | null;
  readonly uncategorized_text: string | null;
}

export interface DisputeEvidenceDetails {
  readonly due_by: number;
  readonly has_evidence: boolean;
  readonly past_due: boolean;
  readonly submission_count: number;
}

/** A cardholder's bank asks for the money back. Amounts are in the currency's smallest unit. */
export interface DisputeRecord extends OwnedRecord {
  readonly amount: number;
  /** By id: what the dispute took from the balance, and gave back. */
  readonly balance_transactions: readonly string[];
  readonly charge: string;
  readonly created: number;
  readonly currency: string;
  readonly evidence: DisputeEvidence;
  readonly evidence_details: DisputeEvidenceDetails;
  readonly is_charge_refundable: boolean;
  readonly metadata: Metadata;
  readonly reason: "fraudulent" | "product_not_received" | "general";
  readonly status: DisputeStatus;
}
