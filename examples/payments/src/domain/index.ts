export type { AddressInput, ShippingInput } from "./address-input.js";
export type { SourceInput } from "./attach.js";
export { type Balance, type BalanceAmount, retrieveBalance } from "./balance.js";
export {
  type BalanceTransactionFilters,
  listBalanceTransactions,
  retrieveBalanceTransaction,
} from "./balance-transactions.js";
export { type CaptureChargeInput, captureCharge } from "./capture-charge.js";
export {
  type ChargeFilters,
  listCharges,
  retrieveCharge,
  type UpdateChargeInput,
  updateCharge,
} from "./charges.js";
export {
  type Children,
  refundsByCharges,
  sourcesByCustomers,
} from "./child-loaders.js";
export { type ContextOptions, createContext, type DomainContext, type Owner } from "./context.js";
export { type CreateChargeInput, createCharge } from "./create-charge.js";
export {
  type CreateCustomerInput,
  type CustomerFilters,
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  type UpdateCustomerInput,
  updateCustomer,
} from "./customers.js";
export type { DescriptorMode } from "./descriptor.js";
export { type DisputeFilters, listDisputes, retrieveDispute } from "./disputes.js";
export type { EventDraft } from "./event-draft.js";
export { type EventFilters, type EventMatch, listEvents, retrieveEvent } from "./events.js";
export { DomainFailure, type Failure, type FailureKind } from "./failures.js";
export { hideCardNumbers } from "./hide-card-numbers.js";
export {
  balanceTransactionsByIds,
  cardsByIds,
  chargesByIds,
  customersByIds,
  disputesByIds,
  refundsByIds,
  sourcesByIds,
  uncapturedByCustomers,
} from "./loaders.js";
export type { MetadataChange } from "./metadata.js";
export { type PaymentsMigration, paymentsMigrations } from "./migrations/index.js";
export type { BankAccountInput } from "./network/bank-network.js";
export type { CardInput } from "./network/examine-card.js";
export type { Page, PageRequest } from "./paging.js";
export type { TimeRange } from "./range.js";
export {
  type CreateRefundInput,
  createRefund,
  listRefunds,
  type RefundFilters,
  retrieveRefund,
  type UpdateRefundInput,
  updateRefund,
} from "./refunds.js";
export { rulesByIds } from "./rules.js";
export type { PaymentsDatabase, PaymentsTables } from "./schema.js";
export { ownersWithDue, settleDue } from "./settle.js";
export {
  type CreateSourceInput,
  createSource,
  deleteSource,
  listSources,
  retrieveSource,
  type SourceFilters,
  type UpdateSourceInput,
  updateSource,
} from "./sources.js";
export { type CreateTokenInput, createToken, retrieveToken } from "./tokens.js";
export { verifyBankAccount } from "./verify-bank-account.js";
