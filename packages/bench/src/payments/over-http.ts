import { type Group, plain, ratio } from "../figures.js";
import { type Child, startChild } from "../peers/child.js";
import { Driver, type Shot } from "../peers/drive.js";
import { chargeForm, checkCharge, shapeOf } from "./requests.js";

/** Requests to each peer before anything counts: V8 is still compiling until about then. */
const WARM_UP = 3_000;

/** What is measured over HTTP. */
const names = ["node", "fastify", "hono", "express", "newest", "oldest"] as const;
type Name = (typeof names)[number];

interface HttpOptions {
  readonly rounds: number;
  /** Requests to each peer in each round. */
  readonly requests: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** Microseconds of CPU a request, round by round. */
type HttpFigures = Readonly<Record<Name, readonly number[]>>;

interface Target {
  readonly child: Child;
  readonly shot: Shot;
  readonly cardField: "card" | "source";
}

const servers = {
  node: "node-server",
  fastify: "fastify-server",
  hono: "hono-server",
  express: "express-server",
  holdfast: "holdfast-server",
};

/**
 * Creates charges at each peer in turn, round after round, and measures the server's CPU alone.
 * One payments server serves both versions, as it does in life.
 */
export async function httpGroup(options: HttpOptions): Promise<Group> {
  const children: Child[] = [];
  const driver = new Driver();
  try {
    const start = async (server: keyof typeof servers) => {
      const module = new URL(`./${servers[server]}.js`, import.meta.url);
      const child = await startChild(module);
      children.push(child);
      return child;
    };
    const holdfast = await start("holdfast");
    const targets: Record<Name, Target> = {
      node: targetOf(await start("node"), "node", "source"),
      fastify: targetOf(await start("fastify"), "fastify", "source"),
      hono: targetOf(await start("hono"), "hono", "source"),
      express: targetOf(await start("express"), "express", "source"),
      newest: targetOf(holdfast, "newest", "source"),
      oldest: targetOf(holdfast, "oldest", "card"),
    };
    await checkAlike(driver, targets);
    return groupOf(await measureRounds(driver, targets, options));
  } finally {
    driver.close();
    await Promise.all(children.map((child) => child.stop()));
  }
}

function targetOf(child: Child, name: Name, cardField: Target["cardField"]): Target {
  const key = child.keys[name];
  if (key === undefined) throw new TypeError(`No key was made for ${name}.`);
  const shot = {
    url: child.url,
    path: "/v1/charges",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: chargeForm(cardField),
  };
  return { child, cardField, shot };
}

/** A peer that answers less would have less to do. */
async function checkAlike(driver: Driver, targets: Record<Name, Target>): Promise<void> {
  const own = await driver.send(targets.newest.shot);
  for (const name of names) {
    if (name === "oldest") continue;
    const peer = await driver.send(targets[name].shot);
    if (shapeOf(peer) !== shapeOf(own)) {
      throw new Error(`${name} answers differently:\n${peer}\n${own}`);
    }
  }
}

async function measureRounds(
  driver: Driver,
  targets: Record<Name, Target>,
  { rounds, requests, onProgress }: HttpOptions,
): Promise<HttpFigures> {
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  const warmUp = Math.ceil(WARM_UP / requests);
  const steps = (rounds + warmUp) * names.length;
  for (let step = 0; step < steps; step++) {
    const round = Math.floor(step / names.length) - warmUp;
    // Another peer begins each round, so that none has a better place in it.
    const name = names[(step + round + warmUp) % names.length] as Name;
    const { child, shot, cardField } = targets[name];
    const before = await child.cpu();
    await driver.fire(shot, requests, (body) => checkCharge(body, cardField));
    const used = (await child.cpu()) - before;
    if (round >= 0) figures[name]?.push(used / requests);
    onProgress(step + 1, steps);
  }
  return figures as unknown as HttpFigures;
}

/** A whole request: the server's CPU, in user and kernel mode, all threads. */
function groupOf({ node, fastify, hono, express, newest, oldest }: HttpFigures): Group {
  return {
    heading: "charges.create over HTTP: the server's CPU for one request",
    figures: [
      plain("http: node:http, validated by hand, no versions", "µs", node),
      plain("http: Fastify, no versions", "µs", fastify),
      plain("http: Hono and Zod, no versions", "µs", hono),
      plain("http: Express and Zod, no versions", "µs", express),
      plain("http: newest version", "µs", newest),
      plain("http: oldest version", "µs", oldest),
      ratio("http: newest / node:http", newest, node, { atMost: 1.25 }),
      ratio("http: oldest / node:http", oldest, node, { atMost: 1.25 }),
      ratio("http: newest / Fastify", newest, fastify, { atMost: 1.15 }),
      ratio("http: oldest / Fastify", oldest, fastify, { atMost: 1.15 }),
      ratio("http: newest / Hono and Zod", newest, hono, { atMost: 1 }),
      ratio("http: newest / Express and Zod", newest, express, { atMost: 1 }),
      ratio("http: oldest / newest", oldest, newest, { atMost: 1.1 }),
    ],
  };
}
