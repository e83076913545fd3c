import type { TestAnswer } from "holdfast/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { aCustomer, bankAccount, card } from "../testing/arrange.fixture.js";
import { openPayments } from "../testing/payments.fixture.js";

const NUMBERS = ["4242424242424242", "378282246310005", "4000000000000002", "4242424242424241"];
const ACCOUNT_NUMBER = "000123456789";
const CVC = "7391";

test("card numbers, security codes and account numbers go nowhere", async () => {
  const payments = await openPayments();
  const caller = payments.callAs();
  const answers: TestAnswer[] = [];
  const send = async (method: string, params: object) => {
    const headers = { "idempotency-key": `key ${answers.length}` };
    answers.push(await caller.call(method, { ...params }, headers));
  };
  const { id: customer } = await aCustomer(caller);
  for (const number of NUMBERS) {
    const details = card(number, { cvc: CVC });
    const { object: _object, ...inToken } = details;
    const spaced = { ...details, number: number.replace(/(\d{4})(?=\d)/g, "$1 ") };
    await send("tokens.create", { card: inToken });
    await send("tokens.create", { card: { ...inToken, exp_year: 2001 } });
    await send("tokens.create", { card: { ...inToken, number: [number] } });
    await send("tokens.create", { card: { ...inToken, cvc: { cvc: CVC } } });
    await send("tokens.create", { card: { ...inToken, exp_month: number } });
    await send("charges.create", { amount: 1000, currency: "usd", source: details });
    await send("charges.create", { amount: 1000, currency: "usd", source: spaced });
    await send("charges.create", { amount: 1000, currency: "usd", source: number });
    await send("charges.create", { amount: 1000, currency: "usd", source: details, nonsense: 1 });
    await send("customers.create", { source: details });
    await send("customers.sources.create", { customer, source: details });
    await send("customers.cards.create", { customer, source: details });
    await send("customers.update", { customer, source: details });
  }
  const bank = bankAccount({ account_number: ACCOUNT_NUMBER });
  const { object: _object, ...inToken } = bank;
  await send("tokens.create", { bank_account: inToken });
  await send("tokens.create", { bank_account: { ...inToken, routing_number: "1" } });
  await send("customers.sources.create", { customer, source: bank });
  await send("customers.bank_accounts.create", { customer, source: { ...bank, country: "FR" } });
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(15);
  expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(15);
  answers.push(await caller.call("events.list", { limit: 100 }));

  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'
  `.execute(payments.db);
  const rows = await Promise.all(
    tables.rows.map(async ({ name }) => [
      name,
      (await sql`select * from ${sql.table(name)}`.execute(payments.db)).rows,
    ]),
  );
  const everything = {
    stored: JSON.stringify(rows),
    answered: answers.map(({ text }) => text).join("\n"),
    logged: JSON.stringify(payments.log),
  };
  expect(everything.stored).toContain("4242");
  for (const [where, text] of Object.entries(everything)) {
    const digits = text.replaceAll(/(?<=\d)[ -](?=\d)/g, "");
    for (const secret of [...NUMBERS, ACCOUNT_NUMBER]) {
      expect([where, secret, digits.includes(secret)]).toEqual([where, secret, false]);
    }
    expect([where, new RegExp(`\\b${CVC}\\b`).test(text)]).toEqual([where, false]);
  }
  expect(payments.failures).toEqual([]);
  await payments.close();
});
