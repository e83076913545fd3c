import { type Kysely, sql } from "kysely";
import type { StoreContext } from "./context.js";
import type { StoreTables } from "./database/tables.js";
import { StoreError } from "./errors.js";
import { inTransaction } from "./units/in-transaction.js";

/** How long after its last sign of life a process still counts as living, in milliseconds. */
const signOfLife = 15_000;

/** How long a process that gave no more sign of life is remembered, in milliseconds. */
const remembered = 24 * 60 * 60 * 1000;

/** Any number that nothing else of the store locks. */
const activationLock = 7_463_214;

export async function activate(
  { database, dialect, clock }: StoreContext,
  processId: string,
  versions: readonly string[],
): Promise<string> {
  return inTransaction(database, async (transaction) => {
    // Else two processes that start at once would each see the other too late.
    if (dialect === "postgres") {
      await sql`select pg_advisory_xact_lock(${activationLock})`.execute(transaction);
    }
    const now = clock();
    await recordSign(transaction, processId, versions, now);
    const living = await readLiving(transaction, now);
    const activated = await readActivated(transaction);
    const common = versions.filter((version) => living.every((known) => known.includes(version)));
    await recordActivated(
      transaction,
      common.filter((version) => !activated.has(version)),
      now,
    );
    const newest = versions.findLast(
      (version) => activated.has(version) || common.includes(version),
    );
    if (newest === undefined) {
      throw new StoreError(
        "no_common_version",
        "No version of this process is known to every living process.",
      );
    }
    return newest;
  });
}

export async function leave({ database }: StoreContext, processId: string): Promise<void> {
  await database.deleteFrom("holdfast_processes").where("id", "=", processId).execute();
}

async function recordSign(
  transaction: Kysely<StoreTables>,
  id: string,
  known: readonly string[],
  now: number,
): Promise<void> {
  const sign = { versions: JSON.stringify(known), seen_at: now };
  await transaction
    .deleteFrom("holdfast_processes")
    .where("seen_at", "<", now - remembered)
    .execute();
  await transaction
    .insertInto("holdfast_processes")
    .values({ id, ...sign })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(sign))
    .execute();
}

async function readLiving(
  transaction: Kysely<StoreTables>,
  now: number,
): Promise<readonly (readonly string[])[]> {
  const rows = await transaction
    .selectFrom("holdfast_processes")
    .select("versions")
    .where("seen_at", ">", now - signOfLife)
    .execute();
  return rows.map(({ versions }) => JSON.parse(versions));
}

async function recordActivated(
  transaction: Kysely<StoreTables>,
  versions: readonly string[],
  now: number,
): Promise<void> {
  if (versions.length === 0) return;
  await transaction
    .insertInto("holdfast_activated_versions")
    .values(versions.map((version) => ({ version, activated_at: now })))
    .execute();
}

async function readActivated(transaction: Kysely<StoreTables>): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .selectFrom("holdfast_activated_versions")
    .select("version")
    .execute();
  return new Set(rows.map(({ version }) => version));
}
