import type { Address, Shipping } from "./address.js";
import type { CardCheck, CardFunding } from "./card.js";
import type { Metadata, OwnedRecord } from "./owned.js";
import type { SourceRecord } from "./source.js";

export interface BillingDetails {
  readonly address: Address;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface ChargeOutcome {
  readonly network_status: "approved_by_network" | "declined_by_network" | "not_sent_to_network";
  readonly reason: string | null;
  readonly risk_level: "normal" | "elevated" | "highest" | "not_assessed";
  /** 0 (safe) to 100; null where risk is not assessed. */
  readonly risk_score: number | null;
  /** The rule that decided, by id. */
  readonly rule: string | null;
  readonly seller_message: string;
  readonly type: "authorized" | "manual_review" | "issuer_declined" | "blocked" | "invalid";
}

export interface ThreeDSecure {
  readonly result: "authenticated" | "attempt_acknowledged" | "exempted" | "failed";
  readonly result_reason: string | null;
  readonly version: string;
}

export interface CardPaymentDetails {
  readonly type: "card";
  readonly card: {
    readonly brand: string;
    readonly checks: {
      readonly address_line1_check: CardCheck | null;
      readonly address_postal_code_check: CardCheck | null;
      readonly cvc_check: CardCheck | null;
    };
    readonly country: string | null;
    readonly exp_month: number;
    readonly exp_year: number;
    readonly fingerprint: string;
    readonly funding: CardFunding;
    readonly last4: string;
    readonly network: string;
    readonly three_d_secure: ThreeDSecure | null;
  };
}

export interface BankDebitPaymentDetails {
  readonly type: "ach_debit";
  readonly ach_debit: {
    readonly account_holder_type: "individual" | "company" | null;
    readonly bank_name: string;
    readonly country: string;
    readonly fingerprint: string;
    readonly last4: string;
    readonly routing_number: string;
  };
}

export type PaymentMethodDetails = CardPaymentDetails | BankDebitPaymentDetails;

export interface FraudDetails {
  readonly stripe_report?: "fraudulent";
  readonly user_report?: "safe" | "fraudulent";
}

export type ChargeStatus = "succeeded" | "pending" | "failed";

/** One attempt to take money from a source. Amounts are in the currency's smallest unit. */
export interface ChargeRecord extends OwnedRecord {
  readonly amount: number;
  readonly amount_captured: number;
  readonly amount_refunded: number;
  readonly balance_transaction: string | null;
  readonly billing_details: BillingDetails;
  readonly calculated_statement_descriptor: string | null;
  readonly captured: boolean;
  readonly created: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  readonly dispute: string | null;
  readonly disputed: boolean;
  readonly failure_balance_transaction: string | null;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly fraud_details: FraudDetails;
  readonly metadata: Metadata;
  readonly outcome: ChargeOutcome | null;
  readonly paid: boolean;
  readonly payment_method_details: PaymentMethodDetails;
  readonly receipt_email: string | null;
  readonly receipt_number: string | null;
  readonly receipt_url: string | null;
  readonly refunded: boolean;
  readonly shipping: Shipping | null;
  /** The source as it was when it was charged. */
  readonly source: SourceRecord;
  readonly statement_descriptor: string | null;
  readonly statement_descriptor_suffix: string | null;
  readonly status: ChargeStatus;
  readonly transfer_group: string | null;
  /** When something happens by itself: an authorization lapses, a bank debit settles. Never shown. */
  readonly due_at: number | null;
  /** The system-made refund of a bank debit that failed, by id. Never shown. */
  readonly system_refund: string | null;
}
