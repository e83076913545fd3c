import type { Migration } from "kysely";
import * as records from "./001-records.js";
import * as ledger from "./002-ledger.js";

/** The payments tables' migrations, by name, in order. */
export const paymentsMigrations: Readonly<Record<string, Migration>> = {
  "payments-001-records": records,
  "payments-002-ledger": ledger,
};
