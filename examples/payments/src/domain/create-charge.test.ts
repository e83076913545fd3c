import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCharges, retrieveCharge } from "./charges.js";
import { type CreateChargeInput, createCharge } from "./create-charge.js";
import { createCustomer } from "./customers.js";
import { createSource } from "./sources.js";
import {
  cardOf,
  newWorld,
  openTestDatabase,
  refusal,
  TEST_BANK_ACCOUNT,
  type TestDatabase,
  type World,
} from "./test-kit.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

const charge = (input: Partial<CreateChargeInput> = {}) =>
  createCharge(database.db, world.context, { amount: 1000, currency: "usd", ...input });

describe("a charge that succeeds", () => {
  test("from a token", async () => {
    const made = await charge({ source: "tok_visa", metadata: { a: "1" }, currency: "USD" });
    expect(made).toMatchObject({
      amount: 1000,
      amount_captured: 1000,
      amount_refunded: 0,
      captured: true,
      currency: "usd",
      disputed: false,
      failure_code: null,
      metadata: { a: "1" },
      outcome: { type: "authorized" },
      paid: true,
      refunded: false,
      source: { object: "card", last4: "4242", customer: null, cvc_check: "pass" },
      payment_method_details: { type: "card", card: { brand: "visa", last4: "4242" } },
      status: "succeeded",
    });
    expect(made.balance_transaction).toMatch(/^txn_/);
    expect(await retrieveCharge(database.reader, world.context, made.id)).toEqual(made);
    expect(await world.eventTypes()).toEqual(["charge.succeeded"]);
  });

  test("from a card hash, whose address becomes the billing details", async () => {
    const source = cardOf("4242424242424242", {
      name: "Jenny",
      address_line1: "1 Street",
      address_zip: "12345",
    });
    const made = await charge({ source });
    expect(made.billing_details).toMatchObject({
      name: "Jenny",
      address: { line1: "1 Street", postal_code: "12345", city: null },
    });
    expect(made.payment_method_details).toMatchObject({
      card: { checks: { address_line1_check: "pass", address_postal_code_check: "pass" } },
    });
  });

  test("from a customer: the default source, or the one that is named", async () => {
    const customer = await createCustomer(database.db, world.context, { source: "tok_visa" });
    const other = await createSource(database.db, world.context, customer.id, {
      source: "tok_amex",
    });
    const first = await charge({ customer: customer.id });
    expect([first.source.id, first.customer]).toEqual([customer.default_source, customer.id]);
    const second = await charge({ customer: customer.id, source: other.id });
    expect(second.source).toMatchObject({ id: other.id, brand: "American Express" });
  });

  test("keeps the source as it was", async () => {
    const customer = await createCustomer(database.db, world.context, { source: "tok_visa" });
    const { source } = await charge({ customer: customer.id });
    expect(source).toMatchObject({ customer: customer.id, last4: "4242" });
  });

  test("3-D Secure shows in its details", async () => {
    const made = await charge({ source: cardOf("4000000000003220") });
    expect(made.payment_method_details).toMatchObject({
      card: { three_d_secure: { result: "authenticated" } },
    });
  });
});

describe("a charge that is declined", () => {
  test("is kept, told and carried by the refusal", async () => {
    const refused = await refusal(charge({ source: "tok_chargeDeclinedInsufficientFunds" }));
    if (refused.kind !== "card_declined") throw new Error(`refused as ${refused.kind}`);
    expect(refused).toMatchObject({ code: "card_declined", decline_code: "insufficient_funds" });
    expect(refused.charge).toMatchObject({
      status: "failed",
      paid: false,
      captured: false,
      amount_captured: 0,
      balance_transaction: null,
      failure_code: "card_declined",
      failure_message: refused.message,
      outcome: { type: "issuer_declined", reason: "insufficient_funds" },
    });
    const { data } = await listCharges(database.reader, world.context, {});
    expect(data).toEqual([refused.charge]);
    expect(await world.eventTypes()).toEqual(["charge.failed"]);
  });

  test("though its card could be attached", async () => {
    const customer = await createCustomer(database.db, world.context, {
      source: "tok_chargeCustomerFail",
    });
    const refused = await refusal(charge({ customer: customer.id }));
    expect(refused).toMatchObject({ kind: "card_declined", charge: { customer: customer.id } });
  });
});

describe("a charge that is refused", () => {
  test.each([
    [{ amount: 49 }, "amount_too_small", "amount"],
    [{ amount: 100_000_000 }, "amount_too_large", "amount"],
    [{ amount: 99.5 }, "parameter_invalid_integer", "amount"],
    [{ currency: "xyz" }, "invalid_currency", "currency"],
    [{ source: "card_123" }, "parameter_missing", "customer"],
    [{ statement_descriptor: "x".repeat(23) }, null, "statement_descriptor"],
    [{ statement_descriptor_suffix: "<" }, null, "statement_descriptor_suffix"],
  ])("%j: %s at %s", async (change, code, param) => {
    const refused = await refusal(charge({ source: "tok_visa", ...change }));
    expect(refused).toMatchObject({ kind: "invalid", code, param });
    expect((await listCharges(database.reader, world.context, {})).data).toEqual([]);
  });

  test("that names nothing to charge", async () => {
    const missing = { kind: "param_missing", code: "parameter_missing", param: "source" };
    expect(await refusal(charge({}))).toMatchObject(missing);
  });

  test.each([50, 99_999_999])("the bounds are within: %i", async (amount) => {
    expect(await charge({ amount, source: "tok_visa" })).toMatchObject({ amount });
  });

  test("of a customer that has nothing to charge, or of a source that is not theirs", async () => {
    const { id } = await createCustomer(database.db, world.context, {});
    const other = await createCustomer(database.db, world.context, { source: "tok_visa" });
    expect(await refusal(charge({ customer: id }))).toMatchObject({
      code: "missing",
      param: "source",
    });
    const foreign = { customer: id, source: other.default_source ?? "" };
    expect(await refusal(charge(foreign))).toMatchObject({
      kind: "resource_missing",
      param: "source",
    });
    expect(await refusal(charge({ customer: "cus_none" }))).toMatchObject({
      kind: "resource_missing",
      resource: "customer",
      param: "customer",
    });
    const hash = { customer: other.id, source: cardOf("4242424242424242") };
    expect(await refusal(charge(hash))).toMatchObject({ kind: "invalid", param: "source" });
  });

  test("from a bank account that is not verified", async () => {
    const source = { object: "bank_account", ...TEST_BANK_ACCOUNT } as const;
    expect(await refusal(charge({ source }))).toMatchObject({ code: "bank_account_unverified" });
  });
});

test.each([
  [{}, "HOLDFAST"],
  [{ statement_descriptor: "SHOP" }, "HOLDFAST* SHOP"],
  [{ statement_descriptor: "SHOP", descriptor_mode: "full" }, "SHOP"],
  [{ statement_descriptor: "SHOP", descriptor_mode: "appended" }, "HOLDFAST SHOP"],
  [{ statement_descriptor: "A", statement_descriptor_suffix: "B" }, "HOLDFAST* B"],
] as const)("%j stands on the statement as %s", async (input, text) => {
  const made = await charge({ source: "tok_visa", ...input });
  expect(made.calculated_statement_descriptor).toBe(text);
});
