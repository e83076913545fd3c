export type { Address, Shipping } from "./address.js";
export type {
  BalanceTransactionRecord,
  BalanceTransactionType,
  FeeDetail,
} from "./balance-transaction.js";
export type { BankAccountRecord, BankAccountStatus } from "./bank-account.js";
export type { CardBrand, CardCheck, CardFunding, CardRecord } from "./card.js";
export type {
  BillingDetails,
  ChargeOutcome,
  ChargeRecord,
  ChargeStatus,
  FraudDetails,
  PaymentMethodDetails,
  ThreeDSecure,
} from "./charge.js";
export type { CustomerRecord, TaxInfo, TaxInfoVerification } from "./customer.js";
export type {
  DisputeEvidence,
  DisputeEvidenceDetails,
  DisputeRecord,
  DisputeStatus,
} from "./dispute.js";
export type { EventObjectKind, EventObjects, EventRecord } from "./event.js";
export type { Metadata, OwnedRecord } from "./owned.js";
export type { RefundReason, RefundRecord } from "./refund.js";
export type { RuleRecord } from "./rule.js";
export type { SourceRecord } from "./source.js";
export type { TokenRecord } from "./token.js";
