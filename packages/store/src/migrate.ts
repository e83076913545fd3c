import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Connections, Dialect } from "./database/connections.js";
import { StoreError } from "./errors.js";
import { inTransaction } from "./units/in-transaction.js";

/** One step of a database's shape. Once released it never changes: the next step mends it. */
export interface Migration {
  /** Its place in the order and what it does, as "001-accounts". Recorded once it is done. */
  readonly name: string;
  up(database: Kysely<unknown>, dialect: Dialect): Promise<void>;
}

/**
 * Brings the database to the shape that the code needs: runs the migrations that are not done
 * yet, all of them or none. Processes that start at once take turns, and the second one finds
 * nothing to do. Migrations that only a newer release knows are left alone, so that an older one
 * may run beside it.
 *
 * @param namespace whose migrations they are: its table of done ones is `<namespace>_migrations`
 * @param migrations in the order of their names
 * @returns the names of those that were run
 * @throws StoreError "migrations_out_of_order"
 *
 * @example
 * await migrate(store, "payments", [{ name: "001-charges", up: createCharges }]);
 */
export async function migrate(
  { database, dialect }: Pick<Connections, "database" | "dialect">,
  namespace: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const table = `${namespace}_migrations`;
  checkOrder(migrations);
  return inTransaction(database, async (transaction) => {
    // SQLite needs no lock of its own: its transactions begin as the only writer.
    if (dialect === "postgres") await lockUntilCommit(transaction, table);
    const done = await readDone(transaction, table);
    const missing = migrations.filter(({ name }) => !done.has(name));
    const last = migrations.findLast(({ name }) => done.has(name))?.name;
    for (const { name, up } of missing) {
      if (last !== undefined && name < last) {
        throw outOfOrder(`${name} is not done, but ${last}, which comes after it, is.`);
      }
      await up(transaction, dialect);
      await recordDone(transaction, table, name);
    }
    return missing.map(({ name }) => name);
  });
}

function checkOrder(migrations: readonly Migration[]): void {
  migrations.forEach(({ name }, index) => {
    const before = migrations[index - 1]?.name;
    if (before !== undefined && before >= name) throw outOfOrder(`${name} stands after ${before}.`);
  });
}

function outOfOrder(what: string): StoreError {
  return new StoreError("migrations_out_of_order", `Migrations run in order of name: ${what}`);
}

async function lockUntilCommit(database: Kysely<unknown>, name: string): Promise<void> {
  const key = createHash("sha256").update(name).digest().readBigInt64BE();
  await sql`select pg_advisory_xact_lock(${key.toString()}::bigint)`.execute(database);
}

async function readDone(database: Kysely<unknown>, table: string): Promise<ReadonlySet<string>> {
  await database.schema
    .createTable(table)
    .ifNotExists()
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("done_at", "bigint", (column) => column.notNull())
    .execute();
  const query = sql<{ name: string }>`select name from ${sql.table(table)}`;
  return new Set((await query.execute(database)).rows.map(({ name }) => name));
}

async function recordDone(database: Kysely<unknown>, table: string, name: string): Promise<void> {
  const values = sql.join([name, Date.now()]);
  await sql`insert into ${sql.table(table)} (name, done_at) values (${values})`.execute(database);
}
