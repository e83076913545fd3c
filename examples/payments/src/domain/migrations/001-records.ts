import { type CreateTableBuilder, type Kysely, sql } from "kysely";

/** What every record's table has; a record is known by its account, its mode and its id. */
function recordTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(name)
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("livemode", "integer", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .addColumn("seq", "bigint", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_pkey`, ["account", "livemode", "id"]);
}

/** An index for lists that are narrowed by the given columns, newest first. */
async function listIndex(db: Kysely<unknown>, table: string, ...columns: string[]): Promise<void> {
  await db.schema
    .createIndex([table, ...columns, "list"].join("_"))
    .on(table)
    .columns(["account", "livemode", ...columns, "created", "seq"])
    .execute();
}

/** Creates the records' tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await recordTable(db, "charges")
    .addColumn("customer", "text")
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("uncaptured", "integer", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("source_object", "text", (column) => column.notNull())
    .addColumn("transfer_group", "text")
    .addColumn("due_at", "bigint")
    .execute();
  await recordTable(db, "refunds")
    .addColumn("charge", "text", (column) => column.notNull())
    .addColumn("system", "integer", (column) => column.notNull())
    .execute();
  await recordTable(db, "customers")
    .addColumn("email", "text")
    .addColumn("deleted", "integer", (column) => column.notNull())
    .execute();
  await recordTable(db, "sources")
    .addColumn("object", "text", (column) => column.notNull())
    .addColumn("customer", "text", (column) => column.notNull())
    .execute();
  await recordTable(db, "tokens").execute();
  await recordTable(db, "balance_transactions")
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("charge", "text", (column) => column.notNull())
    .addColumn("currency", "text", (column) => column.notNull())
    .addColumn("available_on", "bigint", (column) => column.notNull())
    .execute();
  await recordTable(db, "disputes")
    .addColumn("charge", "text", (column) => column.notNull())
    .execute();
  await recordTable(db, "events")
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("object_kind", "text", (column) => column.notNull())
    .execute();

  await listIndex(db, "charges");
  await listIndex(db, "charges", "customer");
  await listIndex(db, "refunds");
  await listIndex(db, "refunds", "charge");
  await listIndex(db, "customers");
  await listIndex(db, "sources", "customer");
  await listIndex(db, "balance_transactions");
  await listIndex(db, "balance_transactions", "source");
  await listIndex(db, "disputes");
  await listIndex(db, "events");
  await listIndex(db, "events", "type");
  await db.schema
    .createIndex("charges_due")
    .on("charges")
    .columns(["due_at", "account", "livemode"])
    .where(sql.ref("due_at"), "is not", null)
    .execute();
}
