import { isDeepStrictEqual } from "node:util";
import type { Client } from "./client.js";
import { type Answered, madeId, named } from "./order.js";

const paths = {
  customer: "/v1/customers",
  charge: "/v1/charges",
  authorization: "/v1/charges",
  decline: "/v1/charges",
  refund: "/v1/refunds",
};

/** Retrieves what an order made; it must be what was acknowledged, with what was done to it since. */
export async function checkRetrieved(
  client: Client,
  order: Answered,
  done: readonly Answered[],
): Promise<readonly string[]> {
  if (order.kind === "capture") return [];
  const id = madeId(order);
  const body = await client.get(order.shop, `${paths[order.kind]}/${id}`);
  const capture = done.find(({ kind, path }) => kind === "capture" && path.includes(id));
  const refunds = done.filter(({ kind, params }) => kind === "refund" && params.charge === id);
  const last = capture ?? order;
  if (order.kind === "decline") return isDeclined(order, body) ? [] : [`${body}: ${named(order)}`];
  if (refunds.length === 0 && body === last.answer.body) return [];
  const wrong = differences(refunded(last, refunds), JSON.parse(body));
  if (refunds.length > 0 && wrong.length === 0) return [];
  return [`${id} came back with [${wrong}]: ${[last, ...refunds].map(named).join("; ")}`];
}

type Fields = Readonly<Record<string, unknown>>;

/** An object, as it was acknowledged, after its refunds, if it had any. */
function refunded({ answer }: Answered, refunds: readonly Answered[]): Fields {
  const charge = JSON.parse(answer.body);
  if (refunds.length === 0) return charge;
  const amounts = refunds.map((refund): number => JSON.parse(refund.answer.body).amount);
  const amount_refunded = amounts.reduce((a, b) => a + b, charge.amount_refunded);
  return { ...charge, amount_refunded, refunded: amount_refunded === charge.amount };
}

/** All that an error says of the charge that it left behind. */
function isDeclined(order: Answered, body: string): boolean {
  const charge = JSON.parse(body);
  return charge.status === "failed" && charge.amount === Number(order.params.amount);
}

function differences(expected: Fields, found: Fields): readonly string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(expected[name], found[name]))
    .map(
      (name) => `${name}: ${JSON.stringify(found[name])}, not ${JSON.stringify(expected[name])}`,
    );
}
