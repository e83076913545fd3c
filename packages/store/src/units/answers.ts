import { createHash } from "node:crypto";
import type { IdempotencyKey, IdempotencyState, StoredAnswer } from "holdfast";
import { type Kysely, sql } from "kysely";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";

/** How long an answer stands for its idempotency key, in milliseconds. */
const answerLife = 24 * 60 * 60 * 1000;

/**
 * Takes the key for this transaction, and tells what is known of it. On PostgreSQL another
 * machine may hold it; on SQLite, whose transactions take turns, nobody can.
 */
export async function claimKey(
  { dialect, clock }: StoreContext,
  transaction: Kysely<StoreTables>,
  { scope, key }: IdempotencyKey,
): Promise<IdempotencyState> {
  if (dialect === "postgres" && !(await tryLock(transaction, { scope, key }))) {
    return { state: "in_flight" };
  }
  const row = await transaction
    .selectFrom("holdfast_answers")
    .select(["fingerprint", "status", "headers", "body"])
    .where("scope", "=", scope)
    .where("idempotency_key", "=", key)
    .where("expires_at", ">", clock())
    .executeTakeFirst();
  if (row === undefined) return { state: "new" };
  const { fingerprint, status, headers, body } = row;
  return { state: "answered", fingerprint, answer: { status, headers: JSON.parse(headers), body } };
}

/** Stores the answer, in place of one that has expired. */
export async function writeAnswer(
  { clock }: StoreContext,
  transaction: Kysely<StoreTables>,
  { scope, key }: IdempotencyKey,
  fingerprint: string,
  { status, headers, body }: StoredAnswer,
): Promise<void> {
  const answer = {
    fingerprint,
    status,
    headers: JSON.stringify(headers),
    body,
    expires_at: clock() + answerLife,
  };
  await transaction
    .insertInto("holdfast_answers")
    .values({ scope, idempotency_key: key, ...answer })
    .onConflict((conflict) => conflict.columns(["scope", "idempotency_key"]).doUpdateSet(answer))
    .execute();
}

/** Removes answers that have expired, and returns how many. */
export async function purgeExpired({ database, clock }: StoreContext): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom("holdfast_answers")
    .where("expires_at", "<=", clock())
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** A lock that PostgreSQL lets go when the transaction ends, however it ends. */
async function tryLock(
  transaction: Kysely<StoreTables>,
  { scope, key }: IdempotencyKey,
): Promise<boolean> {
  const name = JSON.stringify(["idempotency", scope, key]);
  const number = createHash("sha256").update(name).digest().readBigInt64BE();
  const { rows } = await sql<{
    got: boolean;
  }>`select pg_try_advisory_xact_lock(${number.toString()}::bigint) as got`.execute(transaction);
  return rows[0]?.got === true;
}
