import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openStore } from "@holdfast/store";
import type { RateLimit, RequestEntry, RunningApi } from "holdfast";
import { type Caller, type TestCaller, testKit } from "holdfast/testing";
import { sql } from "kysely";
import { api } from "../app.js";
import {
  hideCardNumbers,
  type PaymentsDatabase,
  type PaymentsTables,
  paymentsMigrations,
} from "../domain/index.js";
import type { World } from "../services.js";
import { settleAll } from "./settle-all.fixture.js";

/** 2026-11-02T00:00:00Z, when time starts in these tests. */
export const START = 1_793_577_600;

/** The payments API over a database of its own, called in-process. */
export interface Payments {
  callAs(caller?: Caller): TestCaller;
  readonly running: RunningApi;
  readonly db: PaymentsDatabase;
  /** What made requests fail with a 500. */
  readonly failures: unknown[];
  /** What the request log was told. */
  readonly log: RequestEntry[];
  /** Lets time pass, in seconds, and does what is due then. */
  pass(seconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the payments API on a SQLite file of its own, at a clock that stands still until told. */
export async function openPayments(options: { rateLimit?: RateLimit } = {}): Promise<Payments> {
  const dataFolder = await mkdtemp(join(tmpdir(), "payments-api-"));
  const store = await openStore({ dataFolder, pepper: "a pepper for tests only" });
  await migrate(store, "payments", paymentsMigrations);
  let now = START;
  const world: World = { pepper: "fingerprints of tests", now: () => now };
  const failures: unknown[] = [];
  const log: RequestEntry[] = [];
  const kit = await testKit(api, {
    ...options,
    redact: hideCardNumbers,
    transactor: store.transactor<PaymentsTables>((db) => ({ db, world })),
    onFailure: (failure) => failures.push(failure),
    onRequest: (entry) => log.push(entry),
  });
  const db: PaymentsDatabase = store.database.withTables();
  // Nothing here outlives a crash, so that nothing need wait for the disk.
  await sql`pragma synchronous = off`.execute(db);
  return {
    callAs: kit.callAs,
    running: kit.running,
    db,
    failures,
    log,
    async pass(seconds) {
      now += seconds;
      await settleAll(db, world);
    },
    async close() {
      await kit.stop();
      await store.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}
