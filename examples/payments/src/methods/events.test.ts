import type { TestJson } from "holdfast/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aCharge,
  aCustomer,
  aDispute,
  done,
  errorOf,
  itemsOf,
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

const types = (list: TestJson) => itemsOf(list).map((event) => event.type);

test("what happens is told, in its order", async () => {
  const caller = payments.callAs();
  const { id: customer } = await aCustomer(caller);
  const { id: charge } = await aCharge(caller, { customer, source: undefined, capture: false });
  await done(caller, "charges.capture", { charge });
  await done(caller, "charges.update", { charge, description: "tea" });
  await done(caller, "refunds.create", { charge, amount: 100 });
  await done(caller, "customers.update", { customer, name: "Jo" });
  await done(caller, "customers.update", { customer, name: "Jo" });
  await done(caller, "customers.delete", { customer });
  expect(types(await done(caller, "events.list", { limit: 100 })).reverse()).toEqual([
    "customer.created",
    "customer.source.created",
    "charge.succeeded",
    "charge.captured",
    "charge.updated",
    "refund.created",
    "charge.refunded",
    "customer.updated",
    "customer.deleted",
  ]);
});

test("an event says who caused it, and what changed", async () => {
  const caller = payments.callAs({ version: "2026-09-30.endive" });
  const { id: charge } = await aCharge(caller);
  const headers = { "idempotency-key": "refund-1" };
  const refund = await caller.call("refunds.create", { charge, amount: 100 }, headers);
  const [event] = itemsOf(await done(caller, "events.list", { type: "charge.refunded" }));
  expect(event).toMatchObject({
    id: expect.stringMatching(/^evt_/),
    object: "event",
    api_version: "2026-09-30.endive",
    livemode: false,
    request: { id: refund.headers["request-id"], idempotency_key: "refund-1" },
    type: "charge.refunded",
    data: {
      object: { id: charge, object: "charge", amount_refunded: 100 },
      previous_attributes: { amount_refunded: 0 },
    },
  });
  expect(Object.keys(event?.data?.previous_attributes ?? {})).toEqual(["amount_refunded"]);
  expect(await done(caller, "events.retrieve", { id: event?.id })).toEqual(event);
  const [made] = itemsOf(await done(caller, "events.list", { type: "charge.succeeded" }));
  expect(made?.data).not.toHaveProperty("previous_attributes");
});

test("filters take types, whole or in part", async () => {
  const caller = payments.callAs();
  await aDispute(caller);
  await aCustomer(caller);
  const found = async (params: object) => types(await done(caller, "events.list", { ...params }));
  expect(await found({ type: "charge.succeeded" })).toEqual(["charge.succeeded"]);
  expect(await found({ type: "charge.dispute.*" })).toEqual([
    "charge.dispute.funds_withdrawn",
    "charge.dispute.created",
  ]);
  expect(await found({ types: ["customer.created", "charge.succeeded"] })).toEqual([
    "customer.created",
    "charge.succeeded",
  ]);
  expect(await found({ type: "nothing.of.that.name" })).toEqual([]);
  const both = await caller.call("events.list", { type: "charge.*", types: ["charge.*"] });
  expect(errorOf(both).status).toBe(400);
});

describe("an event is shown as its reader's version has it", () => {
  async function arranged() {
    const today = payments.callAs();
    const account = today.account.id;
    const customer = await aCustomer(today, { address: { line1: "Foo", city: "Baz" } });
    const added = { customer: customer.id, source: "tok_amex" };
    const { id: source } = await done(today, "customers.sources.create", added);
    await done(today, "customers.update", {
      customer: customer.id,
      default_source: source,
      balance: 5,
      address: { line1: "Bar", city: "Baz" },
      preferred_locales: ["en"],
    });
    await aCharge(today, { customer: customer.id, source: undefined });
    const read = async (version: string, type: string) => {
      const [event] = itemsOf(
        await done(payments.callAs({ account, version }), "events.list", { type }),
      );
      return event?.data;
    };
    return { read, source, first: customer.default_source };
  }

  test("names, shapes and what changed", async () => {
    const { read, source, first } = await arranged();
    const previous = async (version: string) =>
      (await read(version, "customer.updated"))?.previous_attributes;
    const newest = "2026-10-28.endive";
    expect(await previous(newest)).toEqual({
      default_source: first,
      balance: 0,
      address: { line1: "Foo" },
      preferred_locales: [],
    });
    expect(await previous("2018-11-08")).toEqual({
      default_source: first,
      account_balance: 0,
      address: { line1: "Foo" },
      preferred_locales: [],
    });
    const old = await previous("2014-12-22");
    expect(old).toMatchObject({
      default_source: first,
      default_card: first,
      account_balance: 0,
      address: { line1: "Foo", city: "Baz", state: null },
    });
    expect(await previous("2012-02-23")).toMatchObject({ active_card: { last4: "4242" } });
    const charged = await read("2014-06-13", "charge.succeeded");
    expect(charged?.object).toMatchObject({
      status: "paid",
      card: { id: source, brand: "American Express" },
      refunds: [],
    });
    expect((await read(newest, "charge.succeeded"))?.object).toMatchObject({
      status: "succeeded",
      source: { id: source },
    });
  });
});
