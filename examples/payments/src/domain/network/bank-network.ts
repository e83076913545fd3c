import type { BankAccountRecord } from "../../records/index.js";
import type { DomainContext } from "../context.js";
import { invalid, missingParam } from "../failures.js";
import { fingerprint } from "../fingerprint.js";
import { type MetadataChange, mergeMetadata } from "../metadata.js";
import type { Decline } from "./declines.js";

/** Bank account details as a caller sends them. The account number goes no further than making a record. */
export interface BankAccountInput {
  readonly account_number?: string | undefined;
  readonly routing_number?: string | undefined;
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
  readonly account_holder_name?: string | null | undefined;
  readonly account_holder_type?: "individual" | "company" | null | undefined;
  readonly metadata?: MetadataChange | undefined;
}

/** The countries whose banks are known, and the currency that an account there is in. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([["US", "usd"]]);

const TEST_ROUTING_NUMBER = "110000000";

/** How a debit of a test account ends; numbers that are not here succeed. */
const TEST_ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ["000123456789", "success"],
  ["000111111116", "no_account"],
  ["000111111113", "account_closed"],
  ["000222222227", "insufficient_funds"],
  ["000333333335", "debit_not_authorized"],
]);

const FAILURES: Readonly<Record<string, string>> = {
  no_account: "The bank knows no such account.",
  account_closed: "The bank account is closed.",
  insufficient_funds: "The bank account has too little money on it.",
  debit_not_authorized: "The owner of the bank account did not allow the debit.",
};

/** The amounts, in cents, that prove a bank account is one's own. */
const MICRO_DEPOSITS: readonly number[] = [32, 45];

/** Makes a bank account record; the account number is dropped here. `at` is its address in the request. */
export function makeBankAccount(
  context: DomainContext,
  input: BankAccountInput,
  at: string,
): BankAccountRecord {
  for (const name of ["account_number", "country"] as const) {
    if (input[name] === undefined || input[name] === "") throw missingParam(`${at}.${name}`);
  }
  const { account_number = "", routing_number = "" } = input;
  const country = (input.country ?? "").toUpperCase();
  const currency = CURRENCIES.get(country);
  if (currency === undefined || (input.currency || currency).toLowerCase() !== currency) {
    const param = currency === undefined ? "country" : "currency";
    throw invalid(null, `${at}.${param}`, "Only bank accounts in the US and in usd can be used.");
  }
  if (routing_number === "") throw missingParam(`${at}.routing_number`);
  if (routing_number !== TEST_ROUTING_NUMBER) {
    const message = `Only the test routing number ${TEST_ROUTING_NUMBER} works here.`;
    throw invalid("routing_number_invalid", `${at}.routing_number`, message);
  }
  if (!/^\d{4,17}$/.test(account_number)) {
    const message = "A bank account number has 4 to 17 digits.";
    throw invalid("account_number_invalid", `${at}.account_number`, message);
  }
  return {
    id: context.newId("ba"),
    object: "bank_account",
    account: context.account,
    livemode: context.livemode,
    account_holder_name: input.account_holder_name ?? null,
    account_holder_type: input.account_holder_type ?? null,
    bank_name: "HOLDFAST TEST BANK",
    country,
    created: context.now(),
    currency,
    customer: null,
    fingerprint: fingerprint(context, `${routing_number}/${account_number}`),
    last4: account_number.slice(-4),
    metadata: mergeMetadata({}, input.metadata, `${at}.metadata`),
    routing_number,
    status: "new",
    behaviour: TEST_ACCOUNTS.get(account_number) ?? "success",
    verification_attempts: 0,
  };
}

/** Whether the two amounts, in any order, are those that were deposited. */
export function areMicroDeposits(amounts: readonly number[]): boolean {
  const sorted = amounts.toSorted((a, b) => a - b);
  return sorted.length === 2 && sorted.every((amount, index) => amount === MICRO_DEPOSITS[index]);
}

/** Why a debit fails days after it was made; null where it does not. */
export function debitFailure(bankAccount: BankAccountRecord): Decline | null {
  const message = FAILURES[bankAccount.behaviour];
  return message === undefined
    ? null
    : { code: bankAccount.behaviour, decline_code: null, message };
}
