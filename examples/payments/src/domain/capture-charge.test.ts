import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { retrieveBalance } from "./balance.js";
import { retrieveBalanceTransaction } from "./balance-transactions.js";
import { captureCharge } from "./capture-charge.js";
import { retrieveCharge } from "./charges.js";
import { createCharge } from "./create-charge.js";
import { listEvents } from "./events.js";
import { createRefund, listRefunds } from "./refunds.js";
import { settleDue } from "./settle.js";
import { newWorld, openTestDatabase, refusal, type TestDatabase, type World } from "./test-kit.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

const WEEK = 7 * 86_400;

const authorize = (source = "tok_visa") =>
  createCharge(database.db, world.context, {
    amount: 1000,
    currency: "usd",
    source,
    capture: false,
  });
const capture = (id: string, input: Parameters<typeof captureCharge>[3] = {}) =>
  captureCharge(database.db, world.context, id, input);

test("an authorization moves no money until it is captured", async () => {
  const before = await authorize();
  expect(before).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null });
  expect((await retrieveBalance(database.reader, world.context)).pending[0]?.amount).toBe(0);
  const after = await capture(before.id);
  expect(after).toMatchObject({ captured: true, amount_captured: 1000, amount_refunded: 0 });
  expect((await retrieveBalance(database.reader, world.context)).pending[0]?.amount).toBe(941);
  const { data } = await listEvents(database.reader, world.context, { types: ["charge.captured"] });
  expect(data).toMatchObject([{ before, after }]);
});

test("a partial capture takes its part and lets the rest go", async () => {
  const { id } = await authorize();
  const after = await capture(id, { amount: 400, statement_descriptor: "SHOP" });
  expect(after).toMatchObject({
    amount: 1000,
    amount_captured: 400,
    amount_refunded: 600,
    refunded: false,
    calculated_statement_descriptor: "HOLDFAST* SHOP",
  });
  const transaction = after.balance_transaction ?? "";
  expect(
    await retrieveBalanceTransaction(database.reader, world.context, transaction),
  ).toMatchObject({ amount: 400, fee: 42, net: 358 });
  const { data } = await listRefunds(database.reader, world.context, { charge: id });
  expect(data).toMatchObject([{ amount: 600, balance_transaction: null }]);
  await createRefund(database.db, world.context, { charge: id });
  expect(await retrieveCharge(database.reader, world.context, id)).toMatchObject({
    amount_refunded: 1000,
    refunded: true,
  });
});

test.each([
  [1001, "amount_too_large"],
  [0, "parameter_invalid_integer"],
  [0.5, "parameter_invalid_integer"],
])("%d cannot be captured", async (amount, code) => {
  const { id } = await authorize();
  expect(await refusal(capture(id, { amount }))).toMatchObject({ code, param: "amount" });
});

test("what is captured, refunded or failed cannot be captured", async () => {
  const captured = await authorize();
  await capture(captured.id);
  expect(await refusal(capture(captured.id))).toMatchObject({ code: "charge_already_captured" });
  const refunded = await authorize();
  await createRefund(database.db, world.context, { charge: refunded.id });
  expect(await refusal(capture(refunded.id))).toMatchObject({ code: "charge_already_refunded" });
  const declined = await refusal(authorize("tok_chargeDeclined"));
  const failed = declined.kind === "card_declined" ? (declined.charge?.id ?? "") : "";
  expect(await refusal(capture(failed))).toMatchObject({ kind: "invalid", code: null });
});

test("an authorization lapses after seven days", async () => {
  const inTime = await authorize();
  const late = await authorize();
  world.pass(WEEK - 1);
  expect(await capture(inTime.id)).toMatchObject({ captured: true });
  world.pass(1);
  expect(await refusal(capture(late.id))).toMatchObject({ code: "charge_expired_for_capture" });
  expect(await settleDue(database.db, world.context)).toBe(1);
  expect(await retrieveCharge(database.reader, world.context, late.id)).toMatchObject({
    captured: false,
    refunded: true,
    amount_refunded: 1000,
  });
  const { data } = await listRefunds(database.reader, world.context, { charge: late.id });
  expect(data).toMatchObject([{ reason: "expired_uncaptured_charge", balance_transaction: null }]);
  expect(await refusal(capture(late.id))).toMatchObject({ code: "charge_expired_for_capture" });
  expect((await world.eventTypes()).filter((type) => type === "charge.expired")).toHaveLength(1);
});

test("of many captures at once, one succeeds", async () => {
  const { id } = await authorize();
  const ended = await Promise.allSettled(Array.from({ length: 5 }, () => capture(id)));
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await retrieveBalance(database.reader, world.context)).pending[0]?.amount).toBe(941);
});

test("a card that disputes its charges does so when they are captured", async () => {
  const held = await authorize("tok_createDispute");
  expect(held.disputed).toBe(false);
  expect(await capture(held.id)).toMatchObject({ disputed: true });
});
