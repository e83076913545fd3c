import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { checkObjects } from "./check-objects.js";
import { checkTables } from "./check-tables.js";
import { Client, type Figures } from "./client.js";
import { inParallel } from "./in-parallel.js";
import { Load } from "./load.js";
import { isAnswered } from "./order.js";
import type { Place } from "./places.js";
import { type Random, randomFrom } from "./random.js";
import { Servers } from "./servers.js";

/** How many servers load ahead of time: two at most, and one core stays free for the load. */
const AHEAD = Math.min(2, Math.max(1, availableParallelism() - 1));

/**
 * How many answers a server gives before it is killed, at most, and how many milliseconds pass then.
 * Counted in answers, a life on a slow machine holds as much as on a fast one.
 */
const LIFE = 30;
const PAUSE = 30;

/** The share of kills that falls on the very moment of an answer. */
const ON_ANSWER = 0.4;

/** How long so many answers are waited for, in milliseconds. */
const PATIENCE = 20_000;

/** The share of starts that are killed too, and how long after their begin at most, in milliseconds. */
const BROKEN_STARTS = 0.06;
const LONGEST_START = 120;

/** How many kills an account lives through before the orders go to a new one. */
const KILLS_PER_SHOP = 7;

export interface Report extends Figures {
  /** Kills while at least one request waited for its answer. */
  readonly kills: number;
  /** Kills of servers that were only starting. */
  readonly killedStarts: number;
  readonly acknowledged: number;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** Kills servers under load, one after the other, and then looks for what was lost or repeated. */
export async function drill(place: Place, seed: number, kills: number): Promise<Report> {
  const begin = Date.now();
  const random = randomFrom(seed);
  const servers = new Servers(place, AHEAD, { refill: true });
  const client = new Client(servers);
  const load = new Load(client, seed);
  let killed = 0;
  let killedStarts = 0;
  try {
    const working = load.run();
    try {
      while (killed < kills) {
        if (random.chance(BROKEN_STARTS)) {
          await killWhileStarting(servers, random);
          killedStarts += 1;
        }
        if (killed > 0 && killed % KILLS_PER_SHOP === 0) load.openShop();
        const life = await servers.start();
        await rightMoment(load, random);
        if (client.waiting > 0) killed += 1;
        await servers.kill(life);
      }
      await servers.start();
      client.lastKillWas();
    } finally {
      load.stop();
    }
    await working;
    await inParallel(
      load.orders.filter(isAnswered).filter(({ keyed }) => keyed),
      (order) => load.repeat(order),
    );
    await checkObjects(load, client);
    await servers.kill(await servers.current());
    client.problems.push(...(await checkTables(place, load)));
    // A server that could not reach its database for a while says so.
    if (client.figures.busy === 0) client.problems.push(...servers.complaints());
  } finally {
    await servers.close();
  }
  return {
    ...client.figures,
    kills: killed,
    killedStarts,
    acknowledged: load.orders.filter(({ answer }) => answer !== undefined).length,
    seconds: Math.round((Date.now() - begin) / 1000),
    problems: client.problems,
  };
}

async function killWhileStarting(servers: Servers, random: Random): Promise<void> {
  const server = await servers.begin();
  await pause(random.integer(0, LONGEST_START));
  await server.kill();
}

/** After some answers: what was acknowledged a moment ago must stay, what was not may not repeat. */
async function rightMoment(load: Load, random: Random): Promise<void> {
  await Promise.race([load.answers(random.integer(0, LIFE)), pause(PATIENCE)]);
  if (!random.chance(ON_ANSWER)) await pause(random.integer(0, PAUSE));
}
