import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBalanced, entriesOf, type Movement, post, sumsOf } from "./ledger.js";
import { newWorld, openTestDatabase, START, type TestDatabase } from "./test-kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const movement: fc.Arbitrary<Movement> = fc.record({
  amount: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  fee: fc.integer({ min: 0, max: 10_000_000 }),
  currency: fc.constantFrom("usd", "eur", "jpy"),
});

test("the entries of any movements sum to zero in each currency", () => {
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      expect(() => assertBalanced(movements.flatMap(entriesOf))).not.toThrow();
    }),
  );
});

test("entries that do not balance are refused, in any one currency", () => {
  const entries = entriesOf({ amount: 100, fee: 33, currency: "usd" });
  expect(() => assertBalanced(entries.slice(1))).toThrow("usd");
  const crossed = entries.map((entry, index) =>
    index === 0 ? { ...entry, currency: "eur" } : entry,
  );
  expect(() => assertBalanced(crossed)).toThrow("sum to");
  expect(() => assertBalanced([{ ledger: "fees", currency: "usd", amount: 0.5 }])).toThrow("0.5");
});

test("the balance is the sum of what was posted, available or pending by time", async () => {
  const day = 86_400;
  const posting = fc.record({
    movement,
    delay: fc.integer({ min: -3 * day, max: 3 * day }),
    source_type: fc.constantFrom("card" as const, "bank_account" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(posting, { maxLength: 8 }), async (postings) => {
      const { context } = newWorld(database);
      for (const [index, { movement, delay, source_type }] of postings.entries()) {
        await post(
          database.db,
          {
            account: context.account,
            livemode: false,
            transaction_id: `txn_${index}`,
            available_on: START + delay,
            source_type,
          },
          entriesOf(movement),
        );
      }
      const sums = await sumsOf(database.db, context, START);
      const expected = new Map<string, { pending: number; available: number }>();
      for (const { movement, delay, source_type } of postings) {
        const key = `${movement.currency} ${source_type}`;
        const sum = expected.get(key) ?? { pending: 0, available: 0 };
        sum[delay > 0 ? "pending" : "available"] += movement.amount - movement.fee;
        expected.set(key, sum);
      }
      const found = sums.map(({ currency, source_type, pending, available }) => [
        `${currency} ${source_type}`,
        { pending, available },
      ]);
      expect(new Map(found as [string, { pending: number; available: number }][])).toEqual(
        expected,
      );
    }),
    { numRuns: 20 },
  );
});
