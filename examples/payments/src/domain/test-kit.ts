import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openStore } from "@holdfast/store";
import { createContext, type DomainContext } from "./context.js";
import { DomainFailure, type Failure } from "./failures.js";
import { paymentsMigrations } from "./migrations/index.js";
import type { CardInput } from "./network/examine-card.js";
import type { PaymentsDatabase } from "./schema.js";
import { events } from "./tables.js";

export interface TestDatabase {
  readonly db: PaymentsDatabase;
  /** Refuses whatever writes. */
  readonly reader: PaymentsDatabase;
  close(): Promise<void>;
}

/** Opens a SQLite file of its own or, where HOLDFAST_TEST_POSTGRES has its URL, a PostgreSQL database. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), "payments-"));
  const { HOLDFAST_TEST_POSTGRES: url } = process.env;
  const place = { dataFolder, pepper: "a pepper for tests only" };
  const store = await openStore(url === undefined ? place : { ...place, url });
  await migrate(store, "payments", paymentsMigrations);
  return {
    db: store.database.withTables(),
    reader: store.reader.withTables(),
    async close() {
      await store.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}

export interface World {
  readonly context: DomainContext;
  /** The same account with the other kind of data. */
  readonly otherMode: DomainContext;
  /** Lets time pass, in seconds. */
  pass(seconds: number): void;
  /** The types of all events so far, oldest first. */
  eventTypes(): Promise<readonly string[]>;
}

/** 2026-01-15T00:00:00Z */
export const START = 1_768_435_200;

let accounts = 0;

/** An account of its own, whose clock stands still until told. */
export function newWorld({ db }: TestDatabase): World {
  accounts += 1;
  let now = START;
  const owner = {
    account: `acct_${process.pid}_${Date.now()}_${accounts}`,
    pepper: "a test pepper",
  };
  const context = createContext({ ...owner, livemode: false, now: () => now });
  return {
    context,
    otherMode: createContext({ ...owner, livemode: true, now: () => now }),
    pass(seconds) {
      now += seconds;
    },
    async eventTypes() {
      const rows = await db
        .selectFrom("events")
        .select("data")
        .where("account", "=", context.account)
        .where("livemode", "=", 0)
        .orderBy("seq")
        .execute();
      return rows.map(({ data }) => events.parse(data).type);
    },
  };
}

/** A card hash of a number. */
export function cardOf(number: string, more: CardInput = {}): CardInput & { object: "card" } {
  return { object: "card", number, exp_month: 12, exp_year: 2030, cvc: "123", ...more };
}

export const TEST_BANK_ACCOUNT = {
  account_number: "000123456789",
  routing_number: "110000000",
  country: "US",
  currency: "usd",
  account_holder_name: "Jenny Rosen",
  account_holder_type: "individual",
} as const;

/** What work refuses with; throws if it does not refuse. */
export async function refusal(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainFailure) return error.failure;
    throw error;
  }
  throw new Error("the work did not refuse");
}
