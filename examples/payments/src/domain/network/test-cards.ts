import type { CardFunding } from "../../records/index.js";
import type { BehaviourCode } from "./behaviours.js";

/** A number of the simulator: public facts, no real card has any of them. */
export interface TestCard {
  readonly behaviour: BehaviourCode;
  readonly funding: CardFunding;
}

const card = (behaviour: BehaviourCode, funding: CardFunding = "credit"): TestCard => ({
  behaviour,
  funding,
});

/** The test numbers. */
export const TEST_CARDS: ReadonlyMap<string, TestCard> = new Map([
  ["4242424242424242", card("success")],
  ["4012888888881881", card("success")],
  ["4000056655665556", card("success", "debit")],
  ["5555555555554444", card("success")],
  ["2223003122003222", card("success")],
  ["5200828282828210", card("success", "debit")],
  ["5105105105105100", card("success", "prepaid")],
  ["378282246310005", card("success")],
  ["371449635398431", card("success")],
  ["6011111111111117", card("success")],
  ["6011000990139424", card("success")],
  ["3056930009020004", card("success")],
  ["30569309025904", card("success")],
  ["38520000023237", card("success")],
  ["3566002020360505", card("success")],
  ["3530111333300000", card("success")],
  ["6200000000000005", card("success")],
  ["4000000000000002", card("decline_generic")],
  ["4000000000009995", card("decline_insufficient_funds")],
  ["4000000000009987", card("decline_lost_card")],
  ["4000000000009979", card("decline_stolen_card")],
  ["4000000000000069", card("decline_expired_card")],
  ["4000000000000127", card("decline_incorrect_cvc")],
  ["4000000000000119", card("decline_processing_error")],
  ["4000000000000341", card("decline_after_attach")],
  ["4100000000000019", card("blocked")],
  ["4000000000004954", card("risk_highest")],
  ["4000000000009235", card("risk_elevated")],
  ["4000000000000259", card("dispute_fraudulent")],
  ["4000000000002685", card("dispute_not_received")],
  ["4000000000001976", card("dispute_inquiry")],
  ["4000000000000010", card("address_fails")],
  ["4000000000000028", card("line1_fails")],
  ["4000000000000036", card("zip_fails")],
  ["4000000000000044", card("address_unavailable")],
  ["4000000000000101", card("cvc_fails")],
  ["4000000000000077", card("immediate")],
  ["4000000000003220", card("secured")],
  ["4000000000003055", card("security_attempted")],
  ["4000003800000446", card("security_exempted")],
]);

/** Tokens that always work: each stands for a test number. */
export const TEST_TOKENS: ReadonlyMap<string, string> = new Map([
  ["tok_visa", "4242424242424242"],
  ["tok_visa_debit", "4000056655665556"],
  ["tok_mastercard", "5555555555554444"],
  ["tok_mastercard_debit", "5200828282828210"],
  ["tok_mastercard_prepaid", "5105105105105100"],
  ["tok_amex", "378282246310005"],
  ["tok_discover", "6011111111111117"],
  ["tok_diners", "3056930009020004"],
  ["tok_jcb", "3566002020360505"],
  ["tok_unionpay", "6200000000000005"],
  ["tok_chargeDeclined", "4000000000000002"],
  ["tok_chargeDeclinedInsufficientFunds", "4000000000009995"],
  ["tok_chargeDeclinedLostCard", "4000000000009987"],
  ["tok_chargeDeclinedStolenCard", "4000000000009979"],
  ["tok_chargeDeclinedFraudulent", "4100000000000019"],
  ["tok_chargeDeclinedIncorrectCvc", "4000000000000127"],
  ["tok_chargeDeclinedExpiredCard", "4000000000000069"],
  ["tok_chargeDeclinedProcessingError", "4000000000000119"],
  ["tok_chargeCustomerFail", "4000000000000341"],
  ["tok_riskLevelElevated", "4000000000009235"],
  ["tok_riskLevelHighest", "4000000000004954"],
  ["tok_createDispute", "4000000000000259"],
  ["tok_createDisputeProductNotReceived", "4000000000002685"],
  ["tok_createDisputeInquiry", "4000000000001976"],
  ["tok_avsFail", "4000000000000010"],
  ["tok_avsLine1Fail", "4000000000000028"],
  ["tok_avsZipFail", "4000000000000036"],
  ["tok_avsUnchecked", "4000000000000044"],
  ["tok_cvcCheckFail", "4000000000000101"],
  ["tok_bypassPending", "4000000000000077"],
]);
