import { setTimeout } from "node:timers/promises";
import type { Answer, Order, Shop } from "./order.js";
import type { Servers } from "./servers.js";

/** How long an answer may take, in milliseconds. Longer is a hang. */
const PATIENCE = 60_000;

/** How long after the last kill every order with a key must be answered, in milliseconds. */
const LAST_PATIENCE = 120_000;

/** The pause before an order is tried again that another connection still holds, in milliseconds. */
const IN_FLIGHT_PAUSE = 10;

/** The pause before a server is asked again that could not reach its database, in milliseconds. */
const BUSY_PAUSE = 1000;

/** What clients went through. */
export interface Figures {
  requests: number;
  /** Requests without an answer, because the server was killed. */
  lost: number;
  /** Orders that had been done, although the answer got lost: the retry brought it. */
  recovered: number;
  /** Answers that came from the store, wanted or not. */
  replays: number;
  /** Requests that found their key in use. */
  inFlight: number;
  /** Requests that were asked to come again: nothing of them was kept. */
  busy: number;
}

/** A client that does not give up before it has an answer, as far as it has a key to ask again. */
export class Client {
  readonly figures: Figures = {
    requests: 0,
    lost: 0,
    recovered: 0,
    replays: 0,
    inFlight: 0,
    busy: 0,
  };
  /** What must not happen. */
  readonly problems: string[] = [];
  /** Requests that wait for an answer. */
  waiting = 0;
  readonly #servers: Servers;
  #end = Number.POSITIVE_INFINITY;

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  /** Asks until there is an answer; without a key once, with undefined where that got lost. */
  async submit(order: Order): Promise<Answer | undefined> {
    let lost = false;
    while (Date.now() < this.#end) {
      const answer = await this.#ask(order);
      if (answer === undefined) {
        if (!order.keyed) return undefined;
        lost = true;
      } else if (answer.status === 409) {
        this.figures.inFlight += 1;
        await setTimeout(IN_FLIGHT_PAUSE);
      } else if (answer.status === 503) {
        this.figures.busy += 1;
        await setTimeout(BUSY_PAUSE);
      } else {
        if (lost && answer.replayed) this.figures.recovered += 1;
        return answer;
      }
    }
    this.problems.push(`not answered ${LAST_PATIENCE} ms after the last kill: ${order.marker}`);
    return undefined;
  }

  /** Says that no server is killed any more, so that answers are due. */
  lastKillWas(): void {
    this.#end = Date.now() + LAST_PATIENCE;
  }

  /** Reads; for when no server is killed any more. */
  async get(shop: Shop, path: string): Promise<string> {
    const { url } = await this.#servers.current();
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${shop.apiKey}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body = await response.text();
    if (response.status !== 200) this.problems.push(`GET ${path}: ${response.status} ${body}`);
    return body;
  }

  /** One request; undefined if its answer got lost. */
  async #ask(order: Order): Promise<Answer | undefined> {
    const { process, url } = await this.#servers.current();
    this.figures.requests += 1;
    this.waiting += 1;
    const start = Date.now();
    try {
      const answer = await post(url, order);
      if (answer.replayed) this.figures.replays += 1;
      return answer;
    } catch (failure) {
      this.figures.lost += 1;
      const took = Date.now() - start;
      if (took >= PATIENCE || !process.killed) {
        this.problems.push(`${order.marker} got no answer in ${took} ms: ${failure}`);
      }
      return undefined;
    } finally {
      this.waiting -= 1;
    }
  }
}

async function post(url: string, { shop, keyed, marker, path, params }: Order): Promise<Answer> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: {
      authorization: `Bearer ${shop.apiKey}`,
      ...(keyed && { "idempotency-key": marker }),
    },
    body: new URLSearchParams(params),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const { status, headers } = response;
  return {
    status,
    body: await response.text(),
    version: headers.get("stripe-version"),
    replayed: headers.get("idempotent-replayed") === "true",
  };
}
