import type { Kysely } from "kysely";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";
import { inTransaction } from "../units/in-transaction.js";
import { lockAccount } from "./account-row.js";

/** One change of an account's pin. */
export interface PinChange {
  readonly at: Date;
  readonly who: string;
  readonly from: string | null;
  readonly to: string;
}

/** Who the history names for a pin that came with an account's first request. */
const firstRequest = "first request";

/** Holds an account at a version, from its next request on. */
export async function setPin(
  { database, clock }: StoreContext,
  account: string,
  version: string,
  who: string,
): Promise<void> {
  await inTransaction(database, (transaction) =>
    writePin(transaction, clock(), account, version, who),
  );
}

/** As {@link setPin}, in a transaction that is open. A pin that stays as it is, is no change. */
export async function writePin(
  transaction: Kysely<StoreTables>,
  now: number,
  account: string,
  version: string,
  who: string,
): Promise<void> {
  const { pin } = await lockAccount(transaction, account);
  if (pin !== version) await recordPin(transaction, now, account, pin, version, who);
}

export async function pinIfAbsent(
  { database, clock }: StoreContext,
  account: string,
  version: string,
): Promise<string> {
  return inTransaction(database, async (transaction) => {
    const { pin } = await lockAccount(transaction, account);
    if (pin !== null) return pin;
    await recordPin(transaction, clock(), account, null, version, firstRequest);
    return version;
  });
}

/** An account's pins, oldest change first. */
export async function pinHistory(
  { reader }: StoreContext,
  account: string,
): Promise<readonly PinChange[]> {
  const rows = await reader
    .selectFrom("holdfast_pin_changes")
    .selectAll()
    .where("account_id", "=", account)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    at: new Date(row.changed_at),
    who: row.who,
    from: row.from_version,
    to: row.to_version,
  }));
}

/** Needs the account's lock: the next position is read and then written. */
async function recordPin(
  transaction: Kysely<StoreTables>,
  now: number,
  account: string,
  from: string | null,
  to: string,
  who: string,
): Promise<void> {
  await transaction
    .updateTable("holdfast_accounts")
    .set({ pin: to })
    .where("id", "=", account)
    .execute();
  const { last } = await transaction
    .selectFrom("holdfast_pin_changes")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("account_id", "=", account)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("holdfast_pin_changes")
    .values({
      account_id: account,
      position: (last ?? 0) + 1,
      changed_at: now,
      who,
      from_version: from,
      to_version: to,
    })
    .execute();
}
