import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCustomer, retrieveCustomer } from "./customers.js";
import {
  createSource,
  deleteSource,
  listSources,
  retrieveSource,
  updateSource,
} from "./sources.js";
import {
  cardOf,
  newWorld,
  openTestDatabase,
  refusal,
  TEST_BANK_ACCOUNT,
  type TestDatabase,
  type World,
} from "./test-kit.js";
import { verifyBankAccount } from "./verify-bank-account.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

const BANK = { object: "bank_account", ...TEST_BANK_ACCOUNT } as const;

const customer = async (input = {}) => (await createCustomer(database.db, world.context, input)).id;
const add = (id: string, source: Parameters<typeof createSource>[3]["source"]) =>
  createSource(database.db, world.context, id, { source });
const defaultOf = async (id: string) =>
  (await retrieveCustomer(database.reader, world.context, id)).default_source;

test("the first source becomes the default, the next does not", async () => {
  const id = await customer();
  const first = await add(id, "tok_visa");
  const second = await add(id, BANK);
  expect(await defaultOf(id)).toBe(first.id);
  expect(await retrieveSource(database.reader, world.context, id, second.id)).toEqual(second);
});

test("lists are of one kind where asked", async () => {
  const id = await customer();
  const card = await add(id, "tok_visa");
  const bank = await add(id, BANK);
  const list = async (object?: "card" | "bank_account") => {
    const { data } = await listSources(database.reader, world.context, id, { object });
    return data.map((source) => source.id);
  };
  expect(await list()).toEqual([bank.id, card.id]);
  expect(await list("card")).toEqual([card.id]);
  expect(await list("bank_account")).toEqual([bank.id]);
  const asCard = retrieveSource(database.reader, world.context, id, bank.id, "card");
  expect(await refusal(asCard)).toMatchObject({ kind: "resource_missing", resource: "card" });
});

test("a source of another customer is missing", async () => {
  const [owner, other] = [await customer(), await customer()];
  const card = await add(owner, "tok_visa");
  for (const work of [
    () => retrieveSource(database.reader, world.context, other, card.id),
    () => updateSource(database.db, world.context, other, card.id, { name: "x" }),
    () => deleteSource(database.db, world.context, other, card.id),
  ]) {
    expect(await refusal(work())).toMatchObject({ kind: "resource_missing", param: "id" });
  }
});

describe("changing a card", () => {
  test("a new address is checked anew; one that goes has nothing to check", async () => {
    const id = await customer();
    const card = await add(id, cardOf("4000000000000028", { address_zip: "12345" }));
    expect(card).toMatchObject({ address_line1_check: null, address_zip_check: "pass" });
    const change = { address_line1: "2 Street", address_zip: null, exp_year: 2035 };
    const after = await updateSource(database.db, world.context, id, card.id, change);
    expect(after).toMatchObject({
      address_line1_check: "fail",
      address_zip_check: null,
      exp_year: 2035,
      exp_month: 12,
    });
    expect((await world.eventTypes()).at(-1)).toBe("customer.source.updated");
  });

  test("what only bank accounts have is not looked at", async () => {
    const id = await customer();
    const card = await add(id, "tok_visa");
    const change = { account_holder_name: "x", metadata: { a: "1" } };
    const after = await updateSource(database.db, world.context, id, card.id, change);
    expect(after).toEqual({ ...card, metadata: { a: "1" } });
  });
});

test("when the default goes, the newest of the others takes over", async () => {
  const id = await customer();
  const first = await add(id, "tok_visa");
  const second = await add(id, "tok_amex");
  const third = await add(id, "tok_jcb");
  expect(await deleteSource(database.db, world.context, id, second.id)).toEqual(second);
  expect(await defaultOf(id)).toBe(first.id);
  await deleteSource(database.db, world.context, id, first.id);
  expect(await defaultOf(id)).toBe(third.id);
  await deleteSource(database.db, world.context, id, third.id);
  expect(await defaultOf(id)).toBe(null);
});

test("a card that declines or has wrong details is not added", async () => {
  const id = await customer();
  expect(await refusal(add(id, cardOf("4000000000000002")))).toMatchObject({
    kind: "card_declined",
    decline_code: "generic_decline",
  });
  expect(await refusal(add(id, cardOf("4242424242424241")))).toMatchObject({
    kind: "card_invalid",
    param: "source.number",
  });
  expect((await listSources(database.reader, world.context, id, {})).data).toEqual([]);
});

describe("verifying a bank account", () => {
  const verify = (id: string, bank: string, amounts: readonly number[]) =>
    verifyBankAccount(database.db, world.context, id, bank, amounts);

  test("the right amounts verify it, once", async () => {
    const id = await customer();
    const bank = await add(id, BANK);
    expect(await verify(id, bank.id, [45, 32])).toMatchObject({ status: "verified" });
    expect(await refusal(verify(id, bank.id, [32, 45]))).toMatchObject({
      code: "bank_account_verified",
    });
  });

  test("wrong amounts are counted, and ten are too many", async () => {
    const id = await customer();
    const bank = await add(id, BANK);
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await refusal(verify(id, bank.id, [1, 2]))).toMatchObject({
        code: "amounts_mismatch",
        param: "amounts",
      });
    }
    const found = await retrieveSource(database.reader, world.context, id, bank.id);
    expect(found).toMatchObject({ status: "verification_failed", verification_attempts: 10 });
    expect(await refusal(verify(id, bank.id, [32, 45]))).toMatchObject({
      code: "bank_account_unusable",
    });
  });

  test("a card cannot be verified", async () => {
    const id = await customer();
    const card = await add(id, "tok_visa");
    expect(await refusal(verify(id, card.id, [32, 45]))).toMatchObject({
      kind: "resource_missing",
      resource: "bank_account",
    });
  });
});
