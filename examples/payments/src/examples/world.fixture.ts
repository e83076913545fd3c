import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExampleWorld } from "@holdfast/docs/samples";
import { migrate, openStore } from "@holdfast/store";
import { sql } from "kysely";
import { type PaymentsDatabase, type PaymentsTables, paymentsMigrations } from "../domain/index.js";
import type { World } from "../services.js";
import { settleAll } from "../testing/settle-all.fixture.js";

/** 2026-11-02T09:30:00Z, when every example begins. */
const START = 1_793_611_800;

const TABLES = [
  "charges",
  "refunds",
  "customers",
  "sources",
  "tokens",
  "balance_transactions",
  "disputes",
  "events",
  "ledger_entries",
] as const satisfies readonly (keyof PaymentsTables)[];

/** A world for examples: ids, time and fingerprints are the same each time. */
export interface PaymentsWorld extends ExampleWorld {
  close(): Promise<void>;
}

/** Opens a world on a SQLite file of its own. */
export async function openWorld(): Promise<PaymentsWorld> {
  const dataFolder = await mkdtemp(join(tmpdir(), "payments-examples-"));
  const store = await openStore({ dataFolder, pepper: "a pepper for examples only" });
  await migrate(store, "payments", paymentsMigrations);
  const db: PaymentsDatabase = store.database.withTables();
  // Nothing here outlives a crash, so that nothing need wait for the disk.
  await sql`pragma synchronous = off`.execute(db);
  let now = START;
  let ids = new Map<string, number>();
  const world: World = {
    pepper: "examples",
    now: () => now,
    newId(prefix) {
      const number = (ids.get(prefix) ?? 0) + 1;
      ids.set(prefix, number);
      return `${prefix}_${letters(`${prefix} ${number}`)}`;
    },
  };
  return {
    transactor: store.transactor<PaymentsTables>((tables) => ({ db: tables, world })),
    async clear() {
      for (const table of TABLES) await db.deleteFrom(table).execute();
      now = START;
      ids = new Map();
    },
    hold() {
      const before = { now, ids: new Map(ids) };
      return () => {
        now = before.now;
        ids = before.ids;
      };
    },
    async pass(seconds) {
      now += seconds;
      await settleAll(db, world);
    },
    async close() {
      await store.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}

/** Letters and digits that look like those of an id, and follow from a text. */
function letters(text: string): string {
  const digest = createHash("sha512").update(text).digest("base64");
  return digest.replace(/[^A-Za-z0-9]/g, "").slice(0, 24);
}
