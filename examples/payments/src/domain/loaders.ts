import type {
  BalanceTransactionRecord,
  CardRecord,
  ChargeRecord,
  CustomerRecord,
  DisputeRecord,
  RefundRecord,
  SourceRecord,
} from "../records/index.js";
import { asOf } from "./balance-transactions.js";
import type { DomainContext, Owner } from "./context.js";
import { disputeAsOf } from "./disputes.js";
import type { PaymentsDatabase } from "./schema.js";
import * as tables from "./tables.js";

// Each loader makes one query, held to its owner. Ids that are not there are not in the map.

export type ById<R> = ReadonlyMap<string, R>;

export function chargesByIds(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ById<ChargeRecord>> {
  return tables.charges.findMany(db, owner, ids);
}

export function refundsByIds(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ById<RefundRecord>> {
  return tables.refunds.findMany(db, owner, ids);
}

/** Customers, deleted ones included. */
export function customersByIds(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ById<CustomerRecord>> {
  return tables.customers.findMany(db, owner, ids);
}

/** Cards and bank accounts of customers. */
export function sourcesByIds(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ById<SourceRecord>> {
  return tables.sources.findMany(db, owner, ids);
}

/** Cards of customers; ids of bank accounts are left out. */
export async function cardsByIds(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ById<CardRecord>> {
  const found = await tables.sources.findMany(db, owner, ids);
  return new Map(
    [...found].flatMap(([id, source]) => (source.object === "card" ? [[id, source]] : [])),
  );
}

export async function balanceTransactionsByIds(
  db: PaymentsDatabase,
  context: DomainContext,
  ids: readonly string[],
): Promise<ById<BalanceTransactionRecord>> {
  const now = context.now();
  const found = await tables.balanceTransactions.findMany(db, context, ids);
  return new Map([...found].map(([id, record]) => [id, asOf(record, now)]));
}

export async function disputesByIds(
  db: PaymentsDatabase,
  context: DomainContext,
  ids: readonly string[],
): Promise<ById<DisputeRecord>> {
  const now = context.now();
  const found = await tables.disputes.findMany(db, context, ids);
  return new Map([...found].map(([id, dispute]) => [id, disputeAsOf(dispute, now)]));
}

/** Which of the customers have a charge that is authorized and not yet captured. */
export async function uncapturedByCustomers(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("charges")
    .select("customer")
    .distinct()
    .where("account", "=", owner.account)
    .where("livemode", "=", owner.livemode ? 1 : 0)
    .where("customer", "in", [...new Set(ids)])
    .where("uncaptured", "=", 1)
    .execute();
  return new Set(rows.flatMap(({ customer }) => (customer === null ? [] : [customer])));
}
