import type { Kysely } from "kysely";

export type Dialect = "sqlite" | "postgres";

/** A database that is open, whichever it is. */
export interface Connections {
  readonly dialect: Dialect;
  /** Reads and writes. On SQLite it is one connection, which units of work queue for. */
  readonly database: Kysely<unknown>;
  /** Only reads, and only what is committed; never waits for a unit of work. */
  readonly reader: Kysely<unknown>;
  close(): Promise<void>;
}
