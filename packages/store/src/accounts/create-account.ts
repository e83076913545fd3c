import type { Mode } from "holdfast";
import type { Kysely } from "kysely";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";
import { StoreError } from "../errors.js";
import { insertKey } from "../keys/insert-key.js";
import { newId } from "../keys/key-text.js";
import { inTransaction } from "../units/in-transaction.js";
import { readAccounts, type StoredAccount } from "./account-row.js";
import { writeGates } from "./gates.js";
import { writePin } from "./pins.js";

/** An account to open; what is left out has a default. */
export interface NewAccount {
  /** "acct_" and 16 random characters if left out. */
  readonly id?: string;
  /** The version to hold it at; else its first request pins it. */
  readonly pin?: string;
  readonly granted?: readonly string[];
  readonly revoked?: readonly string[];
  /** The mode of its first two keys; "test" if left out. */
  readonly mode?: Mode;
  /** Who opens it, for the histories; "system" if left out. */
  readonly who?: string;
}

/** An account just opened, with the only sight that there will be of its keys. */
export interface OpenedAccount {
  readonly account: StoredAccount;
  readonly secretKey: string;
  readonly publishableKey: string;
}

export async function createAccount(
  context: StoreContext,
  options: NewAccount = {},
): Promise<OpenedAccount> {
  const { id = newId("acct"), pin, granted = [], revoked = [], mode = "test" } = options;
  const { who = "system" } = options;
  const twice = granted.find((gate) => revoked.includes(gate));
  if (twice !== undefined) {
    throw new StoreError("invalid_argument", `The gate ${twice} is both granted and revoked.`);
  }
  return inTransaction(context.database, async (transaction) => {
    await insertAccount(transaction, id, context.clock());
    if (pin !== undefined) await writePin(transaction, context.clock(), id, pin, who);
    await writeGates(transaction, context.clock(), id, granted, "granted", who);
    await writeGates(transaction, context.clock(), id, revoked, "revoked", who);
    const secret = await insertKey(context, transaction, id, { kind: "secret", mode });
    const publishable = await insertKey(context, transaction, id, { kind: "publishable", mode });
    const [account] = await readAccounts(transaction, [id]);
    if (account === undefined) throw new Error(`The account ${id} was not stored.`);
    return { account, secretKey: secret.text, publishableKey: publishable.text };
  });
}

/** @throws StoreError "account_exists" */
export async function insertAccount(
  transaction: Kysely<StoreTables>,
  id: string,
  now: number,
): Promise<void> {
  const inserted = await transaction
    .insertInto("holdfast_accounts")
    .values({ id, pin: null, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) {
    throw new StoreError("account_exists", `There is an account ${id} already.`);
  }
}
