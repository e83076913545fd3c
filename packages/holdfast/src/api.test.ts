import { describe, expect, it } from "vitest";
import {
  bootApiFrom,
  error,
  field,
  gate,
  method,
  page,
  param,
  renamedTo,
  resource,
  t,
  wireWas,
} from "./index.js";
import { testKit } from "./testing/index.js";

interface ChargeRecord {
  readonly id: string;
  readonly amount: number;
  readonly source: string;
}

const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: {
    id: t.id("ch").describe("Unique id."),
    amount: t.integer().describe("How much, in the smallest unit."),
    source: t.string().describe("What was charged."),
  },
}).from<ChargeRecord>();

const declined = error("declined", {
  status: 402,
  type: "card_error",
  code: "declined",
  description: "The bank refused.",
  message: "The source in {param} was declined.",
});

const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a source.",
  params: {
    amount: t.integer({ min: 50 }).describe("How much."),
    source: t.string().describe("What to charge."),
  },
  returns: charge,
  raises: [declined],
}).execute(async ({ params }) => {
  if (params.source === "bad") throw declined({}, { param: "source" });
  return { id: "ch_1", ...params };
});

const listCharges = method("charges.list", {
  route: "GET /v1/charges",
  description: "Lists charges.",
  returns: page(charge),
}).execute(async () => ({
  data: [{ id: "ch_1", amount: 100, source: "s" }],
  has_more: false,
  total_count: async () => 1,
}));

const api = bootApiFrom(
  { name: "Test", resources: [charge], methods: [createCharge, listCharges] },
  `
genesis: []
2014-01-01:
  - gate: lists_are_arrays
    description: Lists are objects.
2015-02-18:
  - gate: charge_has_card
    description: A charge's card is its source.
`,
  [
    gate("charge_has_card", [
      field(charge, "card", renamedTo("source")),
      param(createCharge, "card", renamedTo("source")),
    ]),
    gate("lists_are_arrays", [wireWas({ lists: "array" })]),
  ],
);

describe("an API with two versions", async () => {
  const kit = await testKit(api);
  const now = kit.callAs();
  const old = kit.callAs({ version: "genesis" });

  it("answers each in its own names", async () => {
    const params = { amount: 100 };
    expect((await now.call("charges.create", { ...params, source: "s" })).body).toEqual({
      id: "ch_1",
      amount: 100,
      source: "s",
    });
    expect((await old.call("charges.create", { ...params, card: "s" })).body).toEqual({
      id: "ch_1",
      amount: 100,
      card: "s",
    });
  });

  it("shows lists in each style", async () => {
    expect((await now.call("charges.list")).body).toMatchObject({
      object: "list",
      url: "/v1/charges",
    });
    expect((await old.call("charges.list")).body).toEqual([{ id: "ch_1", amount: 100, card: "s" }]);
  });

  it("raises errors in the caller's names", async () => {
    const bad = { amount: 100, card: "bad" };
    const { status, body } = await old.call("charges.create", bad);
    expect(status).toBe(402);
    expect(body.error).toEqual({
      type: "card_error",
      code: "declined",
      message: "The source in card was declined.",
      param: "card",
    });
  });

  it("helps a caller who uses another version's name", async () => {
    const { status, body } = await now.call("charges.create", { amount: 100, card: "s" });
    expect(status).toBe(400);
    expect(body.error?.message).toBe(
      "Received unknown parameter: card. Since version 2015-02-18 it is called source.",
    );
    const other = await old.call("charges.create", { amount: 100, source: "s" });
    expect(other.body.error?.message).toContain("introduced in version 2015-02-18");
    expect(other.body.error?.message).toContain("use card");
  });

  it("lets one account hold a gate that its version has not", async () => {
    const granted = kit.callAs({ gates: ["charge_has_card"] });
    const { body } = await granted.call("charges.create", { amount: 100, card: "s" });
    expect(body.card).toBe("s");
  });
});
