import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { describeStore } from "./conformance.js";
import { openStore } from "./open-store.js";
import { notesOf, noteTransactor } from "./testing/notes.js";
import { type MakePlace, postgresPlace } from "./testing/places.js";
import { withStore } from "./testing/with-store.js";

const { HOLDFAST_TEST_POSTGRES: url, CI } = process.env;

if (url !== undefined) {
  describeStore("PostgreSQL", postgresPlace(url));
  describePostgresAlone(postgresPlace(url));
} else {
  test("PostgreSQL", (context) => {
    // scripts/postgres.sh starts one.
    expect(CI, "CI runs this suite: HOLDFAST_TEST_POSTGRES must be set").toBeUndefined();
    context.skip("skipped: needs PostgreSQL (HOLDFAST_TEST_POSTGRES)");
  });
}

/** What only a server does, or what only several machines see. */
function describePostgresAlone(makePlace: MakePlace): void {
  describe("PostgreSQL alone", () => {
    test("a unit that swallowed a failed query is not taken for kept", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const swallowing = transactor.write(async (unit) => {
          await notesOf(unit).add("a");
          await notesOf(unit)
            .fail()
            .catch(() => {});
        });
        await expect(swallowing).rejects.toMatchObject({ code: "transaction_undone" });
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual([]);
      }));

    test("a connection that breaks fails its unit, and nothing else", () =>
      withStore(makePlace, async (store) => {
        const transactor = await noteTransactor(store);
        const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = current_setting('application_name')
          and pid <> pg_backend_pid()`;
        const broken = transactor.write(async (unit) => {
          await notesOf(unit).add("a");
          await others.execute(store.database);
          await notesOf(unit).add("b");
        });
        await expect(broken).rejects.toThrow();
        await transactor.write((unit) => notesOf(unit).add("c"));
        expect(await transactor.read((unit) => notesOf(unit).ids())).toEqual(["c"]);
      }));

    test("another machine knows at once that a key is in flight", () =>
      withStore(makePlace, async (store, place) => {
        const other = await openStore(place.options);
        try {
          const here = await noteTransactor(store);
          const there = other.transactor(() => ({}));
          const key = { scope: "a", key: "once" };
          await here.write(async () => {
            expect(await there.write(async (unit) => unit.idempotency.state, key)).toBe(
              "in_flight",
            );
          }, key);
          expect(await there.write(async (unit) => unit.idempotency.state, key)).toBe("new");
        } finally {
          await other.close();
        }
      }));

    test("reads sums as numbers", () =>
      withStore(makePlace, async (store) => {
        const { rows } = await sql`select sum(n) as sum, count(*) as count
          from (values (1::bigint), (2::bigint)) as numbers (n)`.execute(store.reader);
        expect(rows).toEqual([{ sum: 3, count: 2 }]);
      }));
  });
}
