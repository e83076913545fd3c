import type { Kysely } from "kysely";
import type { Connections } from "./database/connections.js";
import type { StoreTables } from "./database/tables.js";

/** What the store's functions share. */
export interface StoreContext extends Omit<Connections, "database" | "reader" | "close"> {
  readonly database: Kysely<StoreTables>;
  readonly reader: Kysely<StoreTables>;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** A key's text as it is stored. */
  readonly hash: (key: string) => string;
}
