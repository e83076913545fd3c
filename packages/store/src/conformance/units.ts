import { describe, expect, test } from "vitest";
import { notesOf, noteTransactor } from "../testing/notes.js";
import type { MakePlace } from "../testing/places.js";
import { withStore } from "../testing/with-store.js";

const answer = { status: 200, headers: {}, body: "" };

export function describeUnits(name: string, makePlace: MakePlace): void {
  describe(`${name}: units of work`, () => {
    test("keep all that they wrote, or nothing", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const ids = () => transactor.read((unit) => notesOf(unit).ids());
        await transactor.write(async (unit) => {
          await notesOf(unit).add("a");
          await notesOf(unit).add("b");
        });
        const failing = transactor.write(async (unit) => {
          await notesOf(unit).add("c");
          throw new Error("boom");
        });
        await expect(failing).rejects.toThrow("boom");
        expect(await ids()).toEqual(["a", "b"]);
      }));

    test("keep their answer and the application's records together, or neither", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const key = { scope: "a", key: "once" };
        const attempt = (fails: boolean) =>
          transactor.write(async (unit) => {
            await notesOf(unit).add("a");
            await unit.keepAnswer("print", answer);
            if (fails) throw new Error("boom");
          }, key);
        await expect(attempt(true)).rejects.toThrow("boom");
        await attempt(false);
        const state = await transactor.write(async (unit) => unit.idempotency.state, key);
        expect(state).toBe("answered");
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual(["a"]);
      }));

    test("are not seen before their commit, and reads do not wait for them", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const ids = () => transactor.read((unit) => notesOf(unit).ids());
        await transactor.write(async (unit) => {
          await notesOf(unit).add("a");
          expect(await notesOf(unit).ids()).toEqual(["a"]);
          expect(await ids()).toEqual([]);
        });
        expect(await ids()).toEqual(["a"]);
      }));

    test("undo a part alone", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const result = await transactor.write(async (unit) => {
          await notesOf(unit).add("a");
          const undone = unit.savepoint(async () => {
            await notesOf(unit).add("b");
            await unit.savepoint(() => notesOf(unit).add("c"));
            await notesOf(unit).fail();
          });
          await expect(undone).rejects.toThrow("no_such_table");
          return unit.savepoint(async () => {
            await notesOf(unit).add("d");
            return "done";
          });
        });
        expect(result).toBe("done");
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual(["a", "d"]);
      }));

    test("refuse to write where they were opened to read", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const refusal = { code: "written_in_a_read" };
        const reading = transactor.read((unit) => notesOf(unit).add("a"));
        await expect(reading).rejects.toMatchObject(refusal);
        const key = { scope: "a", key: "once" };
        await transactor.write(async () => {
          const other = transactor.write((unit) => notesOf(unit).add("a"), key);
          await expect(other).rejects.toMatchObject(refusal);
        }, key);
        expect(await transactor.read((unit) => unit.savepoint(() => notesOf(unit).ids()))).toEqual(
          [],
        );
      }));

    test("refuse a query that comes after their end", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const late = await transactor.write(async (unit) => notesOf(unit));
        await expect(late.add("a")).rejects.toThrow("committed");
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual([]);
      }));

    test("two hundred at once all succeed", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const names = Array.from({ length: 200 }, (_, index) => String(index).padStart(3, "0"));
        await Promise.all(
          names.map((id) =>
            transactor.write(async (unit) => {
              await notesOf(unit).ids();
              await notesOf(unit).add(id);
            }),
          ),
        );
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual(names);
      }));

    test("store text as it is, and refuse what the database would change", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const id = "é😀 '\"\\ \n\u{1f3f4} ;--";
        await transactor.write((unit) => notesOf(unit).add(id));
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual([id]);
        const refused = transactor.write((unit) => notesOf(unit).add("a\0b"));
        await expect(refused).rejects.toMatchObject({ code: "value_not_storable" });
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual([id]);
      }));

    test("purge answers that have expired", async () => {
      let now = 1_000_000;
      await withStore(
        makePlace,
        async (store) => {
          const transactor = await noteTransactor(store);
          const keep = (key: string) =>
            transactor.write((unit) => unit.keepAnswer("print", answer), { scope: "a", key });
          await keep("old");
          now += 60_000;
          await keep("young");
          now += 24 * 60 * 60 * 1000 - 60_000;
          expect(await store.purgeExpired()).toBe(1);
          expect(await store.purgeExpired()).toBe(0);
        },
        { clock: () => now },
      );
    });
  });
}
