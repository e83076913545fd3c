import { sql } from "kysely";
import type { Owner } from "./context.js";
import type { PaymentsDatabase } from "./schema.js";

/**
 * The ledgers that money moves between: the account's own, the provider's fees, and the network,
 * which stands for the world outside.
 */
export type Ledger = "merchant" | "fees" | "network";

export interface LedgerEntry {
  readonly ledger: Ledger;
  readonly currency: string;
  /** Smallest currency unit, signed. */
  readonly amount: number;
}

/** Money into (or, negative, out of) the account's balance, and what that costs the account. */
export interface Movement {
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
}

/** The sides of a movement: what the account gets, what the fee takes, and where both come from. */
export function entriesOf({ amount, fee, currency }: Movement): readonly LedgerEntry[] {
  return [
    { ledger: "merchant", currency, amount: amount - fee },
    { ledger: "fees", currency, amount: fee },
    { ledger: "network", currency, amount: 0 - amount },
  ];
}

/** Throws unless the entries sum to zero in each currency. */
export function assertBalanced(entries: readonly LedgerEntry[]): void {
  const sums = new Map<string, number>();
  for (const { currency, amount } of entries) {
    if (!Number.isSafeInteger(amount)) throw new Error(`${amount} is no amount`);
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  for (const [currency, sum] of sums) {
    if (sum !== 0) throw new Error(`ledger entries in ${currency} sum to ${sum}, not to zero`);
  }
}

export interface Posting extends Owner {
  /** The balance transaction's id. */
  readonly transaction_id: string;
  readonly available_on: number;
  /** What kind of source the money came from. */
  readonly source_type: "card" | "bank_account";
}

/** Writes the entries of one ledger transaction, all or (not balanced) none. */
export async function post(
  db: PaymentsDatabase,
  { account, livemode, ...posting }: Posting,
  entries: readonly LedgerEntry[],
): Promise<void> {
  assertBalanced(entries);
  await db
    .insertInto("ledger_entries")
    .values(entries.map((entry) => ({ account, livemode: livemode ? 1 : 0, ...posting, ...entry })))
    .execute();
}

export interface LedgerSum {
  readonly currency: string;
  readonly source_type: string;
  readonly pending: number;
  readonly available: number;
}

/** Sums the account's own ledger by currency and source type, as of a moment in unix seconds. */
export async function sumsOf(
  db: PaymentsDatabase,
  owner: Owner,
  now: number,
): Promise<readonly LedgerSum[]> {
  const sumWhen = (comparison: "<=" | ">") =>
    sql<
      number | string
    >`sum(case when available_on ${sql.raw(comparison)} ${now} then amount else 0 end)`;
  const rows = await db
    .selectFrom("ledger_entries")
    .select(["currency", "source_type"])
    .select([sumWhen(">").as("pending"), sumWhen("<=").as("available")])
    .where("account", "=", owner.account)
    .where("livemode", "=", owner.livemode ? 1 : 0)
    .where("ledger", "=", "merchant")
    .groupBy(["currency", "source_type"])
    .orderBy("currency")
    .orderBy("source_type")
    .execute();
  return rows.map((row) => ({
    ...row,
    pending: Number(row.pending),
    available: Number(row.available),
  }));
}
