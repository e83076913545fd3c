import {
  type Api,
  batch,
  becameReference,
  bootApiFrom,
  error,
  event,
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
  resource,
  t,
  union,
} from "holdfast";
import { type Example, errorExample, eventExample, example, type Scene } from "./example.js";
import type { ExampleWorld } from "./world.js";

// A shop with something of all that samples must cope with, and nothing that payments would have.

/** A record with behaviour of its own, which no file can hold. */
class Parcel {
  readonly kind = "parcel";
  readonly #grams: bigint;
  readonly id: string;
  constructor(id: string, grams: bigint) {
    this.id = id;
    this.#grams = grams;
  }
  get grams(): number {
    return Number(this.#grams);
  }
}

interface Voucher {
  readonly kind: "voucher";
  readonly id: string;
}

interface Order {
  readonly id: string;
  readonly buyer: string;
  readonly made: Date;
  readonly good: Parcel | Voucher;
  readonly tags: Readonly<Record<string, string>>;
}

interface Buyer {
  readonly id: string;
  readonly name: string;
}

const buyers = new Map<string, Buyer>([["buy_1", { id: "buy_1", name: "Jo Rosen" }]]);

export const buyer = resource("buyer", {
  description: "Who buys.",
  fields: {
    id: t.id("buy").describe("Its id."),
    name: t.string().describe("Both names."),
    visits: t.integer().describe("How often they came."),
  },
})
  .from<Buyer>({ visits: batch(async (all) => all.map(() => 3)) })
  .loadedBy(async (ids) => new Map([...buyers].filter(([id]) => ids.includes(id))));

const parcel = resource("parcel", {
  description: "A good that is sent.",
  fields: {
    id: t.id("par").describe("Its id."),
    grams: t.integer().describe("How heavy."),
  },
}).from<Parcel>();

const voucher = resource("voucher", {
  description: "A good that is printed.",
  fields: { id: t.id("vou").describe("Its id.") },
}).from<Voucher>();

export const good = union("good", {
  description: "What is sold.",
  arms: { parcel, voucher },
}).by((record) => record.kind);

export const order = resource("order", {
  description: "What was bought.",
  fields: {
    id: t.id("ord").describe("Its id."),
    buyer: t.ref<Buyer>("buyer").describe("Who bought it."),
    made: t.timestamp().describe("When."),
    good: t.resource(good).describe("What."),
    tags: t.map().describe("Your own."),
  },
}).from<Order>({ made: ({ made }) => made.getTime() / 1000 });

const unused = resource("unused", {
  description: "Never given back.",
  fields: { id: t.id("un").describe("Its id.") },
}).from<Voucher>();

const refused = error("refused", {
  status: 402,
  type: "shop_error",
  description: "It is not sold.",
  message: "{good} is not sold.",
  data: { good: t.string().describe("What was asked for.") },
});

export const ordered = event("order.made", { description: "There is one.", object: order });

export const happening = resource("event", {
  description: "Something that happened.",
  fields: {
    id: t.id("evt").describe("Its id."),
    type: t.eventType().describe("What."),
    data: t.eventData().describe("To what."),
  },
}).from<{ readonly id: string; readonly type: string; readonly order: Order }>({
  type: ({ type, order: object }) => ({ type, object }),
  data: ({ order: after }) => ({ resource: "order", before: { ...after, tags: {} }, after }),
});

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
