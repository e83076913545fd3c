import type { Kysely } from "kysely";

/** Creates the double-entry ledger behind the balance. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("ledger_entries")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("livemode", "integer", (column) => column.notNull())
    .addColumn("transaction_id", "text", (column) => column.notNull())
    .addColumn("ledger", "text", (column) => column.notNull())
    .addColumn("currency", "text", (column) => column.notNull())
    .addColumn("amount", "bigint", (column) => column.notNull())
    .addColumn("available_on", "bigint", (column) => column.notNull())
    .addColumn("source_type", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("ledger_entries_pkey", [
      "account",
      "livemode",
      "transaction_id",
      "ledger",
      "currency",
    ])
    .execute();
  await db.schema
    .createIndex("ledger_entries_balance")
    .on("ledger_entries")
    .columns(["account", "livemode", "ledger", "currency", "available_on"])
    .execute();
}
