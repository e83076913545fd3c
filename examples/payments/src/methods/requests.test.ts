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

const invalid = { status: 400, type: "invalid_request_error" };
const ids = (list: TestJson) => itemsOf(list).map(({ id }) => id);

describe("pages", () => {
  test("go forwards and backwards, through what was made in one second", async () => {
    const caller = payments.callAs();
    const made: string[] = [];
    for (let index = 0; index < 5; index++) made.unshift((await aCustomer(caller)).id);
    const page = (params: object) => done(caller, "customers.list", { limit: 2, ...params });
    const first = await page({});
    const second = await page({ starting_after: made[1] });
    const third = await page({ starting_after: made[3] });
    expect([first, second, third].flatMap((one) => ids(one))).toEqual(made);
    expect([first, second, third].map((one) => one.has_more)).toEqual([true, true, false]);
    const back = await page({ ending_before: made[4] });
    expect(ids(back)).toEqual(made.slice(2, 4));
    expect(back.has_more).toBe(true);
    expect(ids(await page({ ending_before: made[1] }))).toEqual([made[0]]);
    expect(ids(await page({ offset: 3 }))).toEqual(made.slice(3));
  });

  test.each([
    [{ limit: 0 }, { ...invalid, param: "limit" }],
    [{ limit: 101 }, { ...invalid, param: "limit" }],
    [{ offset: -1 }, { ...invalid, param: "offset" }],
    [{ starting_after: "cus_none" }, { status: 404, param: "starting_after" }],
    [{ starting_after: "a", ending_before: "b" }, { ...invalid }],
    [{ created: { after: 1 } }, { ...invalid, param: "created[after]" }],
    [{ created: "yesterday" }, { ...invalid, param: "created" }],
  ])("%j is refused", async (params, error) => {
    const answer = await payments.callAs().call("customers.list", params);
    expect(errorOf(answer)).toMatchObject(error);
  });

  test("have ten entries unless told", async () => {
    const caller = payments.callAs();
    for (let index = 0; index < 11; index++) await aCustomer(caller, { source: undefined });
    const list = await done(caller, "customers.list");
    expect([list.data?.length, list.has_more]).toEqual([10, true]);
  });
});

describe("expansion", () => {
  test("reaches through answers, lists and what was expanded", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller);
    const { id: charge } = await aCharge(caller, { customer, source: undefined });
    const { id: refund } = await done(caller, "refunds.create", { charge, amount: 10 });
    const expand = ["customer.sources", "balance_transaction", "refunds.data.balance_transaction"];
    const read = await done(caller, "charges.retrieve", { charge, expand });
    expect(read).toMatchObject({
      customer: { id: customer, sources: { data: [{ object: "card", customer }] } },
      balance_transaction: { object: "balance_transaction", source: charge },
      refunds: { data: [{ id: refund, balance_transaction: { type: "refund" } }] },
    });
    const list = await done(caller, "charges.list", { expand: ["data.customer", "data.dispute"] });
    expect(list.data?.[0]).toMatchObject({ customer: { id: customer }, dispute: null });
    expect(list.data?.[0]?.customer).not.toHaveProperty("sources");
    const within = { refund, expand: ["charge.customer.default_source"] };
    expect((await done(caller, "refunds.retrieve", within)).charge?.customer).toMatchObject({
      default_source: { object: "card" },
    });
    const { dispute } = await aDispute(caller);
    const seen = await done(caller, "disputes.retrieve", { dispute, expand: ["charge"] });
    expect(seen.charge).toMatchObject({ object: "charge", dispute });
  });

  test.each([
    ["nonsense"],
    ["customer.nonsense"],
    ["amount"],
    ["data.customer"],
    ["a.b.c.d.e"],
    [""],
  ])("of %j is refused, or nothing", async (path) => {
    const caller = payments.callAs();
    const { id: charge } = await aCharge(caller);
    const answer = await caller.call("charges.retrieve", { charge, expand: [path] });
    expect(errorOf(answer)).toEqual({
      ...invalid,
      code: "property_cannot_expand",
      param: "expand",
    });
  });
});

describe("metadata", () => {
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key ${index}`, "value"]));

  test.each([
    [{ ["k".repeat(40)]: "v".repeat(500), number: 7, yes: true }, 200],
    [keys(50), 200],
    [keys(51), 400],
    [{ ["k".repeat(41)]: "v" }, 400],
    [{ key: "v".repeat(501) }, 400],
    [{ key: { nested: "v" } }, 400],
    ["words", 400],
  ])("%j", async (metadata, status) => {
    expect((await payments.callAs().call("customers.create", { metadata })).status).toBe(status);
  });

  test("has at most 50 keys when it is merged", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller, { metadata: keys(50) });
    const more = await caller.call("customers.update", { customer, metadata: { other: "v" } });
    expect(errorOf(more)).toEqual({ ...invalid, param: "metadata" });
    const metadata = { "key 1": "", other: "v" };
    const swapped = await done(caller, "customers.update", { customer, metadata });
    expect(Object.keys(swapped.metadata ?? {})).toHaveLength(50);
  });
});

test.each([["%00"], ["ch_%00"], ["%ff"], ["%"]])("%s in a path leads nowhere", async (id) => {
  const { status } = await payments.running.handle({
    method: "GET",
    path: `/v1/charges/${id}`,
    query: "",
    headers: { authorization: `Bearer ${payments.callAs().key}` },
    body: new Uint8Array(),
  });
  expect(status).toBe(404);
});

describe("an unknown param", () => {
  test.each([
    ["2026-10-28.endive", "charges.create", "amuont", "Did you mean amount?"],
    [
      "2026-10-28.endive",
      "charges.create",
      "card",
      "Since version 2015-02-18 it is called source.",
    ],
    [
      "2014-12-08",
      "charges.create",
      "source",
      "It was introduced in version 2015-02-18; at your version, use card.",
    ],
    [
      "2026-10-28.endive",
      "customers.create",
      "account_balance",
      "Since version 2019-10-17 it is called balance.",
    ],
    ["2026-10-28.endive", "customers.create", "tax_info", "It was removed in version 2019-12-03."],
    ["2011-06-21", "tokens.create", "zzzzzz", ""],
  ])("at %s, %s says of %s: %s", async (version, method, param, help) => {
    const answer = await payments.callAs({ version }).call(method, { [param]: "1" });
    expect(errorOf(answer)).toMatchObject({ ...invalid, code: "parameter_unknown", param });
    expect(answer.body.error?.message).toBe(
      `Received unknown parameter: ${param}${help === "" ? "" : `. ${help}`}`,
    );
  });
});
