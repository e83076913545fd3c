import type { KeyKind, Mode } from "holdfast";
import type { Kysely } from "kysely";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";
import { keyPrefix, newId, newKeyText } from "./key-text.js";

/** A key to make. */
export interface NewKey {
  readonly kind: KeyKind;
  readonly mode: Mode;
  /** A version to hold the key at, whatever its account's pin. */
  readonly pin?: string | null;
  /** Permissions that narrow it; null for all that its kind allows. */
  readonly permissions?: readonly string[] | null;
}

interface InsertedKey {
  readonly id: string;
  readonly text: string;
}

/** Stores a new key in a transaction that is open. */
export async function insertKey(
  context: StoreContext,
  transaction: Kysely<StoreTables>,
  account: string,
  key: NewKey,
): Promise<InsertedKey> {
  const text = newKeyText(key.kind, key.mode);
  const id = await insertKeyText(context, transaction, account, key, text);
  if (id === null) throw new Error("Two random keys are the same.");
  return { id, text };
}

/** Stores a key with a given text, and returns its id, or null if there is such a key already. */
export async function insertKeyText(
  { hash, clock }: StoreContext,
  transaction: Kysely<StoreTables>,
  account: string,
  { kind, mode, pin = null, permissions = null }: NewKey,
  text: string,
): Promise<string | null> {
  const inserted = await transaction
    .insertInto("holdfast_keys")
    .values({
      id: newId("key"),
      account_id: account,
      kind,
      mode,
      hash: hash(text),
      prefix: keyPrefix(kind, mode),
      last_four: text.slice(-4),
      pin,
      permissions: permissions && JSON.stringify(permissions),
      created_at: clock(),
      expires_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted?.id ?? null;
}
