import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retrieveBalance } from "./balance.js";
import { retrieveBalanceTransaction } from "./balance-transactions.js";
import { retrieveCharge } from "./charges.js";
import { createCharge } from "./create-charge.js";
import { listEvents } from "./events.js";
import { createRefund, listRefunds, retrieveRefund, updateRefund } from "./refunds.js";
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

const DAY = 86_400;

const charge = (source = "tok_visa", capture = true) =>
  createCharge(database.db, world.context, { amount: 1000, currency: "usd", source, capture });
const refund = (id: string, amount?: number) =>
  createRefund(database.db, world.context, { charge: id, amount });
const balance = () => retrieveBalance(database.reader, world.context);

describe("refunding", () => {
  test("parts, then what is left; the fee stays", async () => {
    const before = await charge();
    const first = await refund(before.id, 300);
    expect(first).toMatchObject({ amount: 300, status: "succeeded", system: false, reason: null });
    const middle = await retrieveCharge(database.reader, world.context, before.id);
    expect(middle).toMatchObject({ amount_refunded: 300, refunded: false });
    expect(await refund(before.id)).toMatchObject({ amount: 700 });
    const after = await retrieveCharge(database.reader, world.context, before.id);
    expect(after).toMatchObject({ amount_refunded: 1000, refunded: true });
    expect((await balance()).pending).toMatchObject([{ amount: -59, currency: "usd" }]);
    const { data } = await listEvents(database.reader, world.context, {
      types: ["charge.refunded"],
    });
    expect(data).toMatchObject([
      { before: middle, after },
      { before, after: middle },
    ]);
  });

  test("takes from what is pending while the charge is, then from what is available", async () => {
    const early = await charge();
    const { balance_transaction } = await refund(early.id, 100);
    const moved = await retrieveBalanceTransaction(
      database.reader,
      world.context,
      balance_transaction ?? "",
    );
    expect(moved).toMatchObject({ type: "refund", amount: -100, fee: 0, status: "pending" });
    world.pass(2 * DAY);
    await refund(early.id, 100);
    const now = await balance();
    expect([now.available[0]?.amount, now.pending[0]?.amount]).toEqual([741, 0]);
  });

  test("an authorization is let go whole, and no money moves", async () => {
    const { id } = await charge("tok_visa", false);
    expect(await refusal(refund(id, 500))).toMatchObject({ kind: "invalid", param: "amount" });
    expect(await refund(id)).toMatchObject({ amount: 1000, balance_transaction: null });
    expect((await balance()).pending[0]?.amount).toBe(0);
  });

  test.each([0, 1.5, 1001])("%d is no amount of it", async (amount) => {
    const { id } = await charge();
    expect(await refusal(refund(id, amount))).toMatchObject({ kind: "invalid", param: "amount" });
  });

  test("what is refunded, failed or disputed is refused", async () => {
    const refunded = await charge();
    await refund(refunded.id);
    expect(await refusal(refund(refunded.id))).toMatchObject({ code: "charge_already_refunded" });
    const declined = await refusal(charge("tok_chargeDeclined"));
    const failed = declined.kind === "card_declined" ? (declined.charge?.id ?? "") : "";
    expect(await refusal(refund(failed))).toMatchObject({ kind: "invalid", code: null });
    const disputed = await charge("tok_createDispute");
    expect(await refusal(refund(disputed.id))).toMatchObject({ code: "charge_disputed" });
    const inquiry = await charge("tok_createDisputeInquiry");
    expect(await refund(inquiry.id)).toMatchObject({ amount: 1000 });
    expect(await refusal(refund("ch_none"))).toMatchObject({
      kind: "resource_missing",
      resource: "charge",
      param: "charge",
    });
  });

  test("of many refunds at once, no more than the charge goes back", async () => {
    const { id } = await charge();
    await Promise.allSettled(Array.from({ length: 6 }, () => refund(id, 300)));
    const after = await retrieveCharge(database.reader, world.context, id);
    expect(after.amount_refunded).toBe(900);
    expect((await listRefunds(database.reader, world.context, { charge: id })).data).toHaveLength(
      3,
    );
  });
});

test("retrieving and updating, under the right charge", async () => {
  const made = await charge();
  const { id } = await refund(made.id, 100);
  const change = { metadata: { a: "1" } };
  const after = await updateRefund(database.db, world.context, id, change, made.id);
  expect(after.metadata).toEqual({ a: "1" });
  expect(await retrieveRefund(database.reader, world.context, id, made.id)).toEqual(after);
  expect((await world.eventTypes()).at(-1)).toBe("refund.updated");
  for (const work of [
    () => retrieveRefund(database.reader, world.context, id, "ch_other"),
    () => updateRefund(database.db, world.context, id, change, "ch_other"),
    () => retrieveRefund(database.reader, world.context, "re_none"),
  ]) {
    expect(await refusal(work())).toMatchObject({ kind: "resource_missing", resource: "refund" });
  }
});

test("lists narrow by charge", async () => {
  const [a, b] = [await charge(), await charge()];
  const first = await refund(a.id, 100);
  const second = await refund(b.id, 100);
  const all = await listRefunds(database.reader, world.context, {});
  expect(all.data).toEqual([second, first]);
  const ofA = await listRefunds(database.reader, world.context, { charge: a.id });
  expect(ofA.data).toEqual([first]);
});
