import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retrieveBalance } from "./balance.js";
import { retrieveCharge } from "./charges.js";
import { createCharge } from "./create-charge.js";
import { createCustomer } from "./customers.js";
import { createRefund, listRefunds } from "./refunds.js";
import { ownersWithDue, settleDue } from "./settle.js";
import {
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

async function debit(account_number: string) {
  const source = { object: "bank_account", ...TEST_BANK_ACCOUNT, account_number } as const;
  const { id, default_source } = await createCustomer(database.db, world.context, { source });
  await verifyBankAccount(database.db, world.context, id, default_source ?? "", [32, 45]);
  return createCharge(database.db, world.context, { amount: 1000, currency: "usd", customer: id });
}

const settle = () => settleDue(database.db, world.context);
const retrieve = (id: string) => retrieveCharge(database.reader, world.context, id);

describe("a bank debit", () => {
  test("is pending, then succeeds", async () => {
    const { id, ...made } = await debit("000123456789");
    expect(made).toMatchObject({
      status: "pending",
      paid: true,
      captured: true,
      payment_method_details: { type: "ach_debit", ach_debit: { last4: "6789" } },
      calculated_statement_descriptor: "HOLDFAST",
    });
    expect(await settle()).toBe(0);
    expect(await refusal(createRefund(database.db, world.context, { charge: id }))).toMatchObject({
      kind: "invalid",
    });
    world.pass(5);
    expect(await settle()).toBe(1);
    expect(await retrieve(id)).toMatchObject({ status: "succeeded", due_at: null });
    expect((await world.eventTypes()).slice(-2)).toEqual(["charge.pending", "charge.succeeded"]);
    expect(await createRefund(database.db, world.context, { charge: id })).toMatchObject({
      amount: 1000,
    });
  });

  test("or fails, and the system refunds it; the fee stays", async () => {
    const { id } = await debit("000111111116");
    world.pass(5);
    expect(await settle()).toBe(1);
    const failed = await retrieve(id);
    expect(failed).toMatchObject({
      status: "failed",
      paid: false,
      failure_code: "no_account",
      amount_refunded: 0,
      refunded: false,
    });
    const { data } = await listRefunds(database.reader, world.context, { charge: id });
    expect(data).toMatchObject([
      {
        id: failed.system_refund,
        system: true,
        amount: 1000,
        balance_transaction: failed.failure_balance_transaction,
      },
    ]);
    const hidden = { charge: id, include_system: false };
    expect((await listRefunds(database.reader, world.context, hidden)).data).toEqual([]);
    const { pending } = await retrieveBalance(database.reader, world.context);
    expect(pending).toEqual([
      { amount: -59, currency: "usd", source_types: { bank_account: -59 } },
    ]);
    expect((await world.eventTypes()).at(-1)).toBe("charge.failed");
  });

  test("is in usd and captured at once", async () => {
    const { customer } = await debit("000123456789");
    const charge = { amount: 1000, currency: "usd", customer: customer ?? "" };
    const inEuro = createCharge(database.db, world.context, { ...charge, currency: "eur" });
    expect(await refusal(inEuro)).toMatchObject({ param: "currency" });
    const held = createCharge(database.db, world.context, { ...charge, capture: false });
    expect(await refusal(held)).toMatchObject({ param: "capture" });
  });
});

test("what is due is done once, though many do it at once", async () => {
  const { id } = await debit("000111111116");
  world.pass(5);
  await Promise.all([settle(), settle(), settle()]);
  expect((await listRefunds(database.reader, world.context, { charge: id })).data).toHaveLength(1);
  expect(await settle()).toBe(0);
});

test("background work finds whose charges are due", async () => {
  await debit("000123456789");
  const { account } = world.context;
  const mine = async () => {
    const owners = await ownersWithDue(database.reader, world.context.now());
    return owners.filter((owner) => owner.account === account);
  };
  expect(await mine()).toEqual([]);
  world.pass(5);
  expect(await mine()).toEqual([{ account, livemode: false }]);
});
