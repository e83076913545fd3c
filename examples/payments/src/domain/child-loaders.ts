import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import type { RefundRecord, SourceRecord } from "../records/index.js";
import type { Owner } from "./context.js";
import type { RecordTable, StoredRecord } from "./record-table.js";
import type { PaymentsDatabase, PaymentsTables, RecordColumns } from "./schema.js";
import { refunds, sources } from "./tables.js";

/** The newest of what belongs to one parent, and how many there are. */
export interface Children<R> {
  readonly data: readonly R[];
  readonly has_more: boolean;
  readonly total: number;
}

export interface ChildOptions {
  /** How many for each parent; 10 unless told. */
  readonly limit?: number | undefined;
}

/** Loads the children of many parents in one query; a parent without any has an empty entry. */
async function childrenOf<R extends StoredRecord>(
  db: PaymentsDatabase,
  owner: Owner,
  table: RecordTable<R>,
  column: string,
  parents: readonly string[],
  conditions: readonly Expression<SqlBool>[],
  limit: number,
): Promise<ReadonlyMap<string, Children<R>>> {
  const result = new Map<string, { data: R[]; has_more: boolean; total: number }>();
  for (const id of parents) result.set(id, { data: [], has_more: false, total: 0 });
  if (parents.length === 0) return result;
  const records = db as unknown as Kysely<{ record: RecordColumns }>;
  const parent = sql.ref<string>(column);
  const rows = await records
    .selectFrom((from) =>
      from
        .selectFrom(table.name as string as "record")
        .select([
          "data",
          parent.as("parent"),
          sql<number>`row_number() over (partition by ${parent} order by created desc, seq desc, id desc)`.as(
            "place",
          ),
          sql<number | string>`count(*) over (partition by ${parent})`.as("total"),
        ])
        .where("account", "=", owner.account)
        .where("livemode", "=", owner.livemode ? 1 : 0)
        .where(parent, "in", [...result.keys()])
        .where((eb) => eb.and([...conditions]))
        .as("ranked"),
    )
    .select(["parent", "data", "total"])
    .where("place", "<=", limit)
    .orderBy("place")
    .execute();
  for (const row of rows) {
    const entry = result.get(row.parent);
    if (entry === undefined) continue;
    entry.data.push(table.parse(row.data));
    entry.total = Number(row.total);
    entry.has_more = entry.total > limit;
  }
  return result;
}

export interface RefundsByChargesOptions extends ChildOptions {
  /** With the refunds that the system makes when bank debits fail; without them unless told. */
  readonly include_system?: boolean | undefined;
}

/** The newest refunds of each charge. */
export function refundsByCharges(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
  options: RefundsByChargesOptions = {},
): Promise<ReadonlyMap<string, Children<RefundRecord>>> {
  const eb = expressionBuilder<PaymentsTables, "refunds">();
  const conditions = options.include_system ? [] : [eb("system", "=", 0)];
  return childrenOf(db, owner, refunds, "charge", ids, conditions, options.limit ?? 10);
}

export interface SourcesByCustomersOptions extends ChildOptions {
  readonly object?: SourceRecord["object"] | undefined;
}

/** The newest sources of each customer, of one kind where told. */
export function sourcesByCustomers(
  db: PaymentsDatabase,
  owner: Owner,
  ids: readonly string[],
  options: SourcesByCustomersOptions = {},
): Promise<ReadonlyMap<string, Children<SourceRecord>>> {
  const eb = expressionBuilder<PaymentsTables, "sources">();
  const conditions = options.object === undefined ? [] : [eb("object", "=", options.object)];
  return childrenOf(db, owner, sources, "customer", ids, conditions, options.limit ?? 10);
}
