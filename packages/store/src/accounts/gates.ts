import type { Kysely } from "kysely";
import type { StoreContext } from "../context.js";
import type { GateEffect, StoreTables } from "../database/tables.js";
import { inTransaction } from "../units/in-transaction.js";
import { lockAccount } from "./account-row.js";

/** Gives an account gates, or takes them from it, whatever its version; all of them or none. */
export async function setGates(
  { database, clock }: StoreContext,
  account: string,
  gates: readonly string[],
  effect: GateEffect,
  who: string,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockAccount(transaction, account);
    await writeGates(transaction, clock(), account, gates, effect, who);
  });
}

/** Leaves it to the account's version again whether it has the gates. */
export async function clearGates(
  { database }: StoreContext,
  account: string,
  gates: readonly string[],
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await lockAccount(transaction, account);
    if (gates.length === 0) return;
    await transaction
      .deleteFrom("holdfast_gate_exceptions")
      .where("account_id", "=", account)
      .where("gate", "in", gates)
      .execute();
  });
}

/** As {@link setGates}, in a transaction that is open. */
export async function writeGates(
  transaction: Kysely<StoreTables>,
  now: number,
  account: string,
  gates: readonly string[],
  effect: GateEffect,
  who: string,
): Promise<void> {
  const change = { effect, changed_at: now, who };
  for (const gate of gates) {
    await transaction
      .insertInto("holdfast_gate_exceptions")
      .values({ account_id: account, gate, ...change })
      .onConflict((conflict) => conflict.columns(["account_id", "gate"]).doUpdateSet(change))
      .execute();
  }
}
