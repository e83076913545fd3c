import type { Kysely } from "kysely";
import { lockAccount } from "../accounts/account-row.js";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";
import { StoreError } from "../errors.js";
import { inTransaction } from "../units/in-transaction.js";
import { insertKey, type NewKey } from "./insert-key.js";
import { keyNotFound, type MadeKey, type StoredKey, toStoredKey } from "./stored-key.js";

/** How a key is replaced. */
export interface RollOptions {
  /** How long the old key stays good beside the new one, in seconds; 0 if left out. */
  readonly overlapSeconds?: number;
}

export async function createKey(
  context: StoreContext,
  account: string,
  key: NewKey,
): Promise<MadeKey> {
  return inTransaction(context.database, async (transaction) => {
    await lockAccount(transaction, account);
    return makeKey(context, transaction, account, key);
  });
}

export async function rollKey(
  context: StoreContext,
  id: string,
  { overlapSeconds = 0 }: RollOptions = {},
): Promise<MadeKey> {
  if (!(overlapSeconds >= 0)) {
    throw new StoreError("invalid_argument", `An overlap cannot last ${overlapSeconds} seconds.`);
  }
  return inTransaction(context.database, async (transaction) => {
    const old = await lockKey(transaction, id);
    const now = context.clock();
    if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt.getTime() <= now)) {
      throw new StoreError("key_not_active", `The key ${id} is revoked or expired.`);
    }
    const end = Math.round(now + overlapSeconds * 1000);
    await transaction
      .updateTable("holdfast_keys")
      .set({ expires_at: Math.min(end, old.expiresAt?.getTime() ?? end) })
      .where("id", "=", id)
      .execute();
    return makeKey(context, transaction, old.account, old);
  });
}

/** Ends a key at once. A key that is revoked already stays as it is. */
export async function revokeKey({ database, clock }: StoreContext, id: string): Promise<StoredKey> {
  return inTransaction(database, async (transaction) => {
    const key = await lockKey(transaction, id);
    if (key.revokedAt !== null) return key;
    const now = clock();
    await transaction
      .updateTable("holdfast_keys")
      .set({ revoked_at: now })
      .where("id", "=", id)
      .execute();
    return { ...key, revokedAt: new Date(now) };
  });
}

/** All keys that an account ever had, newest first. */
export async function listKeys(
  { reader }: StoreContext,
  account: string,
): Promise<readonly StoredKey[]> {
  const rows = await reader
    .selectFrom("holdfast_keys")
    .selectAll()
    .where("account_id", "=", account)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(toStoredKey);
}

async function makeKey(
  context: StoreContext,
  transaction: Kysely<StoreTables>,
  account: string,
  key: NewKey,
): Promise<MadeKey> {
  const { id, text } = await insertKey(context, transaction, account, key);
  return { ...(await lockKey(transaction, id)), text };
}

/** Holds the key's row until the transaction ends, so that two rolls of one key take turns. */
async function lockKey(transaction: Kysely<StoreTables>, id: string): Promise<StoredKey> {
  const row = await transaction
    .updateTable("holdfast_keys")
    .set((key) => ({ kind: key.ref("kind") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw keyNotFound(id);
  return toStoredKey(row);
}
