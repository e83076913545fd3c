import { describe, expect, test } from "vitest";
import { createContext } from "../context.js";
import { START, TEST_BANK_ACCOUNT } from "../test-kit.js";
import { areMicroDeposits, debitFailure, makeBankAccount } from "./bank-network.js";

const context = createContext({
  account: "acct_1",
  livemode: false,
  pepper: "a test pepper",
  now: () => START,
});

test("a bank account keeps the last four digits of its number and no more", () => {
  const made = makeBankAccount(context, TEST_BANK_ACCOUNT, "bank_account");
  expect(made).toMatchObject({ last4: "6789", status: "new", currency: "usd", country: "US" });
  expect(JSON.stringify(made)).not.toContain("000123456789");
});

test("a bank account is in the currency of its country unless told otherwise", () => {
  const { currency: _left_out, ...rest } = TEST_BANK_ACCOUNT;
  expect(makeBankAccount(context, rest, "bank_account")).toMatchObject({ currency: "usd" });
  const lower = { ...rest, country: "us", currency: "USD" };
  const made = makeBankAccount(context, lower, "bank_account");
  expect(made).toMatchObject({ country: "US", currency: "usd" });
  const elsewhere = () => makeBankAccount(context, { ...rest, country: "FR" }, "bank_account");
  expect(elsewhere).toThrow(
    expect.objectContaining({
      failure: expect.objectContaining({ param: "bank_account.country" }),
    }),
  );
});

test.each([
  [{ account_number: undefined }, "bank_account.account_number"],
  [{ country: undefined }, "bank_account.country"],
  [{ routing_number: undefined }, "bank_account.routing_number"],
  [{ routing_number: "123" }, "bank_account.routing_number"],
  [{ account_number: "12x4" }, "bank_account.account_number"],
  [{ country: "FR" }, "bank_account.country"],
  [{ currency: "eur" }, "bank_account.currency"],
])("%j is refused at %s", (change, param) => {
  const make = () => makeBankAccount(context, { ...TEST_BANK_ACCOUNT, ...change }, "bank_account");
  expect(make).toThrow(expect.objectContaining({ failure: expect.objectContaining({ param }) }));
});

describe("debits", () => {
  test.each([
    ["000123456789", null],
    ["000111111116", "no_account"],
    ["000111111113", "account_closed"],
    ["000222222227", "insufficient_funds"],
    ["000333333335", "debit_not_authorized"],
  ])("of %s end with %s", (account_number, code) => {
    const made = makeBankAccount(context, { ...TEST_BANK_ACCOUNT, account_number }, "source");
    expect(debitFailure(made)?.code ?? null).toBe(code);
  });
});

test.each([
  [[32, 45], true],
  [[45, 32], true],
  [[32, 32], false],
  [[32], false],
  [[32, 45, 45], false],
])("%j are the micro-deposits: %s", (amounts, right) => {
  expect(areMicroDeposits(amounts)).toBe(right);
});
