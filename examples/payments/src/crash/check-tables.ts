import { openStore, type Store } from "@holdfast/store";
import { sql } from "kysely";
import { checkMoney } from "./check-money.js";
import { groupBy } from "./group-by.js";
import type { Load } from "./load.js";
import { isAnswered, isDone, named } from "./order.js";
import type { Place } from "./places.js";
import { readTables, type Tables } from "./tables.js";

/** Looks into the database itself, behind the API; for when no server runs any more. */
export async function checkTables(place: Place, load: Load): Promise<readonly string[]> {
  const store = await openStore(place.store);
  try {
    const tables = await readTables(store);
    return [
      ...(await checkFile(store)),
      ...checkOrders(tables, load),
      ...checkEvents(tables),
      ...checkMoney(tables),
      ...checkAccounts(tables, load),
    ];
  } finally {
    await store.close();
  }
}

/** SQLite's own opinion of its file. */
async function checkFile({ dialect, database }: Store): Promise<readonly string[]> {
  if (dialect !== "sqlite") return [];
  const check = sql<{ integrity_check: string }>`pragma integrity_check`;
  const { rows } = await check.execute(database);
  return rows.map((row) => row.integrity_check).filter((verdict) => verdict !== "ok");
}

/** Each order made what it asked for once, and left one answer and each kind of event once. */
function checkOrders(tables: Tables, load: Load): readonly string[] {
  const { charges, customers, refunds, answers, events } = tables;
  const made = groupBy([...charges, ...customers, ...refunds], ({ metadata }) => metadata.marker);
  const kept = groupBy(answers, (key) => key);
  const told = groupBy(events, (event) => event.idempotency_key);
  return load.orders.flatMap((order) => {
    const { kind, keyed, marker } = order;
    const objects = made.get(marker)?.length ?? 0;
    const expected = isDone(order) && kind !== "capture" ? 1 : 0;
    const unknown = !keyed && !isAnswered(order) && objects === 1;
    const answered = keyed ? 1 : 0;
    const types = (told.get(marker) ?? []).map(({ type }) => type);
    const repeated = new Set(types).size !== types.length;
    const silent = keyed && isDone(order) === (types.length === 0);
    return [
      ...(objects === expected || unknown ? [] : [`${objects} objects in the database`]),
      ...((kept.get(marker)?.length ?? 0) === answered ? [] : [`not ${answered} stored answers`]),
      ...(repeated || silent ? [`told by the events [${types}]`] : []),
    ].map((problem) => `${problem}: ${named(order)}`);
  });
}

/** Each object was told of when it was made, in the same transaction. */
function checkEvents({ events, charges, customers, refunds }: Tables): readonly string[] {
  const births = /^(charge\.(succeeded|failed)|(customer|refund)\.created)$/;
  const born = groupBy(
    events.filter(({ type }) => births.test(type)),
    ({ after }) => after.id,
  );
  return [...charges, ...customers, ...refunds]
    .filter(({ id }) => born.get(id)?.length !== 1)
    .map(({ id }) => `${id} was told of ${born.get(id)?.length ?? 0} times`);
}

/** Eight first requests at once, and kills among them, opened each account once and pinned it once. */
function checkAccounts({ accounts, keys }: Tables, { shops }: Load): readonly string[] {
  const pinned = accounts.filter(({ pin, changes }) => pin !== null && Number(changes) === 1);
  const sound = pinned.length === shops.length && accounts.length === shops.length;
  return sound && keys === 2 * shops.length
    ? []
    : [
        `${shops.length} accounts expected, and twice as many keys (${keys}): ${JSON.stringify(accounts)}`,
      ];
}
