import { describe, expect, test } from "vitest";
import { expectShape, type ResourceName } from "./expected-shapes.js";

const card = {
  id: "card_1",
  object: "card",
  last4: "4242",
  exp_month: 12,
  exp_year: 2034,
  fingerprint: "f",
  country: "US",
  name: null,
  address_line1_check: null,
  address_zip_check: null,
  cvc_check: "pass",
};
const newCard = { ...card, brand: "Visa", customer: "cus_1" };
const oldCard = { ...card, type: "Visa", customer: "cus_1" };
const token = {
  id: "tok_1",
  object: "token",
  type: "card",
  used: false,
  created: 1,
  livemode: false,
};
const refund = {
  id: "re_1",
  object: "refund",
  amount: 5,
  balance_transaction: null,
  charge: "ch_1",
  created: 1,
  currency: "usd",
  metadata: {},
  reason: null,
};
const charge = {
  id: "ch_1",
  object: "charge",
  amount: 10,
  amount_refunded: 5,
  balance_transaction: "txn_1",
  captured: true,
  created: 1,
  currency: "usd",
  customer: "cus_1",
  description: null,
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: { its: null },
  paid: true,
  refunded: false,
};
const fee = { fee: 3, fee_details: [{ amount: 3, type: "stripe_fee" }] };
const charge2012 = {
  ...charge,
  ...fee,
  status: "paid",
  card: oldCard,
  disputed: false,
  refunds: [refund],
  statement_description: null,
  invoice: null,
};
const { disputed: _, ...undisputed } = charge2012;
const charge2026 = {
  ...charge,
  status: "succeeded",
  source: newCard,
  dispute: null,
  statement_descriptor: null,
};
const list = (data: readonly unknown[]) => ({ object: "list", has_more: false, url: "/", data });

describe("what is right", () => {
  test.each<[string, ResourceName, unknown, string, string[]]>([
    ["a charge of 2012", "charge", charge2012, "2012-10-26", []],
    ["a charge of 2026", "charge", charge2026, "2026-09-30.endive", []],
    [
      "expanded refunds",
      "charge",
      { ...charge2026, invoice: null, refunds: list([refund]) },
      "2022-11-15",
      ["refunds"],
    ],
    ["a card", "card", newCard, "2014-06-13", []],
    [
      "a token that speaks of customers",
      "token",
      { ...token, card: { ...oldCard, customer: null } },
      "2012-06-18",
      [],
    ],
    ["a bare list", "list", [charge2012].map(withoutNulls), "2011-06-21", []],
    ["a counted list", "list", { count: 1, data: [charge2012] }, "2012-10-26", []],
    ["a paged list", "list", list([charge2026]), "2026-09-30.endive", []],
  ])("%s", (_name, resource, value, version, expanded) => {
    expect(expectShape(resource, value, version, expanded)).toEqual([]);
  });
});

describe("what is wrong is told, by the field", () => {
  test.each<[ResourceName, unknown, string, string]>([
    ["charge", charge2012, "2012-11-07", "charge.disputed"],
    ["charge", undisputed, "2012-11-07", "charge.dispute"],
    ["charge", undisputed, "2012-10-26", "charge.disputed"],
    ["charge", { ...undisputed, dispute: null }, "2013-08-13", "charge.fee"],
    ["charge", { ...undisputed, dispute: "dp_1" }, "2013-07-05", "charge.dispute"],
    ["charge", { ...charge2026, invoice: null }, "2014-12-17", "charge.status"],
    ["charge", { ...charge2026, dispute: {} }, "2026-09-30.endive", "charge.dispute"],
    ["charge", { ...charge2026, refunds: list([]) }, "2022-11-15", "charge.refunds"],
    ["charge", { ...charge2026, invoice: null }, "2022-08-01", "charge.refunds"],
    ["charge", { ...charge2026, invoice: null }, "2025-03-31.basil", "charge.invoice"],
    ["charge", charge2012, "2011-06-21", "null fields were not shown yet"],
    ["card", oldCard, "2014-06-13", "card.brand"],
    ["card", newCard, "2014-05-19", "card.type"],
    ["card", { ...newCard, cvc_check: "unavailable" }, "2014-12-17", "card.cvc_check"],
    ["token", { ...token, card: newCard }, "2014-12-22", "token.card.customer"],
    ["token", { ...token, card: oldCard }, "2012-03-25", "token.amount"],
    ["list", { count: 0, data: [] }, "2014-03-28", "list.count"],
    ["list", list([]), "2014-03-27", "list.count"],
    ["list", [], "2011-08-01", "list"],
    ["list", list([oldCard]), "2014-06-13", "list.data[0].brand"],
    ["event", { request: "req_1" }, "2017-05-25", "event.request"],
    ["event", { request: { id: null, idempotency_key: null } }, "2017-04-06", "event.request"],
    ["event", { type: "customer.card.created" }, "2015-02-18", "event.type"],
    ["event", { type: "customer.source.created" }, "2015-02-16", "event.type"],
    [
      "event",
      { data: { object: charge2026, previous_attributes: { card: null } } },
      "2026-09-30.endive",
      "event.data.previous_attributes",
    ],
    ["customer", { active_card: null }, "2013-07-05", "customer.active_card"],
    ["customer", { sources: list([]) }, "2015-02-16", "customer.cards"],
    ["customer", { cards: list([]) }, "2015-02-16", "customer.sources"],
    ["customer", { cards: list([]) }, "2015-02-18", "customer.cards"],
    ["customer", { sources: list([]) }, "2020-08-27", "customer.sources"],
    ["customer", { balance: 0 }, "2019-10-08", "customer.balance"],
    ["error", { code: "card_declined", type: "card_error" }, "2015-02-18", "error.decline_code"],
  ])("%s %j at %s", (resource, value, version, field) => {
    const violations = expectShape(resource, value, version);
    expect(
      violations.some((violation) => violation.includes(`${field} `) || violation.endsWith(field)),
    ).toBe(true);
  });
});

/** As a version before 2012-02-23 shows it. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, withoutNulls(inner)]),
  );
}
