import type { Expression, Kysely, SqlBool } from "kysely";
import type { Owner } from "./context.js";
import { invalid, missing } from "./failures.js";
import type { RecordTable, StoredRecord } from "./record-table.js";
import type { PaymentsDatabase, RecordColumns } from "./schema.js";

/** Which part of a list is asked for. A cursor is the id of a record in the list. */
export interface PageRequest {
  /** 1 to 100; 10 unless told. */
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
  /** How many to skip: the paging of versions before cursors. */
  readonly offset?: number | undefined;
}

/** Part of a list, newest first. */
export interface Page<R> {
  readonly data: readonly R[];
  /** Whether there is more in the direction of paging. */
  readonly has_more: boolean;
  /** How many the whole list holds; counted when asked. */
  total(): Promise<number>;
}

interface Place {
  readonly created: number;
  readonly seq: number;
  readonly id: string;
}

function checkedLimit(limit = 10): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw invalid("parameter_invalid_integer", "limit", "A page holds 1 to 100 objects.");
}

/** Reads one page of a table's records, held to their owner and to the conditions. */
export async function page<R extends StoredRecord>(
  db: PaymentsDatabase,
  owner: Owner,
  table: RecordTable<R>,
  request: PageRequest,
  conditions: readonly Expression<SqlBool>[] = [],
): Promise<Page<R>> {
  const limit = checkedLimit(request.limit);
  const { starting_after, ending_before, offset = 0 } = request;
  if (starting_after !== undefined && ending_before !== undefined) {
    throw invalid(null, "ending_before", "Give starting_after or ending_before, not both.");
  }
  if (!Number.isInteger(offset) || offset < 0) {
    throw invalid("parameter_invalid_integer", "offset", "offset is a whole number, 0 or more.");
  }
  const records = db as unknown as Kysely<{ record: RecordColumns }>;
  const all = records
    .selectFrom(table.name as string as "record")
    .where("account", "=", owner.account)
    .where("livemode", "=", owner.livemode ? 1 : 0)
    .where((eb) => eb.and([...conditions]));

  async function placeOf(id: string, param: string): Promise<Place> {
    const row = await records
      .selectFrom(table.name as string as "record")
      .select(["created", "seq"])
      .where("account", "=", owner.account)
      .where("livemode", "=", owner.livemode ? 1 : 0)
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw missing(table.name.replace(/s$/, ""), id, param);
    return { created: Number(row.created), seq: Number(row.seq), id };
  }

  const backwards = ending_before !== undefined;
  const direction = backwards ? "asc" : "desc";
  let query = all
    .select("data")
    .orderBy("created", direction)
    .orderBy("seq", direction)
    .orderBy("id", direction)
    .limit(limit + 1);
  if (offset > 0) query = query.offset(offset);
  const cursor = backwards
    ? await placeOf(ending_before, "ending_before")
    : starting_after !== undefined
      ? await placeOf(starting_after, "starting_after")
      : undefined;
  if (cursor !== undefined) {
    const beyond = backwards ? ">" : "<";
    query = query.where((eb) =>
      eb.or([
        eb("created", beyond, cursor.created),
        eb.and([
          eb("created", "=", cursor.created),
          eb.or([
            eb("seq", beyond, cursor.seq),
            eb.and([eb("seq", "=", cursor.seq), eb("id", beyond, cursor.id)]),
          ]),
        ]),
      ]),
    );
  }
  const rows = await query.execute();
  const data = rows.slice(0, limit).map((row) => table.parse(row.data));
  return {
    data: backwards ? data.reverse() : data,
    has_more: rows.length > limit,
    async total() {
      const row = await all
        .select((eb) => eb.fn.countAll<number | string>().as("total"))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
  };
}
