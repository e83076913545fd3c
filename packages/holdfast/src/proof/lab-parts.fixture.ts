import { error } from "../definition/error.js";
import { event } from "../definition/event.js";
import { method, page } from "../definition/method.js";
import { batch, resource, union } from "../definition/resource.js";
import { t } from "../definition/t.js";

// The API that the matrix is tried on: small, but with something of everything that it proves.

/** A record about which nothing is known: the matrix makes up its own. */
type Loose = Readonly<Record<string, never>>;

const text = t.string().describe("A text.");
const logic = async () => undefined as never;
const loaded = async () => new Map();

export const card = resource("card", {
  description: "A card.",
  fields: {
    id: t.id("card").describe("Its id."),
    object: t.literal("card").describe("Says that this is a card."),
    brand: t.enum({ visa: "Visa.", amex: "American Express." }).describe("Whose card."),
    fingerprint: t.string().secretOnly().describe("The same for the same card."),
    last4: text.internal(),
    number: t.string().until("card_has_number").describe("Its number, but for the last digits."),
  },
})
  .from<Loose>({ number: (record: Loose) => record.number } as never)
  .loadedBy(loaded);

export const bank = resource("bank", {
  description: "A bank account.",
  fields: {
    id: t.id("ba").describe("Its id."),
    object: t.literal("bank").describe("Says that this is a bank account."),
    holder: t.string().nullable().describe("Whose it is."),
  },
}).from<Loose>();

const purse = union("purse", { description: "A way to pay.", arms: { card, bank } }).by(
  (record: { readonly object?: "card" | "bank" }) => record.object ?? "card",
);

export const customer = resource("customer", {
  description: "Who pays.",
  fields: {
    id: t.id("cus").describe("Its id."),
    object: t.literal("customer").describe("Says that this is a customer."),
    name: t.string({ maxLength: 20 }).nullable().describe("Name."),
    balance: t.integer({ min: -1_000_000, max: 1_000_000 }).describe("What is owed."),
    level: t.enum({ plain: "Like any other.", gold: "A good one." }).describe("How good."),
    purse: t.resource(purse).nullable().describe("How it pays."),
    best: t.ref<Loose>("charge").nullable().describe("The best charge."),
    visits: t.integer().describe("How often it came."),
    tags: t.map({ maxKeys: 4, maxKeyLength: 10, maxValueLength: 10 }).describe("Your own."),
  },
})
  .from<Loose>({ visits: batch(async () => []) } as never)
  .loadedBy(loaded);

export const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: {
    id: t.id("ch").describe("Its id."),
    object: t.literal("charge").describe("Says that this is a charge."),
    source: t.ref<Loose>("card").describe("What was charged."),
    customer: t.ref<Loose>("customer").nullable().describe("Who was charged."),
    fee: t.integer().until("charge_has_fee").describe("What it cost."),
    note: t.string({ maxLength: 20 }).nullable().optional().describe("Your own words."),
    amount: t.integer({ min: 0, max: 1_000_000 }).describe("How much."),
    dispute: t.string().nullable().describe("The dispute, if any."),
    state: t.enum({ open: "Not done.", done: "Done.", dead: "Given up." }).describe("How far."),
    outcome: t
      .object({
        type: t
          .enum({ ok: "It went through.", no: "It did not.", wait: "Not yet." })
          .describe("How."),
        rule: t.object({ id: t.string().describe("Its id.") }).describe("Which rule."),
      })
      .describe("How it ended."),
    parts: t
      .list(
        t.object({ kind: t.enum({ a: "One.", b: "Other." }).describe("What.") }).describe("One."),
      )
      .describe("Its parts."),
    memo: t.string().onlyExpanded().describe("For those who ask."),
    refunds: t.page(card).onlyExpanded().describe("What came back."),
  },
})
  .from<Loose>({
    outcome: (record: Loose) => record.outcome,
    refunds: batch(async () => []),
  } as never)
  .loadedBy(loaded);

export const happening = resource("event", {
  description: "Something that happened.",
  fields: {
    id: t.id("evt").describe("Its id."),
    type: t.eventType().describe("What happened."),
    data: t.eventData().describe("To what."),
  },
}).from<Loose>();

export const declined = error("declined", {
  status: 402,
  type: "card_error",
  code: "declined",
  description: "The bank refused.",
  message: "Your card was declined.",
  data: { charge: t.resource(charge).describe("The charge.") },
});

const changes = {
  amount: t.integer({ min: 0, max: 1_000_000 }).optional().describe("How much."),
  note: t.string({ maxLength: 20 }).nullable().optional().describe("Your own words."),
  state: t
    .enum({ open: "Not done.", done: "Done.", dead: "Given up." })
    .optional()
    .describe("How far."),
};

export const createCharge = method("charges.create", {
  route: "POST /charges",
  description: "Charges a card.",
  params: {
    amount: t.integer({ min: 50 }).describe("How much."),
    source: t.string().sensitive().describe("What to charge."),
    capture: t.boolean().default(true).describe("Whether to take the money now."),
    speed: t.enum({ fast: "At once.", slow: "Later." }).optional().describe("How fast."),
    note: t.string({ maxLength: 20 }).nullable().optional().describe("Your own words."),
    shipping: t
      .object({ city: t.string().describe("Where."), zip: t.string().optional().describe("Code.") })
      .optional()
      .describe("Where goods go."),
    rows: t
      .list(t.object({ sum: t.integer().describe("A sum."), of: text }).describe("One."))
      .optional()
      .describe("Rows."),
    via: t
      .union("way", {
        post: t.object({ way: t.literal("post").describe("By post."), street: text }),
        web: t.object({
          way: t.literal("web").describe("On the web."),
          secure: t.boolean().describe("Whether it is secure."),
        }),
      })
      .optional()
      .describe("How it is told."),
    tags: t.map({ maxKeys: 4, maxKeyLength: 10, maxValueLength: 10 }).optional().describe("Yours."),
  },
  returns: charge,
  raises: [declined],
  groups: { onlyOne: { one_way: ["speed", "via"] } },
  checks: {
    small_is_slow: {
      description: "What is small is not hurried.",
      test: ({ amount, speed }) => !(amount < 100 && speed === "fast") || "Too small to hurry.",
      param: "speed",
    },
    note_has_end: {
      description: "A note does not stop short.",
      test: ({ note }) => !note?.endsWith("&>") || "The note stops short.",
      param: "note",
    },
  },
}).execute(logic);

export const updateCharge = method("charges.update", {
  route: "POST /charges/{charge}",
  description: "Changes a charge.",
  params: { charge: t.id("ch").describe("Which."), ...changes },
  returns: charge,
}).execute(logic);

export const updateCustomer = method("customers.update", {
  route: "POST /customers/{customer}",
  description: "Changes a customer.",
  params: {
    customer: t.id("cus").describe("Which."),
    name: t.string({ maxLength: 20 }).nullable().optional().describe("Name."),
    level: t
      .enum({ plain: "Like any other.", gold: "A good one." })
      .optional()
      .describe("How good."),
    balance: t.integer({ min: -1_000_000, max: 1_000_000 }).optional().describe("What is owed."),
  },
  returns: customer,
}).execute(logic);

export const listCharges = method("charges.list", {
  route: "GET /charges",
  description: "Lists charges.",
  params: { state: changes.state, customer: t.string().optional().describe("Whose.") },
  returns: page(charge),
}).execute(logic);

export const listEvents = method("events.list", {
  route: "GET /events",
  description: "Lists events.",
  params: { type: t.eventType().optional().describe("Of which types.") },
  returns: page(happening),
}).execute(logic);

export const chargeDone = event("charge.done", { description: "It is done.", object: charge });
export const purseMade = event("purse.made", { description: "There is one.", object: purse });

/** All that the API is made of. */
export const parts = {
  resources: [card, bank, purse, customer, charge, happening],
  methods: [createCharge, updateCharge, updateCustomer, listCharges, listEvents],
  errors: [declined],
  events: [chargeDone, purseMade],
};
