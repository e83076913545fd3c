import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { api } from "../app.js";

/** Every fact of the provider's public history: what it is on, by version and id. */
const facts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = JSON.parse(
  await readFile(new URL("../testing/facts.json", import.meta.url), "utf8"),
);

const resources = new Set([
  "charge",
  "refund",
  "customer",
  "card",
  "bank_account",
  "token",
  "balance",
  "balance_transaction",
  "event",
  "dispute",
  "list",
  "*",
]);

const endpoints =
  /(^| )(\*|\/v1\/(charges|refunds|customers(?!\/\{id\}\/(subscriptions|discount))|tokens|balance|events)\b.*)$/;

function touchesSlice(on: readonly string[]): boolean {
  return on.some(
    (one) => resources.has(one) || endpoints.test(one) || one === "header Idempotency-Key",
  );
}

/** What touches the slice by name only, and what it waits for. */
const notInSlice: Readonly<Record<string, string>> = {
  transfer_fee_moved_to_balance_transaction: "It leaves transfers, which are not there yet.",
  coupon_excess_not_credited: "Coupons and invoices are not there yet.",
  application_fee_refund_proportional:
    "Application fees come with connected accounts, which are not there yet.",
  transfer_transactions_to_balance_history:
    "Transfers, and what they are made of, are not there yet.",
  transfer_canceled_event_renamed: "No transfer is there to be canceled.",
  balance_available_on_instant_transfer: "No transfer is there to be processed at once.",
  customer_tax_percent_needs_plan: "Customers cannot subscribe to plans yet.",
  order_cancel_refunds_charge: "Orders are not there yet.",
  transfer_bank_events_to_payout_events: "Transfers and payouts are not there yet.",
  connect_shared_fingerprints: "Platforms and connected accounts are not there yet.",
  charge_descriptor_connected_account: "No charge can be made for a connected account yet.",
  account_descriptor_fallback_name:
    "Accounts have no settings yet, so that none can be without a descriptor.",
  voided_invoice_returns_balance: "Invoices are not there yet.",
  payment_method_automatically_updated_event: "Payment methods are not there yet.",
  klarna_failure_error_codes: "Klarna is not among the ways to pay yet.",
  coupon_params_to_discounts: "Coupons are not there yet.",
};

const all = Object.entries(facts).flatMap(([version, changes]) =>
  Object.entries(changes).map(([fact, on]) => ({ version, fact, on })),
);
const gates = [...api.timeline.gates.values()];
const gateOf = new Map(gates.flatMap((gate) => gate.facts.map((fact) => [fact, gate])));

test("every fact has a gate, at its version, and every gate a fact", () => {
  const told = api.timeline.versions.flatMap((version) =>
    version.gates.flatMap(({ facts }) => facts.map((fact) => `${version.name} ${fact}`)),
  );
  expect(told.sort()).toEqual(all.map(({ version, fact }) => `${version} ${fact}`).sort());
});

describe("facts about the slice", () => {
  const touching = all.filter(({ on }) => touchesSlice(on));

  test("are those that were counted by hand", () => {
    expect(touching).toHaveLength(76 + Object.keys(notInSlice).length);
  });

  test.each(touching.filter(({ fact }) => !(fact in notInSlice)))("$fact is built", ({ fact }) => {
    const gate = gateOf.get(fact);
    expect(gate).toMatchObject({ planned: false });
    expect(api.timeline.modules.has(gate?.gate ?? "")).toBe(true);
  });

  test.each(Object.entries(notInSlice))("%s waits: %s", (fact) => {
    expect(touching.map((one) => one.fact)).toContain(fact);
    expect(gateOf.get(fact)).toMatchObject({ planned: true });
  });
});
