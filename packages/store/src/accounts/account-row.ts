import type { Account } from "holdfast";
import type { Kysely } from "kysely";
import type { GateEffect, StoreTables } from "../database/tables.js";
import { StoreError } from "../errors.js";

/** An account as the store keeps it. */
export interface StoredAccount extends Account {
  readonly createdAt: Date;
}

/** An account joined with one of its exceptions; with nulls if it has none. */
interface JoinedException {
  readonly gate: string | null;
  readonly effect: GateEffect | null;
}

/** An account's exceptions as the pipeline reads them, each list in order of name. */
export function toGates(rows: readonly JoinedException[]): Pick<Account, "granted" | "revoked"> {
  const gates = (effect: GateEffect) =>
    rows.flatMap((row) => (row.gate !== null && row.effect === effect ? [row.gate] : [])).sort();
  return { granted: gates("granted"), revoked: gates("revoked") };
}

/** Reads accounts with their gates, in the order of `ids`, leaving out what does not exist. */
export async function readAccounts(
  database: Kysely<StoreTables>,
  ids: readonly string[],
): Promise<readonly StoredAccount[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom("holdfast_accounts")
    .leftJoin("holdfast_gate_exceptions", "account_id", "id")
    .select(["id", "pin", "created_at", "gate", "effect"])
    .where("id", "in", ids)
    .execute();
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    const [account] = own;
    if (account === undefined) return [];
    return { id, pin: account.pin, ...toGates(own), createdAt: new Date(account.created_at) };
  });
}

/**
 * Holds the account's row until the transaction ends, so that changes to one account take turns.
 * @throws StoreError "account_not_found"
 */
export async function lockAccount(
  transaction: Kysely<StoreTables>,
  id: string,
): Promise<{ readonly pin: string | null }> {
  const row = await transaction
    .updateTable("holdfast_accounts")
    .set((account) => ({ pin: account.ref("pin") }))
    .where("id", "=", id)
    .returning("pin")
    .executeTakeFirst();
  if (row === undefined) throw accountNotFound(id);
  return row;
}

export function accountNotFound(id: string): StoreError {
  return new StoreError("account_not_found", `There is no account ${id}.`);
}
