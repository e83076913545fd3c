import { setTimeout as pause } from "node:timers/promises";
import { openStore } from "@holdfast/store";
import { sql } from "kysely";
import { Client } from "./client.js";
import { type MakePlace, onPlace, type Place } from "./places.js";
import { randomFrom } from "./random.js";
import { Servers } from "./servers.js";

/** How many empty databases are begun. */
const ROUNDS = 4;

export interface MigrationReport {
  /** How long an undisturbed first start takes, in milliseconds. */
  readonly firstStart: number;
  /** Of the servers that were killed, how many did not listen yet. */
  readonly killedBeforeListening: number;
  readonly problems: readonly string[];
}

/**
 * Kills servers on their way from an empty database to listening, each a little later than the one
 * before. Every other one has company: a second server that starts at the same time and is left
 * alone. What comes up then must have the tables of a server that nobody disturbed, and serve.
 */
export async function killMigrations(makePlace: MakePlace, seed: number): Promise<MigrationReport> {
  const random = randomFrom(seed);
  const undisturbed = await onPlace(makePlace, (place) => startAlone(place));
  let killedBeforeListening = 0;
  const problems: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const moment = ((round + random.next()) / ROUNDS) * undisturbed.took;
    await onPlace(makePlace, async (place) => {
      const { listened, tables, found } = await startKilled(place, moment, round % 2 === 1);
      if (!listened) killedBeforeListening += 1;
      const where = `killed ${moment.toFixed(1)} ms after its start:`;
      problems.push(...found.map((problem) => `${where} ${problem}`));
      if (tables !== undisturbed.tables) {
        problems.push(`${where} ${tables} and not ${undisturbed.tables}`);
      }
    });
  }
  return { firstStart: Math.round(undisturbed.took), killedBeforeListening, problems };
}

async function startAlone(place: Place) {
  const servers = new Servers(place, 1, { refill: false });
  try {
    const server = await servers.begin();
    const begin = performance.now();
    await server.listening();
    const took = performance.now() - begin;
    await server.kill();
    return { took, tables: await readShape(place) };
  } finally {
    await servers.close();
  }
}

async function startKilled(place: Place, moment: number, withCompany: boolean) {
  const servers = new Servers(place, 2, { refill: false });
  try {
    const killed = await servers.begin();
    const company = withCompany ? servers.start() : undefined;
    await pause(moment);
    const listened = killed.hasListened;
    await killed.kill();
    await (company ?? servers.start());
    const client = new Client(servers);
    client.lastKillWas();
    const answer = await client.submit({
      kind: "charge",
      shop: { apiKey: "sk_test_crash_first", charges: [] },
      marker: "first",
      keyed: true,
      path: "/v1/charges",
      params: { amount: "100", currency: "usd", source: "tok_visa" },
    });
    const refused = answer?.status === 200 ? [] : [`${answer?.status} ${answer?.body}`];
    await servers.kill(await servers.current());
    const found = [...client.problems, ...refused, ...servers.complaints()];
    return { listened, found, tables: await readShape(place) };
  } finally {
    await servers.close();
  }
}

/** The tables and indexes of a database, as a text to compare. */
async function readShape(place: Place): Promise<string> {
  const store = await openStore(place.store);
  try {
    const query =
      store.dialect === "sqlite"
        ? sql`select name, sql from sqlite_master order by name`
        : sql`select table_name, column_name, data_type, is_nullable, indexdef
            from information_schema.columns left join pg_indexes on tablename = table_name
            where table_schema = 'public' order by table_name, column_name, indexdef`;
    const migrations = sql`select name from holdfast_migrations
      union all select name from payments_migrations order by name`;
    const [shape, done] = [
      await query.execute(store.reader),
      await migrations.execute(store.reader),
    ];
    return JSON.stringify([shape.rows, done.rows]);
  } finally {
    await store.close();
  }
}
