import type { Store } from "@holdfast/store";
import { sql } from "kysely";
import type { PaymentsDatabase } from "../domain/schema.js";
import { balanceTransactions, charges, customers, events, refunds } from "../domain/tables.js";

/** Everything in the database that the checks read. */
export type Tables = Awaited<ReturnType<typeof readTables>>;

/** Reads the tables whole, without the code that serves them. */
export async function readTables({ reader }: Store) {
  const db: PaymentsDatabase = reader.withTables();
  async function records<R>({ name, parse }: { name: string; parse(data: string): R }) {
    const query = sql<{ data: string }>`select data from ${sql.table(name)}`;
    return (await query.execute(db)).rows.map(({ data }) => parse(data));
  }
  const count = async (table: string) => {
    const query = sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`;
    return Number((await query.execute(db)).rows[0]?.n);
  };
  const answers = sql<{ key: string }>`select idempotency_key as key from holdfast_answers`;
  const pins = sql<{ id: string; pin: string | null; changes: number }>`
    select id, pin, count(position) as changes from holdfast_accounts
    left join holdfast_pin_changes on account_id = id group by id, pin`;
  return {
    charges: await records(charges),
    customers: await records(customers),
    refunds: await records(refunds),
    movements: await records(balanceTransactions),
    events: await records(events),
    ledger: await db.selectFrom("ledger_entries").selectAll().execute(),
    answers: (await answers.execute(db)).rows.map(({ key }) => key),
    accounts: (await pins.execute(db)).rows,
    keys: await count("holdfast_keys"),
  };
}
