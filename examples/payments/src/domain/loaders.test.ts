import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { captureCharge } from "./capture-charge.js";
import { retrieveCharge } from "./charges.js";
import { refundsByCharges, sourcesByCustomers } from "./child-loaders.js";
import { createCharge } from "./create-charge.js";
import { createCustomer, deleteCustomer } from "./customers.js";
import {
  balanceTransactionsByIds,
  cardsByIds,
  chargesByIds,
  customersByIds,
  disputesByIds,
  refundsByIds,
  sourcesByIds,
  uncapturedByCustomers,
} from "./loaders.js";
import { createRefund } from "./refunds.js";
import { rulesByIds } from "./rules.js";
import { settleDue } from "./settle.js";
import { createSource } from "./sources.js";
import {
  newWorld,
  openTestDatabase,
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

const charge = (source = "tok_visa") =>
  createCharge(database.db, world.context, { amount: 1000, currency: "usd", source });

describe("by ids", () => {
  test("those that are there, of this account and mode", async () => {
    const [a, b] = [await charge(), await charge("tok_createDispute")];
    const refund = await createRefund(database.db, world.context, { charge: a.id, amount: 100 });
    const ids = [a.id, b.id, b.id, "ch_none"];
    const found = await chargesByIds(database.reader, world.context, ids);
    expect([...found.keys()].sort()).toEqual([a.id, b.id].sort());
    expect(found.get(b.id)).toEqual(b);
    expect((await chargesByIds(database.reader, world.otherMode, ids)).size).toBe(0);
    const stranger = newWorld(database).context;
    expect((await chargesByIds(database.reader, stranger, ids)).size).toBe(0);
    const refunds = await refundsByIds(database.reader, world.context, [refund.id]);
    expect(refunds.get(refund.id)).toEqual(refund);
    expect((await refundsByIds(database.reader, world.context, [])).size).toBe(0);
  });

  test("what changes by time is as of now", async () => {
    const { balance_transaction, dispute } = await charge("tok_createDispute");
    world.pass(30 * 86_400);
    const ids = [balance_transaction ?? ""];
    const moved = await balanceTransactionsByIds(database.reader, world.context, ids);
    expect(moved.get(ids[0] ?? "")?.status).toBe("available");
    const disputes = await disputesByIds(database.reader, world.context, [dispute ?? ""]);
    expect(disputes.get(dispute ?? "")?.evidence_details.past_due).toBe(true);
  });

  test("customers, deleted ones too; sources, or only cards", async () => {
    const kept = await createCustomer(database.db, world.context, { source: "tok_visa" });
    const gone = await createCustomer(database.db, world.context, {});
    const bank = await createSource(database.db, world.context, kept.id, { source: BANK });
    await deleteCustomer(database.db, world.context, gone.id);
    const customers = await customersByIds(database.reader, world.context, [kept.id, gone.id]);
    expect([customers.get(kept.id)?.deleted, customers.get(gone.id)?.deleted]).toEqual([
      false,
      true,
    ]);
    const ids = [kept.default_source ?? "", bank.id];
    expect((await sourcesByIds(database.reader, world.context, ids)).size).toBe(2);
    const cards = await cardsByIds(database.reader, world.context, ids);
    expect([...cards.keys()]).toEqual([kept.default_source]);
  });

  test("the rule that a charge's outcome names", async () => {
    const { outcome } = await charge("tok_riskLevelElevated");
    const rules = rulesByIds([outcome?.rule ?? "", "rule_none"]);
    expect([...rules.values()]).toMatchObject([{ action: "review" }]);
  });
});

describe("children", () => {
  test("the newest refunds of each charge, and how many there are", async () => {
    const [many, none] = [await charge(), await charge()];
    const made: string[] = [];
    for (let count = 0; count < 3; count++) {
      made.unshift(
        (await createRefund(database.db, world.context, { charge: many.id, amount: 100 })).id,
      );
    }
    const ids = [many.id, none.id];
    const all = await refundsByCharges(database.reader, world.context, ids);
    expect(all.get(many.id)).toMatchObject({ has_more: false, total: 3 });
    expect(all.get(many.id)?.data.map(({ id }) => id)).toEqual(made);
    expect(all.get(none.id)).toEqual({ data: [], has_more: false, total: 0 });
    const two = await refundsByCharges(database.reader, world.context, ids, { limit: 2 });
    expect(two.get(many.id)).toMatchObject({ has_more: true, total: 3 });
    expect(two.get(many.id)?.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const elsewhere = await refundsByCharges(database.reader, world.otherMode, ids);
    expect(elsewhere.get(many.id)).toEqual({ data: [], has_more: false, total: 0 });
  });

  test("refunds that the system made only where asked for", async () => {
    const source = { ...BANK, account_number: "000111111116" };
    const { id, default_source } = await createCustomer(database.db, world.context, { source });
    await verifyBankAccount(database.db, world.context, id, default_source ?? "", [32, 45]);
    const input = { amount: 1000, currency: "usd", customer: id };
    const made = await createCharge(database.db, world.context, input);
    world.pass(5);
    await settleDue(database.db, world.context);
    const total = async (include_system?: boolean) => {
      const options = { include_system };
      const found = await refundsByCharges(database.reader, world.context, [made.id], options);
      return found.get(made.id)?.total;
    };
    expect([await total(), await total(false), await total(true)]).toEqual([0, 0, 1]);
    const failed = await retrieveCharge(database.reader, world.context, made.id);
    expect(failed.system_refund).toMatch(/^re_/);
  });

  test("sources of each customer, of one kind where asked", async () => {
    const a = await createCustomer(database.db, world.context, { source: "tok_visa" });
    const b = await createCustomer(database.db, world.context, { source: BANK });
    await createSource(database.db, world.context, a.id, { source: BANK });
    const load = (object?: "card") =>
      sourcesByCustomers(database.reader, world.context, [a.id, b.id], { object });
    const all = await load();
    expect([all.get(a.id)?.total, all.get(b.id)?.total]).toEqual([2, 1]);
    const cards = await load("card");
    expect([cards.get(a.id)?.total, cards.get(b.id)?.total]).toEqual([1, 0]);
  });
});

test("which customers have an authorization that is not captured", async () => {
  const authorize = async () => {
    const { id } = await createCustomer(database.db, world.context, { source: "tok_visa" });
    const input = { amount: 100, currency: "usd", customer: id, capture: false };
    return createCharge(database.db, world.context, input);
  };
  const [open, captured, released] = [await authorize(), await authorize(), await authorize()];
  await captureCharge(database.db, world.context, captured.id, {});
  await createRefund(database.db, world.context, { charge: released.id });
  const ids = [open, captured, released].map(({ customer }) => customer ?? "");
  const found = await uncapturedByCustomers(database.reader, world.context, ids);
  expect([...found]).toEqual([open.customer]);
});
