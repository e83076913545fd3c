import { DomainFailure, missingParam } from "../failures.js";
import { passesLuhn, plainNumber } from "./number.js";

/** Card details as a caller sends them. The number and CVC go no further than making a card record. */
export interface CardInput {
  readonly number?: string | undefined;
  readonly exp_month?: number | undefined;
  /** Four digits, or two for 2000 to 2099. */
  readonly exp_year?: number | undefined;
  readonly cvc?: string | undefined;
  readonly name?: string | null | undefined;
  readonly address_line1?: string | null | undefined;
  readonly address_line2?: string | null | undefined;
  readonly address_city?: string | null | undefined;
  readonly address_state?: string | null | undefined;
  readonly address_zip?: string | null | undefined;
  readonly address_country?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, string | null>> | "" | null | undefined;
}

/** Card details that are all there. */
export interface CardDetails {
  readonly number: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly cvc: string | null;
}

/** What is wrong with card details. */
export type CardFault =
  | "invalid_number"
  | "incorrect_number"
  | "invalid_expiry_month"
  | "invalid_expiry_year"
  | "invalid_cvc";

const MESSAGES: Readonly<Record<CardFault, string>> = {
  invalid_number: "The card number is no card number.",
  incorrect_number: "The card number is wrong.",
  invalid_expiry_month: "The card's expiry month is not valid.",
  invalid_expiry_year: "The card's expiry year is not valid.",
  invalid_cvc: "The card's security code is not valid.",
};

/** Takes what must be there out of the input. `at` is the address of the card in the request. */
export function requiredDetails(input: CardInput, at: string): CardDetails {
  const { number, exp_month, exp_year, cvc } = input;
  if (number === undefined || number === "") throw missingParam(`${at}.number`);
  if (exp_month === undefined) throw missingParam(`${at}.exp_month`);
  if (exp_year === undefined) throw missingParam(`${at}.exp_year`);
  const century = exp_year >= 0 && exp_year < 100 ? 2000 : 0;
  return {
    number: plainNumber(number),
    exp_month,
    exp_year: exp_year + century,
    cvc: cvc === undefined || cvc === "" ? null : cvc,
  };
}

/** Finds the first fault in card details, as of a moment in unix seconds. */
export function findFault(card: CardDetails, now: number): CardFault | null {
  const today = new Date(now * 1000);
  const year = today.getUTCFullYear();
  if (!/^\d{12,19}$/.test(card.number)) return "invalid_number";
  if (!passesLuhn(card.number)) return "incorrect_number";
  if (!Number.isInteger(card.exp_month) || card.exp_month < 1 || card.exp_month > 12) {
    return "invalid_expiry_month";
  }
  if (card.exp_year < year || card.exp_year > year + 50) {
    return "invalid_expiry_year";
  }
  if (card.exp_year === year && card.exp_month < today.getUTCMonth() + 1) {
    return "invalid_expiry_month";
  }
  if (card.cvc !== null && !/^\d{3,4}$/.test(card.cvc)) {
    return "invalid_cvc";
  }
  return null;
}

/** The refusal for a fault. */
export function cardFailure(fault: CardFault, at: string): DomainFailure {
  return new DomainFailure({
    kind: "card_invalid",
    code: fault,
    message: MESSAGES[fault],
    param: `${at}.${DETAILS[fault]}`,
  });
}

const DETAILS: Readonly<Record<CardFault, string>> = {
  invalid_number: "number",
  incorrect_number: "number",
  invalid_expiry_month: "exp_month",
  invalid_expiry_year: "exp_year",
  invalid_cvc: "cvc",
};

/** Refuses a card record whose details were not checked when it was made, and are wrong. */
export function refuseStoredFault(behaviour: string, at: string): void {
  const code = (Object.keys(DETAILS) as CardFault[]).find((known) => known === behaviour);
  if (code !== undefined) throw cardFailure(code, at);
}
