import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retrieveBalance } from "./balance.js";
import { listBalanceTransactions } from "./balance-transactions.js";
import { captureCharge } from "./capture-charge.js";
import { listCharges, retrieveCharge } from "./charges.js";
import { createCharge } from "./create-charge.js";
import { createCustomer, listCustomers, retrieveCustomer } from "./customers.js";
import { listDisputes } from "./disputes.js";
import { listEvents } from "./events.js";
import { DomainFailure } from "./failures.js";
import { createRefund, listRefunds } from "./refunds.js";
import { settleDue } from "./settle.js";
import { createSource } from "./sources.js";
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
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function dump(): Promise<string> {
  const tables = [
    "charges",
    "refunds",
    "customers",
    "sources",
    "tokens",
    "balance_transactions",
    "disputes",
    "events",
    "ledger_entries",
  ] as const;
  const rows = await Promise.all(
    tables.map((table) => database.reader.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}

test("no card number, security code or bank account number is stored, whatever is done with it", async () => {
  const { context } = newWorld(database);
  const card = (number: string) => cardOf(number, { cvc: "987" });
  const numbers = ["4242424242424242", "4000000000000002", "378282246310005"];
  for (const number of numbers) {
    await createToken(database.db, context, { card: card(number) });
    const charge = { amount: 100, currency: "usd", source: card(number) };
    await createCharge(database.db, context, charge).catch(() => undefined);
    await createCustomer(database.db, context, { source: card(number) }).catch(() => undefined);
  }
  const wrong = card("4242424242424241");
  await createToken(database.db, context, { card: wrong, check_at_use: true });
  expect((await refusal(createToken(database.db, context, { card: wrong }))).message).not.toMatch(
    /\d{4}/,
  );
  await createToken(database.db, context, { bank_account: TEST_BANK_ACCOUNT });
  const stored = await dump();
  expect(stored).toContain("4242");
  for (const secret of [...numbers, "4242424242424241", '"987"', "000123456789"]) {
    expect(stored).not.toContain(secret);
  }
});

describe("accounts and modes are apart", () => {
  test("nothing of one is seen or used from another", async () => {
    const { context, otherMode } = newWorld(database);
    const stranger = newWorld(database).context;
    const customer = await createCustomer(database.db, context, { id: "same", source: "tok_visa" });
    const charge = await createCharge(database.db, context, {
      amount: 1000,
      currency: "usd",
      source: "tok_createDispute",
    });
    const token = await createToken(database.db, context, { card: cardOf("4242424242424242") });
    for (const other of [otherMode, stranger]) {
      for (const list of [
        listCharges,
        listCustomers,
        listDisputes,
        listEvents,
        listRefunds,
        listBalanceTransactions,
      ]) {
        const { data, total } = await list(database.reader, other, {});
        expect([data, await total()]).toEqual([[], 0]);
      }
      expect((await retrieveBalance(database.reader, other)).pending[0]?.amount).toBe(0);
      const payment = { amount: 100, currency: "usd" };
      for (const work of [
        () => retrieveCustomer(database.reader, other, "same"),
        () => retrieveCharge(database.reader, other, charge.id),
        () => retrieveToken(database.reader, other, token.id),
        () => createRefund(database.db, other, { charge: charge.id }),
        () => createSource(database.db, other, customer.id, { source: "tok_visa" }),
        () => createCharge(database.db, other, { ...payment, source: token.id }),
        () => createCharge(database.db, other, { ...payment, customer: customer.id }),
      ]) {
        expect(await refusal(work())).toMatchObject({ kind: "resource_missing" });
      }
      expect(await createCustomer(database.db, other, { id: "same" })).toMatchObject({
        id: "same",
      });
    }
  });
});

describe("whatever is done, in whatever order", () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("charge" as const),
      amount: fc.integer({ min: 50, max: 10_000 }),
      currency: fc.constantFrom("usd", "eur"),
      capture: fc.boolean(),
      source: fc.constantFrom(
        "tok_visa",
        "tok_bypassPending",
        "tok_createDispute",
        "tok_createDisputeInquiry",
        "tok_chargeDeclined",
      ),
    }),
    fc.record({
      do: fc.constantFrom("refund" as const, "capture" as const),
      which: fc.nat(9),
      amount: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
    }),
    fc.record({ do: fc.constant("pass" as const), seconds: fc.nat(4 * 86_400) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function take(world: World, ids: string[], step: Step): Promise<void> {
    const { context } = world;
    if (step.do === "pass") {
      world.pass(step.seconds);
      await settleDue(database.db, context);
    } else if (step.do === "charge") {
      const { amount, currency, capture, source } = step;
      const input = { amount, currency, capture, source };
      ids.push((await createCharge(database.db, context, input)).id);
    } else {
      const id = ids[step.which % ids.length];
      if (id === undefined) return;
      const { amount } = step;
      if (step.do === "capture") await captureCharge(database.db, context, id, { amount });
      else await createRefund(database.db, context, { charge: id, amount });
    }
  }

  test("the ledger sums to zero, agrees with the balance transactions, and charges add up", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const world = newWorld(database);
        const ids: string[] = [];
        for (const step of steps) {
          try {
            await take(world, ids, step);
          } catch (error) {
            if (!(error instanceof DomainFailure)) throw error;
          }
        }
        const { context } = world;
        const entries = await database.reader
          .selectFrom("ledger_entries")
          .select(["currency", "amount", "ledger"])
          .where("account", "=", context.account)
          .execute();
        const sum = (currency: string, ledger?: string) =>
          entries
            .filter(
              (entry) => entry.currency === currency && (ledger ?? entry.ledger) === entry.ledger,
            )
            .reduce((total, entry) => total + Number(entry.amount), 0);
        const request = { limit: 100 };
        const moved = await listBalanceTransactions(database.reader, context, request);
        const balance = await retrieveBalance(database.reader, context);
        for (const currency of ["usd", "eur"]) {
          expect(sum(currency)).toBe(0);
          const net = moved.data
            .filter((transaction) => transaction.currency === currency)
            .reduce((total, transaction) => total + transaction.net, 0);
          const held = [...balance.pending, ...balance.available]
            .filter((part) => part.currency === currency)
            .reduce((total, part) => total + part.amount, 0);
          expect([sum(currency, "merchant"), held]).toEqual([net, net]);
        }
        const charges = (await listCharges(database.reader, context, request)).data;
        const refunds = (await listRefunds(database.reader, context, request)).data;
        for (const charge of charges) {
          const back = refunds
            .filter((refund) => refund.charge === charge.id)
            .reduce((total, refund) => total + refund.amount, 0);
          expect(charge.amount_refunded).toBe(back);
          expect(back).toBeLessThanOrEqual(charge.amount);
          expect(charge.refunded).toBe(back === charge.amount);
        }
      }),
      { numRuns: 25 },
    );
  });
});
