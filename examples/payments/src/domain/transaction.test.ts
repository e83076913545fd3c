import { afterAll, beforeAll, expect, test } from "vitest";
import { createCharge } from "./create-charge.js";
import { createCustomer, listCustomers } from "./customers.js";
import { DomainFailure, invalid } from "./failures.js";
import { newWorld, openTestDatabase, type TestDatabase } from "./test-kit.js";
import { writing } from "./transaction.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const count = async (context: Parameters<typeof listCustomers>[1]) =>
  (await listCustomers(database.reader, context, {})).data.length;

test("a refusal undoes what was written, unless it keeps its writes", async () => {
  const { context } = newWorld(database);
  const refuse = (failure: DomainFailure) =>
    writing(database.db, async (db) => {
      await createCustomer(db, context, {});
      throw failure;
    });
  await expect(refuse(invalid(null, null, "undone"))).rejects.toThrow("undone");
  expect(await count(context)).toBe(0);
  const kept = new DomainFailure(invalid(null, null, "kept").failure, { keepsWrites: true });
  await expect(refuse(kept)).rejects.toBe(kept);
  expect(await count(context)).toBe(1);
});

test("work joins the transaction that it is called in", async () => {
  const { context } = newWorld(database);
  const whole = database.db.transaction().execute(async (db) => {
    await createCustomer(db, context, {});
    const charge = { amount: 100, currency: "usd", source: "tok_chargeDeclined" };
    await createCharge(db, context, charge);
  });
  await expect(whole).rejects.toBeInstanceOf(DomainFailure);
  expect(await count(context)).toBe(0);
});
