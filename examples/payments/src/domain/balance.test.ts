import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retrieveBalance } from "./balance.js";
import { listBalanceTransactions, retrieveBalanceTransaction } from "./balance-transactions.js";
import { createCharge } from "./create-charge.js";
import { createRefund } from "./refunds.js";
import {
  newWorld,
  openTestDatabase,
  refusal,
  START,
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

const DAY = 86_400;

const charge = (source = "tok_visa", currency = "usd") =>
  createCharge(database.db, world.context, { amount: 1000, currency, source });
const balance = () => retrieveBalance(database.reader, world.context);

describe("the balance", () => {
  test("of an account that never moved money", async () => {
    const nothing = [{ amount: 0, currency: "usd", source_types: { card: 0 } }];
    expect(await balance()).toEqual({ available: nothing, livemode: false, pending: nothing });
  });

  test("becomes available after two days, by currency", async () => {
    await charge();
    await charge("tok_visa", "eur");
    const both = (amount: number) => [
      { amount, currency: "eur", source_types: { card: amount } },
      { amount, currency: "usd", source_types: { card: amount } },
    ];
    world.pass(2 * DAY - 1);
    expect(await balance()).toMatchObject({ available: both(0), pending: both(941) });
    world.pass(1);
    expect(await balance()).toMatchObject({ available: both(941), pending: both(0) });
  });

  test("or at once, with the card for that", async () => {
    await charge("tok_bypassPending");
    expect((await balance()).available).toMatchObject([{ amount: 941 }]);
  });

  test("a dispute takes the amount and its fee", async () => {
    await charge("tok_createDispute");
    expect((await balance()).pending).toMatchObject([{ amount: 1000 - 59 - 1000 - 1500 }]);
  });
});

describe("balance transactions", () => {
  test("say what moved, what it cost, and become available by time", async () => {
    const { id, balance_transaction } = await charge();
    const retrieve = () =>
      retrieveBalanceTransaction(database.reader, world.context, balance_transaction ?? "");
    expect(await retrieve()).toMatchObject({
      amount: 1000,
      available_on: START + 2 * DAY,
      fee: 59,
      fee_details: [{ amount: 59, currency: "usd", type: "stripe_fee" }],
      net: 941,
      reporting_category: "charge",
      source: id,
      charge: id,
      status: "pending",
      type: "charge",
    });
    world.pass(2 * DAY);
    expect((await retrieve()).status).toBe("available");
    const { data } = await listBalanceTransactions(database.reader, world.context, {});
    expect(data).toEqual([await retrieve()]);
  });

  test("lists narrow by type, source, currency and times", async () => {
    const made = await charge();
    world.pass(DAY);
    const euro = await charge("tok_visa", "eur");
    const refund = await createRefund(database.db, world.context, { charge: made.id });
    const sources = async (request: Parameters<typeof listBalanceTransactions>[2]) => {
      const { data } = await listBalanceTransactions(database.reader, world.context, request);
      return data.map(({ source }) => source);
    };
    expect(await sources({})).toEqual([refund.id, euro.id, made.id]);
    expect(await sources({ type: "refund" })).toEqual([refund.id]);
    expect(await sources({ source: made.id })).toEqual([made.id]);
    expect(await sources({ currency: "eur" })).toEqual([euro.id]);
    expect(await sources({ created: { lt: START + DAY } })).toEqual([made.id]);
    expect(await sources({ available_on: { gt: START + 2 * DAY } })).toEqual([euro.id]);
    expect(await refusal(sources({ payout: "po_1" }))).toMatchObject({
      kind: "resource_missing",
      resource: "payout",
    });
    const none = retrieveBalanceTransaction(database.reader, world.context, "txn_none");
    expect(await refusal(none)).toMatchObject({ resource: "balance_transaction", param: "id" });
  });
});
