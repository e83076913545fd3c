import { isDeepStrictEqual } from "node:util";
import { checkRetrieved } from "./check-retrieved.js";
import type { Client } from "./client.js";
import { groupBy } from "./group-by.js";
import { inParallel } from "./in-parallel.js";
import type { Load } from "./load.js";
import {
  type Answered,
  isAnswered,
  isDone,
  madeId,
  named,
  type Order,
  type Shop,
} from "./order.js";

/** An object as the API lists it, as far as the checks read it. */
interface Listed {
  readonly id: string;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Movement {
  readonly id: string;
  readonly net: number;
}

interface Balance {
  readonly available: readonly { readonly amount: number }[];
  readonly pending: readonly { readonly amount: number }[];
}

const paths = ["/v1/customers", "/v1/charges", "/v1/refunds"];

/** Compares what the API shows with what it acknowledged; for when no server is killed any more. */
export async function checkObjects(load: Load, client: Client): Promise<void> {
  for (const shop of load.shops) {
    const orders = load.orders.filter((order) => order.shop === shop);
    const done = orders.filter(isAnswered).filter(isDone);
    const lists = await Promise.all(paths.map((path) => readAll<Listed>(client, shop, path)));
    client.problems.push(...countMarkers(orders, lists.flat()));
    await inParallel(done, async (order) => {
      client.problems.push(...(await checkRetrieved(client, order, done)));
    });
    client.problems.push(...(await checkBalance(client, shop)));
  }
}

/** Reads a list to its end. */
async function readAll<T extends { readonly id: string }>(
  client: Client,
  shop: Shop,
  path: string,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (;;) {
    const last = found.at(-1);
    const query = last ? `?limit=100&starting_after=${last.id}` : "?limit=100";
    const page = JSON.parse(await client.get(shop, path + query));
    found.push(...page.data);
    if (!page.has_more) return found;
  }
}

/**
 * What was done is there once, what was refused is not; what was asked for without a key and got
 * no answer is there at most once. Beside that, each partial capture let the rest go, which is a
 * refund without a marker.
 */
function countMarkers(orders: readonly Order[], objects: readonly Listed[]): readonly string[] {
  const byMarker = groupBy(objects, ({ metadata }) => metadata.marker);
  const problems: string[] = [];
  for (const order of orders.filter(({ kind }) => kind !== "capture")) {
    const found = byMarker.get(order.marker)?.map(({ id }) => id) ?? [];
    const expected = isAnswered(order) && isDone(order) ? [madeId(order)] : [];
    const open = !isAnswered(order) && !order.keyed && found.length <= 1;
    if (!open && !isDeepStrictEqual(found, expected)) {
      problems.push(`[${found}] is there and not [${expected}]: ${named(order)}`);
    }
  }
  const partial = orders.filter(isAnswered).filter(isDone).filter(isPartialCapture);
  const unmarked = byMarker.get(undefined) ?? [];
  if (unmarked.length !== partial.length) {
    problems.push(`${partial.length} partial captures made ${unmarked.map(({ id }) => id)}`);
  }
  return problems;
}

function isPartialCapture({ kind, answer }: Answered): boolean {
  if (kind !== "capture") return false;
  const { amount, amount_captured } = JSON.parse(answer.body);
  return amount_captured < amount;
}

/** The balance is what its movements come to. */
async function checkBalance(client: Client, shop: Shop): Promise<readonly string[]> {
  const movements = await readAll<Movement>(client, shop, "/v1/balance_transactions");
  const { available, pending }: Balance = JSON.parse(await client.get(shop, "/v1/balance"));
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  const moved = sum(movements.map(({ net }) => net));
  const shown = sum([...available, ...pending].map(({ amount }) => amount));
  return moved === shown
    ? []
    : [`the balance of ${shop.apiKey} is ${shown}, its movements ${moved}`];
}
