import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aCharge,
  aCustomer,
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

const invalid = { status: 400, type: "invalid_request_error" };
const missing = { status: 404, type: "invalid_request_error", code: "resource_missing" };
const { object: _card, ...visa } = card("4242424242424242");
const { object: _bank, ...bank } = bankAccount();

describe("customers", () => {
  test("are created with all that is known of them", async () => {
    const caller = payments.callAs();
    const params = {
      email: "jo@example.com",
      name: "Jo",
      description: "words",
      phone: "1",
      balance: -200,
      address: { line1: "1 Street", country: "US" },
      shipping: { name: "Jo", address: { city: "Lagos" } },
      preferred_locales: ["en", "fr"],
      tax_exempt: "exempt",
      invoice_prefix: "ABC123",
      next_invoice_sequence: 7,
      metadata: { a: "b" },
    };
    const made = await done(caller, "customers.create", params);
    expect(made).toMatchObject({
      ...params,
      object: "customer",
      created: START,
      default_source: null,
      livemode: false,
    });
    expect(await done(caller, "customers.retrieve", { customer: made.id })).toEqual(made);
  });

  test("may have an id of the caller's, once", async () => {
    const caller = payments.callAs();
    expect((await done(caller, "customers.create", { id: "mine" })).id).toBe("mine");
    expect(errorOf(await caller.call("customers.create", { id: "mine" }))).toEqual({
      ...invalid,
      code: "resource_already_exists",
      param: "id",
    });
    await done(payments.callAs(), "customers.create", { id: "mine" });
  });

  test("change in what is sent alone; what is empty is unset", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller, {
      email: "jo@example.com",
      name: "Jo",
      phone: "1",
      shipping: { name: "Jo", address: { city: "Lagos" } },
      metadata: { a: "1", b: "2" },
    });
    const update = {
      customer,
      name: "Ann",
      email: "",
      phone: null,
      shipping: "",
      metadata: { a: "" },
    };
    expect(await done(caller, "customers.update", update)).toMatchObject({
      name: "Ann",
      email: null,
      phone: null,
      shipping: null,
      metadata: { b: "2" },
    });
    const unchanged = await done(caller, "customers.update", { customer });
    expect(unchanged).toMatchObject({ name: "Ann", metadata: { b: "2" } });
  });

  test("a new source takes the place of the default one", async () => {
    const caller = payments.callAs();
    const before = await aCustomer(caller);
    const change = { customer: before.id, source: "tok_amex", expand: ["sources"] };
    const after = await done(caller, "customers.update", change);
    expect(after.sources?.data?.map((one) => one.last4)).toEqual(["0005"]);
    expect(after.default_source).not.toBe(before.default_source);
    const other = { customer: before.id, default_source: before.default_source };
    expect(errorOf(await caller.call("customers.update", other))).toEqual({
      ...missing,
      param: "default_source",
    });
  });

  test("a card that declines is not kept, and neither is its customer", async () => {
    const caller = payments.callAs();
    const answer = await caller.call("customers.create", { source: "tok_chargeDeclined" });
    expect(answer.status).toBe(402);
    expect(answer.body.error).toMatchObject({
      code: "card_declined",
      decline_code: "generic_decline",
    });
    expect(answer.body.error).not.toHaveProperty("charge");
    expect((await done(caller, "customers.list")).data).toEqual([]);
    const { id: customer } = await aCustomer(caller, { source: "tok_chargeCustomerFail" });
    const charged = await caller.call("charges.create", {
      amount: 1000,
      currency: "usd",
      customer,
    });
    expect(charged.status).toBe(402);
  });

  test("leave a stub when they are deleted", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller);
    const { id: charge } = await aCharge(caller, { customer, source: undefined });
    const stub = { id: customer, object: "customer", deleted: true };
    expect(await done(caller, "customers.delete", { customer })).toEqual(stub);
    expect(await done(caller, "customers.retrieve", { customer })).toEqual(stub);
    const expand = ["customer"];
    expect((await done(caller, "charges.retrieve", { charge, expand })).customer).toEqual(stub);
    expect((await done(caller, "customers.list")).data).toEqual([]);
    for (const [method, params] of [
      ["customers.delete", {}],
      ["customers.update", { name: "Jo" }],
      ["customers.sources.list", {}],
      ["customers.sources.create", { source: "tok_visa" }],
      ["charges.create", { amount: 1000, currency: "usd" }],
    ] as const) {
      const answer = await caller.call(method, { customer, ...params });
      expect(errorOf(answer)).toMatchObject(missing);
    }
  });

  test("are found by e-mail address and time", async () => {
    const caller = payments.callAs();
    const jo = await aCustomer(caller, { email: "jo@example.com" });
    await aCustomer(caller, { email: "ann@example.com" });
    const { data } = await done(caller, "customers.list", { email: "jo@example.com" });
    expect(data?.map(({ id }) => id)).toEqual([jo.id]);
    const later = await done(caller, "customers.list", { created: { gt: jo.created } });
    expect(later.data).toEqual([]);
  });

  test.each([
    [{ email: "nonsense" }, "email"],
    [{ description: "x".repeat(351) }, "description"],
    [{ id: "a b" }, "id"],
    [{ invoice_prefix: "ab" }, "invoice_prefix"],
    [{ tax_exempt: "perhaps" }, "tax_exempt"],
    [{ balance: "much" }, "balance"],
  ])("%j is refused", async (params, param) => {
    const answer = await payments.callAs().call("customers.create", params);
    expect(errorOf(answer)).toMatchObject({ ...invalid, param });
  });
});

describe("cards and bank accounts of a customer", () => {
  test("are added, read, changed, listed and deleted, each at its path", async () => {
    const caller = payments.callAs();
    const { id: customer } = await aCustomer(caller, { source: undefined });
    const make = async (path: string, source: unknown) =>
      (await done(caller, `customers.${path}.create`, { customer, source })).id;
    const one = await make("cards", { ...visa, object: "card" });
    const two = await make("bank_accounts", bankAccount());
    const three = await make("sources", "tok_amex");
    const ids = async (path: string, params: object = {}) =>
      (await done(caller, `customers.${path}.list`, { customer, ...params })).data?.map(
        ({ id }) => id,
      );
    expect(await ids("sources")).toEqual([three, two, one]);
    expect(await ids("sources", { object: "bank_account" })).toEqual([two]);
    expect(await ids("cards")).toEqual([three, one]);
    expect(await ids("bank_accounts")).toEqual([two]);
    const asCard = await caller.call("customers.cards.retrieve", { customer, id: two });
    expect(errorOf(asCard)).toMatchObject(missing);
    const changed = await done(caller, "customers.cards.update", {
      customer,
      id: one,
      name: "Jo",
      exp_year: 2031,
      address_zip: "12345",
    });
    expect(changed).toMatchObject({ name: "Jo", exp_year: 2031, address_zip_check: "pass" });
    expect((await done(caller, "customers.retrieve", { customer })).default_source).toBe(one);
    const deleted = await done(caller, "customers.sources.delete", { customer, id: one });
    expect(deleted).toEqual({ id: one, object: "card", deleted: true });
    expect((await done(caller, "customers.retrieve", { customer })).default_source).toBe(three);
    const gone = await caller.call("customers.sources.retrieve", { customer, id: one });
    expect(errorOf(gone)).toMatchObject(missing);
  });

  test("the same number has the same fingerprint, within the account", async () => {
    const fingerprint = async (caller = payments.callAs()) =>
      (await done(caller, "tokens.create", { card: visa })).card?.fingerprint;
    const caller = payments.callAs();
    expect(await fingerprint(caller)).toBe(await fingerprint(caller));
    expect(await fingerprint(caller)).not.toBe(await fingerprint());
  });

  test("a bank account is verified by two amounts, and not for ever", async () => {
    const caller = payments.callAs();
    const customer = await aCustomer(caller, { source: bankAccount() });
    const verify = (amounts: number[]) =>
      caller.call("customers.sources.verify", {
        customer: customer.id,
        id: customer.default_source,
        amounts,
      });
    const mismatch = { ...invalid, code: "amounts_mismatch", param: "amounts" };
    expect(errorOf(await verify([1, 2]))).toEqual(mismatch);
    expect((await verify([32, 45])).body.status).toBe("verified");
    expect(errorOf(await verify([32, 45]))).toEqual({ ...invalid, code: "bank_account_verified" });
    const other = await aCustomer(caller, { source: bankAccount() });
    const guess = () =>
      caller.call("customers.bank_accounts.verify", {
        customer: other.id,
        id: other.default_source,
        amounts: [1, 2],
      });
    for (let attempt = 0; attempt < 10; attempt++) expect(errorOf(await guess())).toEqual(mismatch);
    expect(errorOf(await guess())).toEqual({ ...invalid, code: "bank_account_unusable" });
  });
});

describe("tokens", () => {
  test("stand for a card", async () => {
    const caller = payments.callAs();
    const token = await done(caller, "tokens.create", { card: visa });
    expect(token).toMatchObject({
      id: expect.stringMatching(/^tok_/),
      object: "token",
      type: "card",
      used: false,
      card: { brand: "Visa", last4: "4242", exp_month: 12, exp_year: 2030, cvc_check: "unchecked" },
    });
    expect(token).not.toHaveProperty("bank_account");
    expect(await done(caller, "tokens.retrieve", { token: token.id })).toEqual(token);
  });

  test("stand for a bank account", async () => {
    const token = await done(payments.callAs(), "tokens.create", { bank_account: bank });
    expect(token).toMatchObject({
      type: "bank_account",
      bank_account: { last4: "6789", status: "new" },
    });
    expect(token).not.toHaveProperty("card");
  });

  test.each([
    [{}, { ...invalid, code: "parameter_missing" }],
    [{ card: visa, bank_account: bank }, { ...invalid }],
    [
      { card: { number: "4242424242424242", exp_month: 1 } },
      { ...invalid, param: "card[exp_year]" },
    ],
    [{ card: { ...visa, nonsense: 1 } }, { ...invalid, param: "card[nonsense]" }],
    [
      { bank_account: { ...bank, routing_number: "1" } },
      { ...invalid, param: "bank_account[routing_number]" },
    ],
  ])("are refused for %j", async (params, error) => {
    const answer = await payments.callAs().call("tokens.create", params);
    expect(errorOf(answer)).toMatchObject(error);
  });
});
