import type {
  BalanceTransactionRecord,
  BalanceTransactionType,
  ChargeRecord,
  FeeDetail,
} from "../records/index.js";
import type { DomainContext } from "./context.js";
import { totalFee } from "./fees.js";
import { entriesOf, post } from "./ledger.js";
import type { PaymentsDatabase } from "./schema.js";
import { balanceTransactions } from "./tables.js";

export interface BalanceMovement {
  readonly type: BalanceTransactionType;
  readonly reporting_category: BalanceTransactionRecord["reporting_category"];
  /** Smallest unit of the charge's currency; negative takes money from the balance. */
  readonly amount: number;
  readonly fees: readonly FeeDetail[];
  /** The id of what moves the money. */
  readonly source: string;
  readonly charge: ChargeRecord;
  readonly description: string | null;
  readonly available_on: number;
}

/** Moves money in the ledger and keeps the balance transaction that says so. */
export async function moveBalance(
  db: PaymentsDatabase,
  context: DomainContext,
  { fees, charge, ...movement }: BalanceMovement,
): Promise<BalanceTransactionRecord> {
  const fee = totalFee(fees);
  const now = context.now();
  const record: BalanceTransactionRecord = {
    ...movement,
    id: context.newId("txn"),
    account: context.account,
    livemode: context.livemode,
    created: now,
    currency: charge.currency,
    exchange_rate: null,
    fee,
    fee_details: fees,
    net: movement.amount - fee,
    status: movement.available_on > now ? "pending" : "available",
    charge: charge.id,
  };
  await balanceTransactions.insert(db, record);
  await post(
    db,
    {
      account: context.account,
      livemode: context.livemode,
      transaction_id: record.id,
      available_on: record.available_on,
      source_type: charge.source.object,
    },
    entriesOf({ amount: record.amount, fee, currency: record.currency }),
  );
  return record;
}

/** When money that leaves the balance does so: with the charge's money while that is pending, else now. */
export async function leavesOn(
  db: PaymentsDatabase,
  context: DomainContext,
  charge: ChargeRecord,
): Promise<number> {
  const came =
    charge.balance_transaction === null
      ? undefined
      : await balanceTransactions.find(db, context, charge.balance_transaction);
  return Math.max(context.now(), came?.available_on ?? 0);
}
