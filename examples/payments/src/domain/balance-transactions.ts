import { expressionBuilder } from "kysely";
import type { BalanceTransactionRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { missing } from "./failures.js";
import { type Page, type PageRequest, page } from "./paging.js";
import { type TimeRange, within } from "./range.js";
import type { PaymentsDatabase, PaymentsTables } from "./schema.js";
import { balanceTransactions } from "./tables.js";

/** The transaction as of a moment: its money becomes available by time alone, with no write. */
export function asOf(record: BalanceTransactionRecord, now: number): BalanceTransactionRecord {
  return { ...record, status: record.available_on > now ? "pending" : "available" };
}

export async function retrieveBalanceTransaction(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<BalanceTransactionRecord> {
  const record = await balanceTransactions.find(db, context, id);
  if (record === undefined) throw missing("balance_transaction", id, "id");
  return asOf(record, context.now());
}

export interface BalanceTransactionFilters {
  readonly type?: string | undefined;
  /** The id of a charge, refund or dispute. */
  readonly source?: string | undefined;
  /** The id of a charge, for it and its refunds and dispute; or of one of those alone. */
  readonly about?: string | undefined;
  readonly currency?: string | undefined;
  readonly created?: TimeRange | undefined;
  readonly available_on?: TimeRange | undefined;
  readonly payout?: string | undefined;
}

/** Lists balance transactions, newest first. A payout is refused as missing: nothing pays out here. */
export async function listBalanceTransactions(
  db: PaymentsDatabase,
  context: DomainContext,
  request: PageRequest & BalanceTransactionFilters,
): Promise<Page<BalanceTransactionRecord>> {
  if (request.payout !== undefined) throw missing("payout", request.payout, "payout");
  const eb = expressionBuilder<PaymentsTables, "balance_transactions">();
  const equal = (["type", "source", "currency"] as const).flatMap((column) => {
    const value = request[column];
    return value === undefined ? [] : [eb(column, "=", value)];
  });
  const { about } = request;
  const found = await page(db, context, balanceTransactions, request, [
    ...equal,
    ...(about === undefined ? [] : [eb.or([eb("source", "=", about), eb("charge", "=", about)])]),
    ...within("created", request.created),
    ...within("available_on", request.available_on),
  ]);
  const now = context.now();
  return { ...found, data: found.data.map((record) => asOf(record, now)) };
}
