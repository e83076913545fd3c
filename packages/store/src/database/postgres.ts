import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { BusyError, StoreError } from "../errors.js";
import type { Connections } from "./connections.js";
import { postgresTypes } from "./postgres-types.js";
import { readOnly } from "./read-only.js";
import { withoutNul } from "./storable.js";

/** How long a query waits for a free connection before it fails, in milliseconds. */
const connectionPatience = 10_000;

/** How long a caller is asked to wait for a server that cannot be reached, in seconds. */
const retryAfter = 1;

/** Opens a pool of connections to PostgreSQL, at the isolation level "read committed". */
export function openPostgres(url: string): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: connectionPatience,
    types: postgresTypes,
  });
  // A connection that breaks says so twice: by its query, whose error is passed on, and by an
  // event, which would end the process if nobody listened.
  const listen = () => {};
  pool.on("error", listen);
  pool.on("connect", (client) => client.on("error", listen));
  const database = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: checked(pool) }),
  });
  return {
    dialect: "postgres",
    database,
    reader: database.withPlugin(readOnly),
    async close() {
      await database.destroy();
      // Kysely ends only pools that it has used.
      if (!pool.ended) await pool.end();
    },
  };
}

/** A connection. No query was sent where there is none: whoever asks again may succeed. */
async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw error instanceof Error && !isRefused(error)
      ? new BusyError("database_busy", retryAfter, error)
      : error;
  }
}

/** Whether the server is there and does not want this user or database: SQLSTATE classes 28 and 3D. */
function isRefused(error: Error): boolean {
  return "code" in error && /^(28|3D)/.test(String(error.code));
}

function checkValue(value: unknown): unknown {
  return typeof value === "string" ? withoutNul(value) : value;
}

/**
 * PostgreSQL answers the commit of a transaction in which a query failed with a rollback, and not
 * with an error. An application that swallowed the query's error must learn that nothing is kept.
 */
function checked(pool: pg.Pool): PostgresPool {
  return {
    end: () => pool.end(),
    async connect() {
      const client = await connected(pool);
      let unsettled = false;
      const query = async (text: string, values: readonly unknown[]) => {
        const ends = text === "commit" || text === "rollback";
        unsettled ||= ends;
        const result = await client.query(text, values.map(checkValue));
        if (ends) unsettled = false;
        if (text === "commit" && result.command !== "COMMIT") {
          throw new StoreError(
            "transaction_undone",
            "A query in this transaction failed, so nothing of it is kept. What may fail belongs in a savepoint.",
          );
        }
        return result;
      };
      // Kysely's type also wants cursors, which only streaming uses.
      // A connection whose transaction could not be ended is closed, and not used again.
      const release = () => client.release(unsettled);
      return { query, release } as unknown as PostgresPoolClient;
    },
  };
}
