import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { sqlitePlace } from "../testing/places.js";
import { inTransaction } from "../units/in-transaction.js";
import type { Connections } from "./connections.js";
import { openSqlite } from "./sqlite.js";

/** Opens a file as two processes would: twice. */
async function withTwo(use: (one: Connections, other: Connections) => Promise<void>) {
  const place = await sqlitePlace();
  const file = join(place.options.dataFolder ?? "", "test.db");
  const opened = [openSqlite(file), openSqlite(file)] as const;
  try {
    await sql`create table kept (id integer primary key, name text)`.execute(opened[0].database);
    await use(...opened);
  } finally {
    for (const each of opened) await each.close();
    await place.remove();
  }
}

const add = ({ database }: Pick<Connections, "database">, id: number) =>
  sql`insert into kept (id) values (${id})`.execute(database);

describe("openSqlite", () => {
  test("writes to the disk before it says so", () =>
    withTwo(async ({ database, reader }) => {
      for (const connection of [database, reader]) {
        const pragma = async (name: string) =>
          Object.values(
            (await sql.raw<object>(`pragma ${name}`).execute(connection)).rows[0] ?? {},
          );
        expect(await pragma("journal_mode")).toEqual(["wal"]);
        expect(await pragma("synchronous")).toEqual([2]);
        expect(await pragma("foreign_keys")).toEqual([1]);
      }
    }));

  test("waits for another's transaction without stopping the event loop", () =>
    withTwo(async (one, other) => {
      let turns = 0;
      const ticking = setInterval(() => {
        turns += 1;
      }, 1);
      const waiting = inTransaction(one.database, async (database) => {
        await add({ database }, 1);
        const queued = add(other, 2);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { queued };
      });
      await (await waiting).queued;
      clearInterval(ticking);
      expect(turns).toBeGreaterThan(5);
      const { rows } = await sql<{ id: number }>`select id from kept`.execute(one.reader);
      expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
    }));

  test("reads what another has committed just now, each time", () =>
    withTwo(async (one, other) => {
      const count = async () =>
        (await sql<{ n: number }>`select count(*) as n from kept`.execute(one.reader)).rows[0]?.n;
      for (let id = 1; id <= 10; id += 1) {
        await add(other, id);
        expect(await count()).toBe(id);
      }
    }));

  test("a query that failed leaves its connection good", () =>
    withTwo(async (one) => {
      await add(one, 1);
      await expect(add(one, 1)).rejects.toThrow("UNIQUE");
      await add(one, 2);
      await expect(sql`insert into kept (id) values (3)`.execute(one.reader)).rejects.toThrow(
        "readonly",
      );
      const { rows } = await sql`select id from kept`.execute(one.reader);
      expect(rows).toHaveLength(2);
    }));

  test("sees a table that was changed", () =>
    withTwo(async ({ database }) => {
      const select = sql`select * from kept where id = ${1}`;
      await sql`insert into kept (id, name) values (1, 'a')`.execute(database);
      expect((await select.execute(database)).rows).toEqual([{ id: 1, name: "a" }]);
      await sql`alter table kept add column more text`.execute(database);
      expect((await select.execute(database)).rows).toEqual([{ id: 1, name: "a", more: null }]);
    }));

  test("forgets old statements when it keeps too many", () =>
    withTwo(async ({ reader }) => {
      for (let number = 0; number < 1100; number += 1) {
        const { rows } = await sql.raw<{ n: number }>(`select ${number} as n`).execute(reader);
        expect(rows).toEqual([{ n: number }]);
      }
    }));
});
