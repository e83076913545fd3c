import type { TestCaller } from "holdfast/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aBankCustomer,
  aCharge,
  aDispute,
  aFailedDebit,
  done,
  errorOf,
} from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(async () => {
  expect(payments.failures).toEqual([]);
  await payments.close();
});

const invalid = { status: 400, type: "invalid_request_error" };

describe("refunds", () => {
  test("give back in parts, until nothing is left", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    const part = { charge, amount: 300, reason: "requested_by_customer", metadata: { a: "b" } };
    const refund = await done(caller, "refunds.create", part);
    expect(refund).toMatchObject({
      id: expect.stringMatching(/^re_/),
      object: "refund",
      amount: 300,
      balance_transaction: expect.stringMatching(/^txn_/),
      charge,
      currency: "usd",
      metadata: { a: "b" },
      reason: "requested_by_customer",
      status: "succeeded",
    });
    const refuse = async (params: object) =>
      errorOf(await caller.call("refunds.create", { charge, ...params }));
    expect(await refuse({ amount: 701 })).toEqual({ ...invalid, param: "amount" });
    expect(await refuse({ amount: 0 })).toMatchObject({ ...invalid, param: "amount" });
    await done(caller, "charges.refunds.create", { charge });
    expect(await refuse({})).toEqual({ ...invalid, code: "charge_already_refunded" });
    expect(await done(caller, "charges.retrieve", { charge })).toMatchObject({
      amount_refunded: 1000,
      refunded: true,
      status: "succeeded",
    });
  });

  test("are read, changed and listed, also under their charge", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    const { id: other } = await aCharge(caller);
    const { id: refund } = await done(caller, "refunds.create", { charge, amount: 100 });
    await done(caller, "refunds.update", { refund, metadata: { a: "1", b: "2" } });
    const changed = { charge, refund, metadata: { a: "" } };
    expect((await done(caller, "charges.refunds.update", changed)).metadata).toEqual({ b: "2" });
    const read = await done(caller, "refunds.retrieve", { refund });
    expect(await done(caller, "charges.refunds.retrieve", { charge, refund })).toEqual(read);
    const listed = await done(caller, "charges.refunds.list", { charge });
    expect(listed).toMatchObject({ url: `/v1/charges/${charge}/refunds`, data: [read] });
    expect((await done(caller, "refunds.list", { charge: other })).data).toEqual([]);
    const missing = { status: 404, type: "invalid_request_error", code: "resource_missing" };
    for (const [method, params] of [
      ["charges.refunds.retrieve", { charge: other, refund }],
      ["charges.refunds.update", { charge: other, refund, metadata: {} }],
      ["charges.refunds.list", { charge: "ch_none" }],
      ["refunds.retrieve", { refund: "re_none" }],
      ["refunds.create", { charge: "ch_none" }],
    ] as const) {
      expect(errorOf(await caller.call(method, params))).toMatchObject(missing);
    }
  });

  test("an authorization is let go whole, and moves no money", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller, { capture: false });
    const partly = await caller.call("refunds.create", { charge, amount: 1 });
    expect(errorOf(partly)).toEqual({ ...invalid, param: "amount" });
    const refund = await done(caller, "refunds.create", { charge });
    expect(refund.balance_transaction).toBe(null);
    expect(errorOf(await caller.call("charges.capture", { charge }))).toEqual({
      ...invalid,
      code: "charge_already_refunded",
    });
  });

  test("a disputed charge is not refunded, nor one that failed", async () => {
    const caller = payments.callAs();
    const { charge } = await aDispute(caller);
    expect(errorOf(await caller.call("refunds.create", { charge }))).toEqual({
      ...invalid,
      code: "charge_disputed",
    });
    const declined = { amount: 1000, currency: "usd", source: "tok_chargeDeclined" };
    const { error } = (await caller.call("charges.create", declined)).body;
    expect(errorOf(await caller.call("refunds.create", { charge: error?.charge }))).toEqual(
      invalid,
    );
  });

  test("the older way returns the charge", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    const answer = await done(caller, "charges.refund", {
      charge,
      amount: 100,
      expand: ["refunds"],
    });
    expect(answer).toMatchObject({ id: charge, amount_refunded: 100 });
    expect(answer.refunds?.data).toHaveLength(1);
  });
});

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

interface Balance {
  readonly available: readonly Amount[];
  readonly pending: readonly Amount[];
}

interface Movement extends Amount {
  readonly net: number;
  readonly fee: number;
  readonly fee_details: readonly Amount[];
}

/** What is on the balance, by currency, wherever it stands. */
async function balanceOf(caller: TestCaller) {
  const { available, pending } = await done<Balance>(caller, "balance.retrieve");
  const sum = (amounts: readonly Amount[], currency: string) =>
    amounts
      .filter((one) => one.currency === currency)
      .reduce((total, one) => total + one.amount, 0);
  return (currency: string) => ({
    available: sum(available, currency),
    pending: sum(pending, currency),
  });
}

describe("the balance", () => {
  test("is what its transactions come to", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller, { amount: 5000 });
    await aCharge(caller, { amount: 700, currency: "eur" });
    await done(caller, "refunds.create", { charge, amount: 1200 });
    await aDispute(caller);
    await aFailedDebit(payments, caller);
    const { id: customer } = await aBankCustomer(caller);
    await aCharge(caller, { customer, source: undefined, amount: 4000 });
    const { data } = await done<{ readonly data: readonly Movement[] }>(
      caller,
      "balance_transactions.list",
      { limit: 100 },
    );
    for (const one of data) {
      expect(one.net).toBe(one.amount - one.fee);
      const parts = one.fee_details.map((part) => part.amount);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(one.fee);
    }
    const net = (currency: string) =>
      data.filter((one) => one.currency === currency).reduce((sum, one) => sum + one.net, 0);
    const now = await balanceOf(caller);
    for (const currency of ["usd", "eur"]) {
      const { available, pending } = now(currency);
      expect(available + pending).toBe(net(currency));
    }
    await payments.pass(8 * 86_400);
    const later = await balanceOf(caller);
    for (const currency of ["usd", "eur"]) {
      expect(later(currency)).toEqual({ available: net(currency), pending: 0 });
    }
    const listed = await done(caller, "balance_transactions.list", { limit: 100 });
    expect(new Set(listed.data?.map((one) => one.status))).toEqual(new Set(["available"]));
  });

  test("a new account has nothing", async () => {
    expect(await done(payments.callAs(), "balance.retrieve")).toEqual({
      object: "balance",
      available: [{ amount: 0, currency: "usd" }],
      livemode: false,
      pending: [{ amount: 0, currency: "usd" }],
    });
  });

  test("its transactions are found by source, type and currency, at both paths", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    await aCharge(caller, { currency: "eur" });
    const { id: refund } = await done(caller, "refunds.create", { charge });
    for (const method of ["balance_transactions", "balance.history"]) {
      const found = async (params: object) => {
        const { data } = await done(caller, `${method}.list`, { ...params });
        return data?.map((one) => `${one.type} ${one.currency}`);
      };
      expect(await found({})).toEqual(["refund usd", "charge eur", "charge usd"]);
      expect(await found({ source: charge })).toEqual(["charge usd"]);
      expect(await found({ source: refund })).toEqual(["refund usd"]);
      expect(await found({ type: "charge" })).toEqual(["charge eur", "charge usd"]);
      expect(await found({ currency: "eur" })).toEqual(["charge eur"]);
      const { data } = await done(caller, `${method}.list`, { expand: ["data.source"], limit: 1 });
      expect(data?.[0]?.source).toMatchObject({ id: refund, object: "refund" });
      expect(errorOf(await caller.call(`${method}.list`, { payout: "po_1" }))).toMatchObject({
        status: 404,
        param: "payout",
      });
      expect(errorOf(await caller.call(`${method}.retrieve`, { id: "txn_1" }))).toMatchObject({
        status: 404,
        code: "resource_missing",
      });
    }
  });
});
