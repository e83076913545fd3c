import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { StoreContext } from "./context.js";
import type { Connections } from "./database/connections.js";
import { openPostgres } from "./database/postgres.js";
import { openSqlite } from "./database/sqlite.js";
import { StoreError } from "./errors.js";
import { keyHasher } from "./keys/key-hash.js";
import { checkPepper, findPepper } from "./keys/pepper.js";
import { migrate } from "./migrate.js";
import { storeMigrations } from "./migrations/index.js";
import { createStore, type Store } from "./store.js";

/** Where a store is; it needs a URL or a data folder. */
export interface StoreOptions {
  /** postgres://… */
  readonly url?: string;
  /** The folder of the SQLite file "holdfast.db", where no URL is given, and of the pepper. */
  readonly dataFolder?: string;
  /**
   * What keys are hashed with; at least 16 characters. If left out: the environment's
   * HOLDFAST_PEPPER, else a file in the data folder, made at first use, except on PostgreSQL in
   * production (NODE_ENV).
   */
  readonly pepper?: string;
  /** The time, in milliseconds since 1970. */
  readonly clock?: () => number;
}

/**
 * Opens the store, makes what does not exist yet, and runs the store's migrations.
 * @throws StoreError "pepper_missing", "pepper_mismatch", "invalid_argument"
 *
 * @example
 * const store = await openStore({ dataFolder: ".holdfast" });
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const hash = keyHasher(await findPepper(options, process.env));
  const connections = await connect(options);
  const context: StoreContext = {
    dialect: connections.dialect,
    database: connections.database.withTables(),
    reader: connections.reader.withTables(),
    clock: options.clock ?? Date.now,
    hash,
  };
  try {
    await migrate(connections, "holdfast", storeMigrations);
    await checkPepper(context);
  } catch (error) {
    await connections.close();
    throw error;
  }
  return createStore(context, connections);
}

async function connect({ url, dataFolder }: StoreOptions): Promise<Connections> {
  if (url !== undefined) {
    if (/^postgres(?:ql)?:\/\//.test(url)) return openPostgres(url);
    // Not the URL itself, which may hold a password.
    throw new StoreError("invalid_argument", "The store's URL must begin with postgres://.");
  }
  if (dataFolder === undefined) {
    throw new StoreError("invalid_argument", "The store needs a URL or a data folder.");
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  return openSqlite(join(dataFolder, "holdfast.db"));
}
