import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { StoreOptions } from "../open-store.js";

/** Somewhere to open stores for one test. */
export interface Place {
  readonly options: StoreOptions;
  remove(): Promise<void>;
}

export type MakePlace = () => Promise<Place>;

const pepper = "a pepper for tests only";

/** An empty folder. */
export const sqlitePlace: MakePlace = async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "holdfast-store-"));
  return {
    options: { dataFolder, pepper },
    remove: () => rm(dataFolder, { recursive: true, force: true }),
  };
};

/** An empty schema in the database at `url`, which costs less than a database of its own. */
export function postgresPlace(url: string): MakePlace {
  return async () => {
    const name = `holdfast_${randomBytes(8).toString("hex")}`;
    await run(url, `create schema ${name}`);
    const own = new URL(url);
    own.searchParams.set("options", `-c search_path=${name}`);
    own.searchParams.set("application_name", name);
    return {
      options: { url: own.href, pepper },
      remove: () => run(url, `drop schema ${name} cascade`),
    };
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
