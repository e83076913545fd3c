import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listBalanceTransactions } from "./balance-transactions.js";
import { createCharge } from "./create-charge.js";
import { listDisputes, retrieveDispute } from "./disputes.js";
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

const charge = (source: string) =>
  createCharge(database.db, world.context, { amount: 1000, currency: "usd", source });
const retrieve = (id: string | null) => retrieveDispute(database.reader, world.context, id ?? "");

test.each([
  ["tok_createDispute", "fraudulent"],
  ["tok_createDisputeProductNotReceived", "product_not_received"],
])("%s is disputed as %s as soon as it is charged", async (token, reason) => {
  const { id, disputed, dispute } = await charge(token);
  expect(disputed).toBe(true);
  const found = await retrieve(dispute);
  expect(found).toMatchObject({
    amount: 1000,
    charge: id,
    reason,
    status: "needs_response",
    is_charge_refundable: false,
    evidence: { receipt: null },
  });
  const { data } = await listBalanceTransactions(database.reader, world.context, {
    type: "adjustment",
  });
  expect(data).toMatchObject([
    { id: found.balance_transactions[0], amount: -1000, fee: 1500, net: -2500, source: dispute },
  ]);
  expect(await world.eventTypes()).toEqual([
    "charge.succeeded",
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
  ]);
});

test("an inquiry moves no money", async () => {
  const { dispute } = await charge("tok_createDisputeInquiry");
  expect(await retrieve(dispute)).toMatchObject({
    status: "warning_needs_response",
    balance_transactions: [],
    is_charge_refundable: true,
  });
  expect(await world.eventTypes()).toEqual(["charge.succeeded", "charge.dispute.created"]);
});

test("an answer can be too late", async () => {
  const { dispute } = await charge("tok_createDispute");
  const details = async () => (await retrieve(dispute)).evidence_details;
  expect(await details()).toMatchObject({ due_by: START + 9 * DAY, past_due: false });
  world.pass(9 * DAY + 1);
  expect(await details()).toMatchObject({ past_due: true });
  const { data } = await listDisputes(database.reader, world.context, {});
  expect(data).toMatchObject([{ evidence_details: { past_due: true } }]);
});

test("lists narrow by charge and creation", async () => {
  const first = await charge("tok_createDispute");
  world.pass(10);
  const second = await charge("tok_createDispute");
  const ids = async (request: object) => {
    const { data } = await listDisputes(database.reader, world.context, request);
    return data.map(({ id }) => id);
  };
  expect(await ids({})).toEqual([second.dispute, first.dispute]);
  expect(await ids({ charge: first.id })).toEqual([first.dispute]);
  expect(await ids({ created: { gt: START } })).toEqual([second.dispute]);
  expect(await refusal(retrieve("dp_none"))).toMatchObject({ resource: "dispute", param: "id" });
});
