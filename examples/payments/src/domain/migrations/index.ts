import type { Kysely } from "kysely";
import * as records from "./001-records.js";
import * as ledger from "./002-ledger.js";

export interface PaymentsMigration {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** The payments tables' migrations, in order; they run the same on SQLite and PostgreSQL. */
export const paymentsMigrations: readonly PaymentsMigration[] = [
  { name: "001-records", up: records.up },
  { name: "002-ledger", up: ledger.up },
];
