import type { Kysely } from "kysely";
import type { OwnedRecord } from "../records/index.js";
import type { Owner } from "./context.js";
import type { PaymentsDatabase, RecordColumns, RecordTables } from "./schema.js";
import { nextSequence } from "./sequence.js";

export interface StoredRecord extends OwnedRecord {
  readonly created: number;
}

/** Storing and finding the records of one table. */
export interface RecordTable<R extends StoredRecord> {
  readonly name: keyof RecordTables;
  /** Adds a record. Says false, and adds nothing, if the id is taken. */
  insert(db: PaymentsDatabase, record: R): Promise<boolean>;
  /** Overwrites a record that is there. */
  replace(db: PaymentsDatabase, record: R): Promise<void>;
  remove(db: PaymentsDatabase, record: R): Promise<void>;
  find(db: PaymentsDatabase, owner: Owner, id: string): Promise<R | undefined>;
  /** Like find, and keeps every other transaction from changing the record until this one ends. */
  lock(db: PaymentsDatabase, owner: Owner, id: string): Promise<R | undefined>;
  /** One query for all; ids that are not there are not in the map. */
  findMany(
    db: PaymentsDatabase,
    owner: Owner,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, R>>;
  parse(data: string): R;
}

/** The columns beside the common ones, computed from a record. */
type OwnColumns<T extends keyof RecordTables> = Omit<RecordTables[T], keyof RecordColumns>;

/** The one shape that all record tables share, under a stand-in name. */
interface SharedTables {
  record: RecordColumns;
}

/** Makes the access to one table; `columns` keeps its columns in step with the record. */
export function recordTable<R extends StoredRecord, T extends keyof RecordTables>(
  name: T,
  columns: (record: R) => OwnColumns<T>,
): RecordTable<R> {
  const shared = (db: PaymentsDatabase) => db as unknown as Kysely<SharedTables>;
  const table = name as string as "record";
  const mode = (owner: Owner) => (owner.livemode ? 1 : 0);
  const parse = (data: string) => JSON.parse(data) as R;
  const changing = (record: R) => ({ data: JSON.stringify(record), ...columns(record) });

  return {
    name,
    parse,
    async find(db, owner, id) {
      const row = await shared(db)
        .selectFrom(table)
        .select("data")
        .where("account", "=", owner.account)
        .where("livemode", "=", mode(owner))
        .where("id", "=", id)
        .executeTakeFirst();
      return row && parse(row.data);
    },
    async insert(db, record) {
      const result = await shared(db)
        .insertInto(table)
        .values({
          id: record.id,
          account: record.account,
          livemode: mode(record),
          created: record.created,
          seq: nextSequence(),
          ...changing(record),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async replace(db, record) {
      await shared(db)
        .updateTable(table)
        .set(changing(record))
        .where("account", "=", record.account)
        .where("livemode", "=", mode(record))
        .where("id", "=", record.id)
        .execute();
    },
    async remove(db, record) {
      await shared(db)
        .deleteFrom(table)
        .where("account", "=", record.account)
        .where("livemode", "=", mode(record))
        .where("id", "=", record.id)
        .execute();
    },
    async lock(db, owner, id) {
      // An update that changes nothing locks the row on PostgreSQL and the file on SQLite.
      const row = await shared(db)
        .updateTable(table)
        .set((eb) => ({ livemode: eb.ref("livemode") }))
        .where("account", "=", owner.account)
        .where("livemode", "=", mode(owner))
        .where("id", "=", id)
        .returning("data")
        .executeTakeFirst();
      return row && parse(row.data);
    },
    async findMany(db, owner, ids) {
      if (ids.length === 0) return new Map();
      const rows = await shared(db)
        .selectFrom(table)
        .select(["id", "data"])
        .where("account", "=", owner.account)
        .where("livemode", "=", mode(owner))
        .where("id", "in", [...new Set(ids)])
        .execute();
      return new Map(rows.map((row) => [row.id, parse(row.data)]));
    },
  };
}
