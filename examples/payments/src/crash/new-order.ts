import type { Kind, Order, Shop } from "./order.js";
import type { Random } from "./random.js";

/** How often each kind is asked for, in relation to the others. */
const shares: readonly (readonly [Kind, number])[] = [
  ["customer", 20],
  ["charge", 20],
  ["authorization", 25],
  ["decline", 5],
  ["capture", 20],
  ["refund", 20],
];

/** The share of charges and customers that are asked for without a key. */
const WITHOUT_KEY = 0.2;

/** How far back captures and refunds reach, in charges: near enough to meet each other. */
const RECENT = 12;

/** Thinks of something to ask for. */
export function newOrder(random: Random, shop: Shop, marker: string): Order {
  const kind = pickKind(random);
  const charge = random.pick(shop.charges.slice(-RECENT));
  const ofCharge = kind === "capture" || kind === "refund";
  if (ofCharge && charge === undefined) return newOrder(random, shop, marker);
  return {
    kind,
    shop,
    marker,
    keyed: ofCharge || !random.chance(WITHOUT_KEY),
    path: kind === "capture" ? `/v1/charges/${charge?.id}/capture` : paths[kind],
    params: {
      ...(kind !== "capture" && { "metadata[marker]": marker }),
      ...paramsOf(random, kind),
      ...(ofCharge && charge && amountOf(random, charge.amount)),
      ...(kind === "refund" && charge && { charge: charge.id }),
    },
  };
}

const paths = {
  customer: "/v1/customers",
  charge: "/v1/charges",
  authorization: "/v1/charges",
  decline: "/v1/charges",
  refund: "/v1/refunds",
} as const;

function pickKind(random: Random): Kind {
  const kinds = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  return random.pick(kinds) ?? "charge";
}

function paramsOf(random: Random, kind: Kind): Readonly<Record<string, string>> {
  const amount = { amount: String(random.integer(50, 100_000)), currency: "usd" };
  switch (kind) {
    case "customer":
      return {
        email: "jenny@example.com",
        ...(random.chance(0.5) && { source: "tok_mastercard" }),
      };
    case "charge":
      return { ...amount, source: "tok_visa" };
    case "authorization":
      return { ...amount, source: "tok_visa", capture: "false" };
    case "decline":
      return { ...amount, source: "tok_chargeDeclined" };
    case "capture":
    case "refund":
      return {};
  }
}

/** All of it, or a part. */
function amountOf(random: Random, most: number): Readonly<Record<string, string>> {
  return random.chance(0.5) ? {} : { amount: String(random.integer(1, most)) };
}
