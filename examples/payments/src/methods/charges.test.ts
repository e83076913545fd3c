import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aBankCustomer,
  aCharge,
  aCustomer,
  aDispute,
  bankAccount,
  card,
  done,
  errorOf,
} from "../testing/arrange.fixture.js";
import { openPayments, type Payments, START } from "../testing/payments.fixture.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(async () => {
  expect(payments.failures).toEqual([]);
  await payments.close();
});

const usd = { amount: 1000, currency: "usd" };

describe("charges.create", () => {
  test("charges a card", async () => {
    const charge = await aCharge(payments.callAs(), { description: "tea", metadata: { a: "b" } });
    expect(charge).toMatchObject({
      id: expect.stringMatching(/^ch_\w{24}$/),
      object: "charge",
      amount: 1000,
      amount_captured: 1000,
      amount_refunded: 0,
      captured: true,
      created: START,
      currency: "usd",
      customer: null,
      description: "tea",
      failure_code: null,
      livemode: false,
      metadata: { a: "b" },
      outcome: { type: "authorized", network_status: "approved_by_network", risk_level: "normal" },
      paid: true,
      refunded: false,
      source: { object: "card", brand: "Visa", last4: "4242", customer: null },
      status: "succeeded",
    });
    expect(charge.balance_transaction).toMatch(/^txn_/);
  });

  test.each([
    ["tok_visa", "Visa"],
    ["tok_mastercard", "MasterCard"],
    ["tok_amex", "American Express"],
    ["tok_discover", "Discover"],
    ["tok_diners", "Diners Club"],
    ["tok_jcb", "JCB"],
    ["tok_unionpay", "UnionPay"],
  ])("%s is %s", async (source, brand) => {
    expect((await aCharge(payments.callAs(), { source })).source?.brand).toBe(brand);
  });

  test("charges the default source of a customer, or another one", async () => {
    const caller = payments.callAs();
    const customer = await aCustomer(caller);
    const added = { customer: customer.id, source: "tok_amex" };
    const { id: second } = await done(caller, "customers.sources.create", added);
    const bySource = async (source?: string) =>
      (await aCharge(caller, { customer: customer.id, source })).source?.id;
    expect(await bySource()).toBe(customer.default_source);
    expect(await bySource(second)).toBe(second);
  });

  test.each([
    ["4000000000000002", "card_declined", "generic_decline"],
    ["4000000000009995", "card_declined", "insufficient_funds"],
    ["4000000000009987", "card_declined", "lost_card"],
    ["4000000000009979", "card_declined", "stolen_card"],
    ["4100000000000019", "card_declined", "fraudulent"],
    ["4000000000000069", "expired_card", "expired_card"],
    ["4000000000000127", "incorrect_cvc", "incorrect_cvc"],
    ["4000000000000119", "processing_error", "processing_error"],
  ])(
    "%s is declined with %s (%s), and the failed charge is kept",
    async (number, code, decline_code) => {
      const caller = payments.callAs();
      const answer = await caller.call("charges.create", { ...usd, source: card(number) });
      const { error } = answer.body;
      expect(answer.status).toBe(402);
      expect(error).toEqual({
        type: "card_error",
        code,
        decline_code,
        charge: expect.stringMatching(/^ch_/),
        message: expect.stringMatching(/card/),
      });
      expect(await done(caller, "charges.retrieve", { charge: error?.charge })).toMatchObject({
        status: "failed",
        paid: false,
        captured: false,
        amount_captured: 0,
        balance_transaction: null,
        failure_code: code,
        failure_message: error?.message,
        source: { last4: number.slice(-4) },
      });
      expect((await done(caller, "balance_transactions.list")).data).toEqual([]);
      const { data } = await done(caller, "events.list");
      expect(data?.map(({ type }) => type)).toEqual(["charge.failed"]);
    },
  );

  test.each([
    [{ number: "4242424242424241" }, "incorrect_number", "number"],
    [{ number: "42" }, "invalid_number", "number"],
    [{ exp_month: 13 }, "invalid_expiry_month", "exp_month"],
    [{ exp_year: 2011 }, "invalid_expiry_year", "exp_year"],
    [{ cvc: "1" }, "invalid_cvc", "cvc"],
  ])("%j is a card error at its field", async (wrong, code, field) => {
    const caller = payments.callAs();
    const source = card("4242424242424242", wrong);
    const answer = await caller.call("charges.create", { ...usd, source });
    expect(errorOf(answer)).toEqual({
      status: 402,
      type: "card_error",
      code,
      param: `source[${field}]`,
    });
    expect((await done(caller, "charges.list")).data).toEqual([]);
  });

  const invalid = { status: 400, type: "invalid_request_error" };

  test.each([
    [{ amount: 49 }, { ...invalid, code: "amount_too_small", param: "amount" }],
    [{ amount: 100_000_000 }, { ...invalid, code: "parameter_out_of_limits", param: "amount" }],
    [{ amount: 1.5 }, { ...invalid, code: "parameter_invalid", param: "amount" }],
    [{ amount: undefined }, { ...invalid, code: "parameter_missing", param: "amount" }],
    [{ currency: "xxx" }, { ...invalid, code: "invalid_currency", param: "currency" }],
    [{ currency: undefined }, { ...invalid, code: "parameter_missing", param: "currency" }],
    [{ source: undefined }, { ...invalid, code: "parameter_missing" }],
    [
      { source: "tok_none" },
      { ...invalid, status: 404, code: "resource_missing", param: "source" },
    ],
    [
      { customer: "cus_none", source: undefined },
      { ...invalid, status: 404, code: "resource_missing", param: "customer" },
    ],
    [{ source: bankAccount() }, { ...invalid, code: "bank_account_unverified", param: "source" }],
    [{ statement_descriptor: "x".repeat(23) }, { ...invalid, param: "statement_descriptor" }],
  ])("%j is refused", async (wrong, error) => {
    const params = { ...usd, source: "tok_visa", ...wrong };
    expect(errorOf(await payments.callAs().call("charges.create", params))).toEqual(error);
  });

  test("a customer without a source has nothing to charge", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller, { source: undefined });
    expect(errorOf(await caller.call("charges.create", { ...usd, customer }))).toEqual({
      ...invalid,
      code: "missing",
      param: "source",
    });
  });

  test("takes a token once", async () => {
    const caller = payments.callAs();
    const { object: _object, ...visa } = card("4242424242424242");
    const { id: source } = await done(caller, "tokens.create", { card: visa });
    await aCharge(caller, { source });
    expect(errorOf(await caller.call("charges.create", { ...usd, source }))).toEqual({
      ...invalid,
      code: "token_already_used",
      param: "source",
    });
    expect((await done(caller, "tokens.retrieve", { token: source })).used).toBe(true);
  });

  test("a charge may be disputed later", async () => {
    const caller = payments.callAs();
    const { charge, dispute } = await aDispute(caller);
    expect(await done(caller, "disputes.retrieve", { dispute })).toMatchObject({
      object: "dispute",
      amount: 1000,
      charge,
      reason: "fraudulent",
      status: "needs_response",
      balance_transactions: [{ amount: -1000, fee: 1500, net: -2500, type: "adjustment" }],
      evidence: { uncategorized_text: null },
      evidence_details: { due_by: START + 9 * 86_400, past_due: false, submission_count: 0 },
    });
    const inquiry = await aDispute(caller, "tok_createDisputeInquiry");
    expect(await done(caller, "disputes.retrieve", { dispute: inquiry.dispute })).toMatchObject({
      status: "warning_needs_response",
      balance_transactions: [],
    });
    const listed = await done(caller, "disputes.list", { charge });
    expect(listed.data?.map(({ id }) => id)).toEqual([dispute]);
  });

  test("a bank debit is pending until the bank answers", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aBankCustomer(caller);
    const { id: broke } = await aBankCustomer(caller, "000222222227");
    const good = await aCharge(caller, { customer, source: undefined });
    const bad = await aCharge(caller, { customer: broke, source: undefined });
    expect([good.status, bad.status]).toEqual(["pending", "pending"]);
    await payments.pass(10);
    expect(await done(caller, "charges.retrieve", { charge: good.id })).toMatchObject({
      status: "succeeded",
      payment_method_details: { type: "ach_debit", ach_debit: { last4: "6789" } },
    });
    expect(await done(caller, "charges.retrieve", { charge: bad.id })).toMatchObject({
      status: "failed",
      paid: false,
      failure_code: "insufficient_funds",
      failure_balance_transaction: expect.stringMatching(/^txn_/),
    });
  });
});
