import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { build } from "./build.js";
import { drill } from "./drill.js";
import { killMigrations } from "./kill-migrations.js";
import { type MakePlace, onPlace, postgresPlace, sqlitePlace } from "./places.js";

const {
  HOLDFAST_TEST_POSTGRES: postgres,
  HOLDFAST_CRASH_SEED,
  HOLDFAST_CRASH_KILLS,
  CI,
} = process.env;

/** HOLDFAST_CRASH_SEED repeats a run's choices, as far as two runs are alike. */
const seed = Number(HOLDFAST_CRASH_SEED ?? randomInt(2 ** 31));

/** HOLDFAST_CRASH_KILLS asks for more than the suite's 50. */
const kills = Number(HOLDFAST_CRASH_KILLS ?? 50);

/** How many problems a failure shows: the first ones are the telling ones. */
const SHOWN = 20;

beforeAll(build, 120_000);

describeCrashes("SQLite", sqlitePlace);

if (postgres !== undefined) {
  describeCrashes("PostgreSQL", postgresPlace(postgres));
} else {
  test("PostgreSQL", (context) => {
    // scripts/postgres.sh starts one.
    expect(CI, "CI runs this suite: HOLDFAST_TEST_POSTGRES must be set").toBeUndefined();
    context.skip("skipped: needs PostgreSQL (HOLDFAST_TEST_POSTGRES)");
  });
}

function describeCrashes(database: string, makePlace: MakePlace): void {
  describe(`a server on ${database}, killed with SIGKILL`, () => {
    test(
      `${kills} times under load, loses nothing that was acknowledged and repeats nothing that has a key`,
      { timeout: 180_000 + kills * 10_000 },
      () =>
        withSeed(async () => {
          const report = await onPlace(makePlace, (place) => drill(place, seed, kills));
          const { problems, ...figures } = report;
          console.log(`${database}, seed ${seed}: ${JSON.stringify(figures)}`);
          expect(problems.slice(0, SHOWN)).toEqual([]);
          expect(figures.kills).toBe(kills);
          // Else nothing was put to the test.
          expect(figures.acknowledged).toBeGreaterThan(kills);
          expect(figures.recovered).toBeGreaterThan(0);
        }),
    );

    test("while it makes its tables, starts cleanly afterwards", { timeout: 400_000 }, () =>
      withSeed(async () => {
        const { problems, ...figures } = await killMigrations(makePlace, seed);
        console.log(`${database}, seed ${seed}: ${JSON.stringify(figures)}`);
        expect(problems.slice(0, SHOWN)).toEqual([]);
        expect(figures.killedBeforeListening).toBeGreaterThan(0);
      }),
    );
  });
}

/** Whatever fails says how to try again. */
async function withSeed(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (failure instanceof Error)
      failure.message = `HOLDFAST_CRASH_SEED=${seed}\n${failure.message}`;
    throw failure;
  }
}
