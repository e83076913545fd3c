import { batch, error, event, resource, t, union } from "holdfast";

// What a shop is made of: something of all that samples must cope with.

/** A record with behaviour of its own, which no file can hold. */
export class Parcel {
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

export interface Order {
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

export const parcel = resource("parcel", {
  description: "A good that is sent.",
  fields: {
    id: t.id("par").describe("Its id."),
    grams: t.integer().describe("How heavy."),
  },
}).from<Parcel>();

export const voucher = resource("voucher", {
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

export const unused = resource("unused", {
  description: "Never given back.",
  fields: { id: t.id("un").describe("Its id.") },
}).from<Voucher>();

export const refused = error("refused", {
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
