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

/** An empty database on the server at `url`. */
export function postgresPlace(url: string): MakePlace {
  return async () => {
    const name = `holdfast_${randomBytes(8).toString("hex")}`;
    await run(url, `create database ${name}`);
    const own = new URL(url);
    own.pathname = name;
    return {
      options: { url: own.href, pepper },
      remove: () => run(url, `drop database ${name} with (force)`),
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
