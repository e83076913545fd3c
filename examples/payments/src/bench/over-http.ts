import { type Child, startChild } from "./child.js";
import { Driver, type Shot } from "./drive.js";
import { chargeForm, checkCharge, shapeOf } from "./requests.js";

/** Requests to each peer before anything counts: V8 is still compiling until about then. */
const WARM_UP = 3_000;

/** What is measured over HTTP. */
const httpPeers = ["fastify", "newest", "oldest"] as const;
type HttpPeer = (typeof httpPeers)[number];

interface HttpOptions {
  readonly rounds: number;
  /** Requests to each peer in each round. */
  readonly requests: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** Microseconds of CPU a request, round by round. */
export type HttpFigures = Readonly<Record<HttpPeer, readonly number[]>>;

interface Target {
  readonly child: Child;
  readonly shot: Shot;
  readonly cardField: "card" | "source";
}

/**
 * Creates charges at each peer in turn, round after round, and measures the server's CPU alone.
 * One payments server serves both versions, as it does in life.
 */
export async function measureHttp(options: HttpOptions): Promise<HttpFigures> {
  const children: Child[] = [];
  const driver = new Driver();
  try {
    const fastify = await startChild("./fastify-server.js");
    children.push(fastify);
    const holdfast = await startChild("./holdfast-server.js");
    children.push(holdfast);
    const targets: Record<HttpPeer, Target> = {
      fastify: targetOf(fastify, "fastify", "source"),
      newest: targetOf(holdfast, "newest", "source"),
      oldest: targetOf(holdfast, "oldest", "card"),
    };
    await checkAlike(driver, targets);
    return await measureRounds(driver, targets, options);
  } finally {
    driver.close();
    await Promise.all(children.map((child) => child.stop()));
  }
}

function targetOf(child: Child, peer: HttpPeer, cardField: Target["cardField"]): Target {
  const key = child.keys[peer];
  if (key === undefined) throw new TypeError(`No key was made for ${peer}.`);
  return { child, cardField, shot: { url: child.url, key, form: chargeForm(cardField) } };
}

/** A peer that answers less would have less to do. */
async function checkAlike(driver: Driver, { fastify, newest }: Record<HttpPeer, Target>) {
  const [peer, own] = [await driver.send(fastify.shot), await driver.send(newest.shot)];
  if (shapeOf(peer) !== shapeOf(own)) {
    throw new Error(`The peers answer differently:\n${peer}\n${own}`);
  }
}

async function measureRounds(
  driver: Driver,
  targets: Record<HttpPeer, Target>,
  { rounds, requests, onProgress }: HttpOptions,
): Promise<HttpFigures> {
  const figures: Record<HttpPeer, number[]> = { fastify: [], newest: [], oldest: [] };
  const warmUp = Math.ceil(WARM_UP / requests);
  const steps = (rounds + warmUp) * httpPeers.length;
  for (let step = 0; step < steps; step++) {
    const round = Math.floor(step / httpPeers.length) - warmUp;
    // Another peer begins each round, so that none has a better place in it.
    const peer = httpPeers[(step + round + warmUp) % httpPeers.length] ?? "fastify";
    const { child, shot, cardField } = targets[peer];
    const before = await child.cpu();
    await driver.fire(shot, requests, (body) => checkCharge(body, cardField));
    const used = (await child.cpu()) - before;
    if (round >= 0) figures[peer].push(used / requests);
    onProgress(step + 1, steps);
  }
  return figures;
}
