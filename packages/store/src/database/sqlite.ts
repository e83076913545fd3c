import { Kysely } from "kysely";
import Libsql from "libsql";
import type { Connections } from "./connections.js";
import { readOnly } from "./read-only.js";
import { LibsqlDialect } from "./sqlite-driver.js";

/**
 * How long SQLite itself waits for a lock, in milliseconds. It stops the event loop meanwhile, so
 * only opening, which happens before anything is served, may wait for long.
 */
const lockWait = { opening: 10_000, serving: 10 };

/**
 * Opens a SQLite file: one connection that writes and one that reads beside it, so that a read
 * neither waits for a unit of work nor sees it before its commit. What is committed is on disk.
 */
export function openSqlite(file: string): Connections {
  const writing = connect(file);
  const reading = connect(file);
  reading.pragma("query_only = on");
  const database = new Kysely<unknown>({ dialect: new LibsqlDialect(writing) });
  const reader = new Kysely<unknown>({ dialect: new LibsqlDialect(reading), plugins: [readOnly] });
  return {
    dialect: "sqlite",
    database,
    reader,
    async close() {
      await reader.destroy();
      await database.destroy();
    },
  };
}

function connect(file: string): Libsql.Database {
  const connection = new Libsql(file, { timeout: lockWait.opening });
  connection.pragma("journal_mode = wal");
  connection.pragma("synchronous = full");
  connection.pragma("foreign_keys = on");
  connection.pragma(`busy_timeout = ${lockWait.serving}`);
  return connection;
}
