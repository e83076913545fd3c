import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCharge, aCustomer, done, errorOf } from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(async () => {
  expect(payments.failures).toEqual([]);
  await payments.close();
});

describe("charges.update", () => {
  test("changes some things, and unsets what is empty", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller, {
      description: "tea",
      metadata: { a: "1", b: "2" },
    });
    const update = {
      charge,
      description: "",
      receipt_email: "jo@example.com",
      metadata: { a: "", c: "3" },
      fraud_details: { user_report: "safe" },
      shipping: { name: "Jo", address: { line1: "1 Street" } },
    };
    const expected = {
      description: null,
      receipt_email: "jo@example.com",
      metadata: { b: "2", c: "3" },
      fraud_details: { user_report: "safe" },
      shipping: { name: "Jo", address: { line1: "1 Street", city: null } },
    };
    expect(await done(caller, "charges.update", update)).toMatchObject(expected);
    const read = await done(caller, "charges.retrieve", { charge });
    expect(read).toMatchObject(expected);
    expect((await done(caller, "charges.update", { charge, metadata: "" })).metadata).toEqual({});
  });

  test("refuses what a charge cannot change", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    const answer = await caller.call("charges.update", { charge, amount: 5 });
    expect(errorOf(answer)).toMatchObject({ status: 400, param: "amount" });
  });
});

describe("charges.capture", () => {
  test("takes part of what was authorized, and lets the rest go", async () => {
    const caller = payments.callAs();
    const held = await aCharge(caller, { capture: false });
    expect(held).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null });
    const charge = await done(caller, "charges.capture", { charge: held.id, amount: 600 });
    expect(charge).toMatchObject({
      amount: 1000,
      amount_captured: 600,
      amount_refunded: 400,
      captured: true,
      refunded: false,
    });
    const moved = await done(caller, "balance_transactions.retrieve", {
      id: charge.balance_transaction,
    });
    expect(moved).toMatchObject({ amount: 600, fee: 47, net: 553, type: "charge" });
  });

  test("refuses too much, a second time, and what has lapsed", async () => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller, { capture: false });
    const { id: late } = await aCharge(caller, { capture: false });
    const invalid = { status: 400, type: "invalid_request_error" };
    const capture = async (params: object) =>
      errorOf(await caller.call("charges.capture", { charge, ...params }));
    expect(await capture({ amount: 1001 })).toEqual({
      ...invalid,
      code: "amount_too_large",
      param: "amount",
    });
    await done(caller, "charges.capture", { charge });
    expect(await capture({})).toEqual({ ...invalid, code: "charge_already_captured" });
    await payments.pass(8 * 86_400);
    expect(await capture({ charge: late })).toEqual({
      ...invalid,
      code: "charge_expired_for_capture",
    });
    expect(
      await done(caller, "charges.retrieve", { charge: late, expand: ["refunds"] }),
    ).toMatchObject({
      refunded: true,
      refunds: { data: [{ amount: 1000, reason: "expired_uncaptured_charge" }] },
    });
  });
});

describe("charges.list", () => {
  test("filters by customer, group, source and time", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller);
    const first = await aCharge(caller, { transfer_group: "g" });
    await payments.pass(100);
    const second = await aCharge(caller, { customer, source: undefined });
    const ids = async (params: object) =>
      (await done(caller, "charges.list", { ...params })).data?.map(({ id }) => id);
    expect(await ids({})).toEqual([second.id, first.id]);
    expect(await ids({ customer })).toEqual([second.id]);
    expect(await ids({ transfer_group: "g" })).toEqual([first.id]);
    expect(await ids({ source: { object: "bank_account" } })).toEqual([]);
    expect(await ids({ created: { gte: second.created } })).toEqual([second.id]);
    expect(await ids({ created: { gt: first.created, lte: second.created } })).toEqual([second.id]);
    expect(await ids({ created: { lt: second.created } })).toEqual([first.id]);
    expect(await ids({ created: first.created })).toEqual([first.id]);
  });
});
