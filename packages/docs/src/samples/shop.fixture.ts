import {
  type Api,
  becameReference,
  bootApiFrom,
  field,
  gate,
  memoryStore,
  merged,
  method,
  methodAdded,
  methodRemoved,
  nothing,
  page,
  param,
  partsJoined,
  removed,
  renamedTo,
  t,
} from "holdfast";
import { type Example, errorExample, eventExample, example, type Scene } from "./example.js";
import {
  buyer,
  good,
  happening,
  type Order,
  order,
  ordered,
  Parcel,
  parcel,
  refused,
  unused,
  voucher,
} from "./shop-parts.fixture.js";
import type { ExampleWorld } from "./world.js";

// A shop with something of all that samples must cope with, and nothing that payments would have.

/** What the shop knows; the world puts it back. */
let orders: readonly Order[] = [];
let now = 0;

const createOrder = method("orders.create", {
  route: "POST /orders",
  description: "Buys something.",
  params: {
    buyer_name: t.string().describe("Both names."),
    good: t.enum({ parcel: "A parcel.", voucher: "A voucher." }).describe("What."),
    tags: t.map().optional().describe("Your own."),
    trace: t.string().optional().inHeader("X-Trace").describe("Yours, for logs."),
    haste: t.boolean().optional().until("takes_haste").describe("Whether it is urgent."),
  },
  returns: order,
  status: 201,
  raises: [refused],
}).execute(async ({ params }) => {
  if (params.buyer_name.startsWith("Nobody")) throw refused({ good: params.good });
  const number = orders.length + 1;
  const made: Order = {
    id: `ord_${number}`,
    buyer: "buy_1",
    made: new Date(now * 1000),
    good:
      params.good === "parcel"
        ? new Parcel(`par_${number}`, 250n)
        : { kind: "voucher", id: `vou_${number}` },
    tags: { ...params.tags, ...(params.haste && { haste: "1" }) },
  };
  orders = [...orders, made];
  return made;
});

const listOrders = method("orders.list", {
  route: "GET /orders",
  description: "Lists what was bought.",
  returns: page(order),
}).execute(async () => ({
  data: orders,
  has_more: false,
  total_count: async () => orders.length,
}));

const dropOrder = method("orders.drop", {
  route: "DELETE /orders/{order}",
  description: "Forgets it.",
  params: { order: t.id("ord").describe("Which.") },
  returns: nothing,
  status: 204,
}).execute(async () => {});

const askOrder = method("orders.ask", {
  route: "GET /orders/{order}/ask",
  description: "Did what listing does now.",
  params: { order: t.id("ord").describe("Which.") },
  returns: order,
  until: "orders_can_be_asked",
}).execute(async ({ params }) => {
  const found = orders.find(({ id }) => id === params.order);
  if (!found) throw refused({ good: params.order });
  return found;
});

const retrieveEvent = method("events.retrieve", {
  route: "GET /events/{id}",
  description: "Reads an event.",
  params: { id: t.id("evt").describe("Which.") },
  returns: happening,
}).execute(async ({ params }) => ({
  id: params.id,
  type: "order.made",
  order: orders[0] as Order,
}));

const ping = method("ping", {
  route: "GET /ping",
  description: "Says that it is there.",
  returns: voucher,
}).execute(async () => ({ kind: "voucher" as const, id: "vou_0" }));

/** The shop's API: three versions and a draft. */
export const shop: Api = bootApiFrom(
  {
    name: "Shop",
    resources: [buyer, parcel, voucher, good, order, happening, unused],
    methods: [createOrder, listOrders, dropOrder, askOrder, retrieveEvent, ping],
    errors: [refused],
    events: [ordered],
  },
  `
genesis: []
2015-01-01:
  - gate: orders_can_be_asked
    description: Orders were asked for.
  - gate: order_embeds_buyer
    description: An order held its buyer.
  - gate: buyer_has_two_names
    description: Names came in two.
2016-01-01:
  - gate: takes_haste
    description: Orders were urgent.
next:
  - gate: good_is_thing
    description: A good was a thing.
`,
  [
    gate("orders_can_be_asked", [methodRemoved(askOrder)]),
    gate("order_embeds_buyer", [field(order, "buyer", becameReference())]),
    gate("buyer_has_two_names", [
      merged(
        createOrder,
        {
          first_name: t.string().describe("The first name."),
          last_name: t.string().describe("The last name."),
        },
        "buyer_name",
        partsJoined(" "),
      ),
    ]),
    gate("takes_haste", [param(createOrder, "haste", removed()), methodAdded(ping)]),
    gate("good_is_thing", [
      field(order, "thing", renamedTo("good")),
      param(createOrder, "thing", renamedTo("good")),
    ]),
  ],
);

const params = { buyer_name: "Jo Rosen", good: "parcel" } as const;

async function anOrder({ call }: Scene): Promise<{ order: string }> {
  return { order: (await call(createOrder, { ...params, tags: { b: "2", a: "1" } })).id };
}

export const shopExamples: readonly Example[] = [
  example(
    createOrder,
    { ...params, tags: { b: "2", a: "1" }, trace: "t 1", haste: true },
    { before: { orders_can_be_asked: (today) => ({ ...today, good: "voucher" as const }) } },
  ),
  example(listOrders, async (scene) => {
    await anOrder(scene);
    await scene.call(createOrder, { ...params, good: "voucher" });
    return {};
  }),
  example(dropOrder, anOrder),
  example(askOrder, anOrder),
  example(ping, {}),
  eventExample(ordered, retrieveEvent, async (scene) => {
    await anOrder(scene);
    return { id: "evt_1" };
  }),
  errorExample(refused, createOrder, { ...params, buyer_name: "Nobody Else" }),
];

/** The shop's world, which is its memory. */
export function shopWorld(): ExampleWorld {
  return {
    transactor: memoryStore(),
    async clear() {
      orders = [];
      now = 1_400_000_000;
    },
    hold() {
      const before = { orders, now };
      return () => {
        orders = before.orders;
        now = before.now;
      };
    },
    async pass(seconds) {
      now += seconds;
    },
  };
}
