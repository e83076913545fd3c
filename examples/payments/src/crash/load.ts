import { isDeepStrictEqual } from "node:util";
import type { Client } from "./client.js";
import { newOrder } from "./new-order.js";
import {
  type Answer,
  type Answered,
  isAnswered,
  isDone,
  madeId,
  named,
  type Order,
  type Shop,
} from "./order.js";
import { type Random, randomFrom } from "./random.js";

/** How many work at once. */
const WORKERS = 8;

/** The share of orders that are sent twice at once, and of steps that repeat an older order. */
const TWICE = 0.05;
const AGAIN = 0.1;

/** Workers that order without end, and remember what they were told. */
export class Load {
  readonly orders: Order[] = [];
  readonly shops: Shop[] = [];
  readonly #client: Client;
  readonly #seed: number;
  #stopped = false;
  #answered = () => {};

  constructor(client: Client, seed: number) {
    this.#client = client;
    this.#seed = seed;
    this.openShop();
  }

  /** From now on orders go to an account that does not exist until its first request. */
  openShop(): void {
    const name = `${this.#seed}_${String(this.shops.length).padStart(4, "0")}`;
    this.shops.push({ apiKey: `sk_test_crash_${name}`, charges: [] });
  }

  /** Works until `stop`; resolves when every order with a key is answered. */
  async run(): Promise<void> {
    const workers = Array.from({ length: WORKERS }, (_, n) =>
      this.#work(randomFrom(this.#seed + n)),
    );
    await Promise.all(workers);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves at the moment at which clients have had `count` more answers. */
  answers(count: number): Promise<void> {
    return new Promise((resolve) => {
      let left = count;
      this.#answered = () => {
        left -= 1;
        if (left <= 0) resolve();
      };
      if (count === 0) resolve();
    });
  }

  /** Sends an order that was answered once more; the answer must be a replay of the first. */
  async repeat(order: Answered): Promise<void> {
    const again = await this.#client.submit(order);
    this.#answered();
    if (again) this.#compare(order, again, again.replayed);
  }

  async #work(random: Random): Promise<void> {
    while (!this.#stopped) {
      const old = random.pick(this.orders);
      if (old?.keyed && isAnswered(old) && random.chance(AGAIN)) await this.repeat(old);
      else await this.#order(random);
    }
  }

  async #order(random: Random): Promise<void> {
    const shop = this.shops.at(-1);
    if (shop === undefined) return;
    const order = newOrder(random, shop, `order_${this.#seed}_${this.orders.length}`);
    this.orders.push(order);
    const twice = order.keyed && random.chance(TWICE);
    await Promise.all([this.#submit(order), twice && this.#submit(order)]);
  }

  async #submit(order: Order): Promise<void> {
    const answer = await this.#client.submit(order);
    if (answer === undefined) return;
    this.#answered();
    if (isAnswered(order)) {
      // Of two at once, either may have been the one that did it.
      this.#compare(order, answer, answer.replayed || order.answer.replayed);
      return;
    }
    order.answer = answer;
    if (!isExpected(order)) this.#client.problems.push(`unexpected answer: ${named(order)}`);
    const { kind, shop, params } = order;
    if ((kind === "charge" || kind === "authorization") && isAnswered(order) && isDone(order)) {
      shop.charges.push({ id: madeId(order), amount: Number(params.amount) });
    }
  }

  #compare(order: Answered, again: Answer, replayed: boolean): void {
    const first = { ...order.answer, replayed: again.replayed };
    if (replayed && isDeepStrictEqual(first, again)) return;
    const how = replayed ? "another answer" : "done again";
    this.#client.problems.push(`${how}: ${named(order)}; then ${again.status} ${again.body}`);
  }
}

/** What a charge's state allows depends on who came first; all else succeeds. */
function isExpected(order: Order): boolean {
  const mayBeRefused = order.kind === "capture" || order.kind === "refund";
  return isDone(order) || (mayBeRefused && order.answer?.status === 400);
}
