import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreOptions } from "@holdfast/store";
import { sql } from "kysely";
import { openTestDatabase } from "../domain/test-kit.js";

/** A database of one's own, empty at first. */
export interface Place {
  /** How a server is told of it. */
  readonly env: Readonly<Record<string, string>>;
  /** How the store is opened on it. */
  readonly store: StoreOptions;
  remove(): Promise<void>;
}

export type MakePlace = () => Promise<Place>;

/** Uses a new place, and removes it afterwards. */
export async function onPlace<T>(
  makePlace: MakePlace,
  use: (place: Place) => Promise<T>,
): Promise<T> {
  const place = await makePlace();
  try {
    return await use(place);
  } finally {
    await place.remove();
  }
}

/** A folder. */
export const sqlitePlace: MakePlace = async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "holdfast-crash-"));
  return {
    env: { HOLDFAST_DATA: dataFolder },
    store: { dataFolder },
    remove: () => rm(dataFolder, { recursive: true, force: true }),
  };
};

/** A database in the cluster at `clusterUrl`, and a folder for the pepper. */
export function postgresPlace(clusterUrl: string): MakePlace {
  return async () => {
    const name = `holdfast_crash_${randomBytes(6).toString("hex")}`;
    await onCluster(sql`create database ${sql.id(name)}`);
    const url = new URL(clusterUrl);
    url.pathname = name;
    const folder = await sqlitePlace();
    return {
      env: { ...folder.env, DATABASE_URL: url.href },
      store: { ...folder.store, url: url.href },
      async remove() {
        await folder.remove();
        await onCluster(sql`drop database ${sql.id(name)} with (force)`);
      },
    };
  };
}

async function onCluster(statement: ReturnType<typeof sql>): Promise<void> {
  const cluster = await openTestDatabase();
  try {
    await statement.execute(cluster.db);
  } finally {
    await cluster.close();
  }
}
