import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCharge } from "./create-charge.js";
import {
  cardOf,
  newWorld,
  openTestDatabase,
  refusal,
  TEST_BANK_ACCOUNT,
  type TestDatabase,
  type World,
} from "./test-kit.js";
import { createToken, retrieveToken } from "./tokens.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

describe("creating", () => {
  test("a card token", async () => {
    const token = await createToken(database.db, world.context, {
      card: cardOf("4242424242424242", { name: "Jenny" }),
      client_ip: "127.0.0.1",
    });
    expect(token).toMatchObject({ type: "card", used: false, bank_account: null });
    expect(token.card).toMatchObject({ last4: "4242", brand: "Visa", customer: null });
    expect(await retrieveToken(database.reader, world.context, token.id)).toEqual(token);
  });

  test("a bank account token", async () => {
    const token = await createToken(database.db, world.context, {
      bank_account: TEST_BANK_ACCOUNT,
    });
    expect(token).toMatchObject({ type: "bank_account", card: null });
    expect(token.bank_account).toMatchObject({ last4: "6789", status: "new" });
  });

  test("keeps an amount and a currency for the versions that show them", async () => {
    const card = cardOf("4242424242424242");
    const input = { card, amount: 500, currency: "USD" };
    const token = await createToken(database.db, world.context, input);
    expect(token).toMatchObject({ amount: 500, currency: "usd" });
  });

  test.each([
    [{}, "param_missing", "parameter_missing", "card"],
    [
      { card: cardOf("4242424242424242"), bank_account: TEST_BANK_ACCOUNT },
      "invalid",
      null,
      "bank_account",
    ],
    [{ card: {} }, "param_missing", "parameter_missing", "card.number"],
  ])("%j is refused", async (input, kind, code, param) => {
    const refused = await refusal(createToken(database.db, world.context, input));
    expect(refused).toMatchObject({ kind, code, param });
  });

  test("wrong card details are refused at once, or, where asked, at use", async () => {
    const card = cardOf("4242424242424241");
    const wrong = { kind: "card_invalid", code: "incorrect_number" };
    expect(await refusal(createToken(database.db, world.context, { card }))).toMatchObject({
      ...wrong,
      param: "card.number",
    });
    const input = { card, check_at_use: true };
    const token = await createToken(database.db, world.context, input);
    const charge = { amount: 100, currency: "usd", source: token.id };
    expect(await refusal(createCharge(database.db, world.context, charge))).toMatchObject({
      ...wrong,
      param: "source.number",
    });
    expect((await retrieveToken(database.reader, world.context, token.id)).used).toBe(false);
  });
});

describe("using", () => {
  test("a token works once", async () => {
    const { id } = await createToken(database.db, world.context, {
      card: cardOf("4242424242424242"),
    });
    const charge = { amount: 100, currency: "usd", source: id };
    await createCharge(database.db, world.context, charge);
    expect((await retrieveToken(database.reader, world.context, id)).used).toBe(true);
    expect(await refusal(createCharge(database.db, world.context, charge))).toMatchObject({
      kind: "invalid",
      code: "token_already_used",
      param: "source",
    });
  });

  test("of many that use a token at once, one succeeds", async () => {
    const { id } = await createToken(database.db, world.context, {
      card: cardOf("4242424242424242"),
    });
    const charge = { amount: 100, currency: "usd", source: id };
    const all = Array.from({ length: 5 }, () => createCharge(database.db, world.context, charge));
    const ended = await Promise.allSettled(all);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a token of nobody is missing", async () => {
    const charge = { amount: 100, currency: "usd", source: "tok_none" };
    expect(await refusal(createCharge(database.db, world.context, charge))).toMatchObject({
      kind: "resource_missing",
      resource: "token",
      param: "source",
    });
    expect(await refusal(retrieveToken(database.reader, world.context, "tok_none"))).toMatchObject({
      resource: "token",
      param: "id",
    });
  });
});
