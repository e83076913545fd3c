import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCustomer, bankAccount, done, errorOf } from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(() => payments.close());

const usd = { amount: 1000, currency: "usd" };
const numberOnly = { number: "4242424242424242" };

describe("a param that is missing is called by the caller's own name", () => {
  test.each([
    ["2012-11-07", "charges.create", { ...usd, card: numberOnly }, "card[exp_month]", 400],
    ["2012-11-07", "tokens.create", { card: numberOnly }, "card[exp_month]", 402],
    ["2015-02-18", "charges.create", { ...usd, source: numberOnly }, "source[exp_month]", 400],
    ["2026-10-28.endive", "charges.create", { ...usd, source: {} }, "source[number]", 400],
  ])("%s %s %j", async (version, method, params, param, status) => {
    const answer = await payments.callAs({ version }).call(method, params);
    expect(errorOf(answer)).toEqual({
      status,
      type: "invalid_request_error",
      code: "parameter_missing",
      param,
    });
    expect(answer.body.error?.message).toBe(`Missing required param: ${param}.`);
  });
});

test.each([
  ["2012-11-07", "card"],
  ["2026-10-28.endive", "source"],
])(
  "details with a customer are refused at %s without a name of another version",
  async (version, name) => {
    const account = "acct_names";
    const { id: customer } = await aCustomer(payments.callAs({ account }));
    const sent = { ...usd, customer, [name]: { ...numberOnly, exp_month: 1, exp_year: 2030 } };
    const answer = await payments.callAs({ account, version }).call("charges.create", sent);
    expect(errorOf(answer)).toMatchObject({ status: 400, param: name });
    expect(answer.body.error?.message).toMatch(/^With a customer/);
    expect(answer.body.error?.message).not.toMatch(/source|card/);
  },
);

test.each(["2012-11-07", "2026-10-28.endive"])(
  "a bank account is in its country's currency unless told otherwise, at %s",
  async (version) => {
    const { object: _object, currency: _currency, ...details } = bankAccount();
    const caller = payments.callAs({ version });
    const token = await done(caller, "tokens.create", { bank_account: details });
    expect(token.bank_account).toMatchObject({ country: "US", currency: "usd" });
  },
);
