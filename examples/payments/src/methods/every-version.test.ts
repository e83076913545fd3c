import type { SentParams } from "holdfast/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "../app.js";
import { bankAccount, card, errorOf, itemsOf, type Shown } from "../testing/arrange.fixture.js";
import { paramsAt } from "../testing/at-version.fixture.js";
import { misfits } from "../testing/conform.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";
import { methods } from "./index.js";

let payments: Payments;
beforeAll(async () => {
  payments = await openPayments();
});
afterAll(async () => {
  expect(payments.failures).toEqual([]);
  await payments.close();
});

const { versions } = api.timeline;
const { object: _card, ...visa } = card("4242424242424242", { address_line1: "1 Street" });
const { object: _bank, ...bank } = bankAccount();

/** Calls methods with today's params, put into a version's names, and holds answers to its contract. */
function callerAt(version: string) {
  const contract = api.timeline.at(version);
  if (!contract) throw new Error(`there is no version ${version}`);
  const caller = payments.callAs({ version });
  const called = new Set<string>();
  return {
    called,
    async send(name: string, params: SentParams = {}) {
      called.add(name);
      const method = contract.methods.get(name);
      const answer = await caller.call<Shown>(name, paramsAt(contract, name, params));
      if (answer.status !== 200 || !method) throw new Error(`${name}: ${answer.text}`);
      expect(misfits(answer.body, method.returns, contract)).toEqual([]);
      expect(answer.headers["stripe-version"]).toBe(version);
      return answer.body;
    },
    refused: async (name: string, params: SentParams) =>
      errorOf(await caller.call(name, paramsAt(contract, name, params))),
  };
}

type Send = ReturnType<typeof callerAt>["send"];

async function charges(send: Send, customer: string): Promise<void> {
  const held = { amount: 2000, currency: "usd", customer, capture: false, description: "tea" };
  const { id: charge } = await send("charges.create", {
    ...held,
    statement_descriptor: "TEA",
    metadata: { a: "b" },
    shipping: { name: "Jo", address: { line1: "1 Street" } },
  });
  await send("charges.capture", { charge, amount: 1500 });
  await send("charges.update", { charge, description: "more tea", metadata: { a: "" } });
  await send("charges.refund", { charge, amount: 100 });
  const { id: refund } = await send("refunds.create", { charge, amount: 200, reason: "duplicate" });
  await send("refunds.retrieve", { refund });
  await send("refunds.update", { refund, metadata: { c: "d" } });
  await send("refunds.list", { charge });
  const { id: other } = await send("charges.refunds.create", { charge, amount: 300 });
  await send("charges.refunds.retrieve", { charge, refund: other });
  await send("charges.refunds.update", { charge, refund: other, metadata: { e: "f" } });
  await send("charges.refunds.list", { charge });
  await send("charges.retrieve", { charge });
  for (const source of ["tok_createDispute", "tok_riskLevelElevated", "tok_createDisputeInquiry"]) {
    await send("charges.create", { amount: 1000, currency: "usd", source });
  }
  await send("charges.list", { limit: 100 });
  const [dispute] = itemsOf(await send("disputes.list"));
  await send("disputes.retrieve", { dispute: dispute?.id });
}

async function sources(send: Send, customer: string): Promise<void> {
  const paths = {
    sources: "tok_amex",
    cards: visa,
    bank_accounts: { object: "bank_account", ...bank },
  };
  for (const [path, source] of Object.entries(paths)) {
    const { id } = await send(`customers.${path}.create`, { customer, source });
    await send(`customers.${path}.retrieve`, { customer, id });
    await send(`customers.${path}.update`, { customer, id, metadata: { a: "b" } });
    await send(`customers.${path}.list`, { customer });
    if (path === "bank_accounts") {
      await send("customers.bank_accounts.verify", { customer, id, amounts: [32, 45] });
      await send("charges.create", { amount: 1000, currency: "usd", customer, source: id });
    }
    await send(`customers.${path}.delete`, { customer, id });
  }
  const source = { object: "bank_account", ...bank };
  const { id } = await send("customers.sources.create", { customer, source });
  await send("customers.sources.verify", { customer, id, amounts: [45, 32] });
}

async function everything(send: Send): Promise<void> {
  const { id: token } = await send("tokens.create", { card: visa });
  await send("tokens.create", { bank_account: bank });
  await send("tokens.retrieve", { token });
  const { id: customer } = await send("customers.create", {
    source: token,
    email: "jo@example.com",
    address: { line1: "1 Street" },
    balance: -5,
  });
  await sources(send, customer);
  await charges(send, customer);
  await send("customers.update", { customer, description: "words", preferred_locales: ["en"] });
  await send("customers.retrieve", { customer });
  await send("customers.list");
  await send("balance.retrieve");
  const [moved] = itemsOf(await send("balance_transactions.list", { limit: 100 }));
  await send("balance_transactions.retrieve", { id: moved?.id });
  await send("balance.history.list");
  await send("balance.history.retrieve", { id: moved?.id });
  const [newest] = itemsOf(await send("events.list", { limit: 40 }));
  await send("events.retrieve", { id: newest?.id });
  await send("customers.delete", { customer });
  await send("customers.retrieve", { customer });
  await send("events.list", { types: ["customer.*", "charge.dispute.created"] });
}

async function someThings(send: Send): Promise<void> {
  const { id: customer } = await send("customers.create", { source: "tok_visa" });
  const params = { amount: 1000, currency: "usd", customer };
  const { id: charge } = await send("charges.create", params);
  await send("charges.retrieve", { charge });
  await send("charges.list");
}

/** The first of the versions that share a contract. */
const first = versions.filter(
  ({ name }, index) => api.timeline.at(name) !== api.timeline.at(versions[index - 1]?.name ?? ""),
);

test("the versions of the published history are there, and more", () => {
  expect(versions.length).toBeGreaterThanOrEqual(126);
});

describe("all methods, in the names of each version", () => {
  test.each(first.map(({ name }) => name))("%s", async (version) => {
    const { send, called, refused } = callerAt(version);
    await everything(send);
    expect([...called].sort()).toEqual(methods.map(({ name }) => name).sort());
    const declined = { amount: 1000, currency: "usd", source: "tok_chargeDeclined" };
    expect(await refused("charges.create", declined)).toEqual({
      status: 402,
      type: "card_error",
      code: "card_declined",
    });
  });
});

test("versions that changed nothing here answer as the one before", async () => {
  for (const { name } of versions) {
    if (first.some((one) => one.name === name)) continue;
    await someThings(callerAt(name).send);
  }
});
