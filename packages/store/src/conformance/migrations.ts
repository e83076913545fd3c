import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { type Migration, migrate } from "../migrate.js";
import type { MakePlace } from "../testing/places.js";
import { withStore } from "../testing/with-store.js";

const table = (name: string): Migration => ({
  name,
  async up({ schema }) {
    await schema.createTable(`made_${name}`).addColumn("id", "text").execute();
  },
});

export function describeMigrations(name: string, makePlace: MakePlace): void {
  describe(`${name}: migrations`, () => {
    test("run once each, and apart from those of others", () =>
      withStore(makePlace, async (store) => {
        expect(await migrate(store, "app", [table("a")])).toEqual(["a"]);
        expect(await migrate(store, "app", [table("a"), table("b")])).toEqual(["b"]);
        expect(await migrate(store, "app", [table("a"), table("b")])).toEqual([]);
        const other = { ...table("a"), up: async () => {} };
        expect(await migrate(store, "other", [other])).toEqual(["a"]);
        const { rows } = await sql`select * from made_a, made_b`.execute(store.reader);
        expect(rows).toEqual([]);
      }));

    test("are all done or none", () =>
      withStore(makePlace, async (store) => {
        const failing: Migration = {
          name: "b",
          async up() {
            throw new Error("boom");
          },
        };
        await expect(migrate(store, "app", [table("a"), failing])).rejects.toThrow("boom");
        await expect(sql`select * from made_a`.execute(store.reader)).rejects.toThrow("made_a");
        expect(await migrate(store, "app", [table("a"), table("b")])).toEqual(["a", "b"]);
      }));

    test("run once when many start them at once", () =>
      withStore(makePlace, async (store) => {
        const runs = Array.from({ length: 5 }, () => migrate(store, "app", [table("a")]));
        expect((await Promise.all(runs)).flat()).toEqual(["a"]);
      }));

    test("leave alone what only a newer release knows", () =>
      withStore(makePlace, async (store) => {
        await migrate(store, "app", [table("a"), table("b")]);
        expect(await migrate(store, "app", [table("a")])).toEqual([]);
      }));

    test("refuse another order than that of their names", () =>
      withStore(makePlace, async (store) => {
        const outOfOrder = { code: "migrations_out_of_order" };
        for (const names of [
          ["b", "a"],
          ["a", "a"],
        ]) {
          await expect(migrate(store, "app", names.map(table))).rejects.toMatchObject(outOfOrder);
        }
        await migrate(store, "app", [table("a"), table("c")]);
        const late = migrate(store, "app", ["a", "b", "c"].map(table));
        await expect(late).rejects.toMatchObject(outOfOrder);
      }));
  });
}
