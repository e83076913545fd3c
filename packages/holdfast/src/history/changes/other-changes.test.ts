import { describe, expect, it } from "vitest";
import { error, event, method, page, param, resource, t, union } from "../../index.js";
import { testKit } from "../../testing/index.js";
import { field } from "../field.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { statusWas } from "./error-changes.js";
import { eventAdded, eventWas } from "./event-changes.js";
import { behaviour, wireWas } from "./other-changes.js";
import { removed } from "./removed.js";
import { renamedTo } from "./renamed-to.js";
import { wasOfType } from "./retyped.js";

const text = t.string().describe("A text.");

const card = resource("card", {
  description: "A card.",
  fields: {
    object: t.literal("card").describe("Says that it is a card."),
    last4: text,
    name: text.nullable(),
    deep: t.object({ a: text, b: text }).describe("Deep."),
    list: t.list(text).describe("A list."),
  },
}).from<Loose>();

const bank = resource("bank", {
  description: "A bank.",
  fields: { object: t.literal("bank").describe("Says that it is a bank.") },
}).from<Loose>();

const source = union("source", { description: "A source.", arms: { card, bank } }).by(
  (record) => String(record.object) as "card" | "bank",
);

const created = event("source.created", { description: "It was made.", object: source });
const updated = event("card.updated", { description: "It changed.", object: card });

const happening = resource("happening", {
  description: "Something that happened.",
  fields: { type: t.eventType().describe("What."), data: t.eventData().describe("About what.") },
}).from<Loose>();

const before = {
  object: "card",
  last4: "1",
  name: null,
  deep: { a: "1", b: "1" },
  list: ["x", "y"],
};
const after = { object: "card", last4: "2", name: "N", deep: { a: "2", b: "1" }, list: ["x", "z"] };

const bad = error("bad", {
  status: 402,
  type: "card_error",
  code: "bad_card",
  description: "Bad.",
  message: "The {param} is bad: {why}.",
  data: {
    why: text,
    card: t.resource(card).nullable().describe("The card."),
    old: text.optional().until("shows_old"),
  },
});

let filter: unknown;
const look = method("look", {
  route: "GET /look",
  description: "Looks.",
  params: { type: t.eventType().optional().describe("Only these.") },
  returns: page(happening),
}).execute(async ({ params }) => {
  filter = params.type;
  return {
    data: [
      { type: { type: "card.updated", object: after }, data: { resource: "card", before, after } },
      {
        type: { type: "source.created", object: after },
        data: { resource: "source", before: null, after },
      },
      {
        type: { type: "source.created", object: { object: "bank" } },
        data: { resource: "source", before: null, after: { object: "bank" } },
      },
    ],
    has_more: false,
    total_count: async () => 3,
  } as never;
});

const fail = method("fail", {
  route: "POST /fail",
  description: "Fails.",
  params: { card: t.object({ number: text }).optional().describe("A card.") },
  returns: card,
  raises: [bad],
}).execute(async () => {
  throw bad({ why: "so", card: before as never, old: "o" }, { param: "card.number" });
});

const parts = {
  resources: [card, bank, source, happening],
  methods: [look, fail],
  events: [created, updated],
};
const shows = { shows_old: [field(bad, "old", removed())] };

async function calls(name: string, past: Parameters<typeof smallApi>[1], step = 0, params = {}) {
  const kit = await testKit(smallApi(parts, [...past, shows]));
  const version = step === 0 ? "genesis" : `${2010 + step}-01-01`;
  return kit.callAs({ version }).call(name, params);
}

describe("an error", () => {
  const newest = {
    type: "card_error",
    code: "bad_card",
    why: "so",
    card: before,
    message: "The card[number] is bad: so.",
    param: "card[number]",
  };

  it("has its data, the record that it carries, and the param", async () => {
    const { status, body } = await calls("fail", [], 1);
    expect(status).toBe(402);
    expect(body).toEqual({ error: newest });
  });

  it("has what it had, under the names that it had, with another status", async () => {
    const past = [
      {
        status: [statusWas(bad, 418)],
        reason: [
          field(bad, "reason", renamedTo("why")),
          field(bad, "code", wasOfType(t.literal("old_code").describe("Why."))),
        ],
        digits: [field(card, "digits", renamedTo("last4"))],
        here: [field(bad, "card.called", renamedTo("name"))],
        number: [
          param(fail, "source.pan", renamedTo("number")),
          param(fail, "source", renamedTo("card")),
        ],
      },
    ];
    const { status, body } = await calls("fail", past);
    expect(status).toBe(418);
    const { last4, name, ...rest } = before;
    expect(body).toEqual({
      error: {
        type: "card_error",
        code: "old_code",
        reason: "so",
        old: "o",
        card: { ...rest, digits: last4, called: name },
        message: "The source[pan] is bad: so.",
        param: "source[pan]",
      },
    });
  });
});

describe("an event", () => {
  const types = async (past: Parameters<typeof smallApi>[1], step = 0) => {
    const { body } = await calls("look", past, step);
    return body.data?.map((one) => one.type);
  };
  const cards = { by: "object", types: { card: "card.created" } };
  const banks = { by: "object", types: { bank: "bank.created" } };

  it("is called what it was called", async () => {
    expect(await types([], 1)).toEqual(["card.updated", "source.created", "source.created"]);
    const past = [{ renamed: [eventWas(updated, "card.changed")] }];
    expect(await types(past)).toEqual(["card.changed", "source.created", "source.created"]);
    expect(await types(past, 1)).toEqual(["card.updated", "source.created", "source.created"]);
  });

  it("is called by its object, said in one gate or two", async () => {
    expect(await types([{ a: [eventWas(created, cards)] }])).toEqual([
      "card.updated",
      "card.created",
      "source.created",
    ]);
    expect(await types([{ a: [eventWas(created, cards)], b: [eventWas(created, banks)] }])).toEqual(
      ["card.updated", "card.created", "bank.created"],
    );
  });

  it("is found by the names of the caller's version", async () => {
    const found = async (type: string, past: Parameters<typeof smallApi>[1], step = 0) => {
      await calls("look", past, step, { type });
      return filter;
    };
    const past = [
      { none: [eventAdded(updated)] },
      { a: [eventWas(created, cards), eventWas(updated, "card.changed")] },
    ];
    const bankOnly = { type: "source.created", where: [{ field: "object", in: ["bank"] }] };
    const cardOnly = { type: "source.created", where: [{ field: "object", in: ["card"] }] };
    expect(await found("source.created", past, 2)).toEqual([{ type: "source.created" }]);
    expect(await found("source.created", past, 1)).toEqual([bankOnly]);
    expect(await found("card.created", past, 1)).toEqual([cardOnly]);
    expect(await found("card.*", past, 1)).toEqual([cardOnly, { type: "card.updated" }]);
    expect(await found("*", past, 1)).toEqual([cardOnly, bankOnly, { type: "card.updated" }]);
    expect(await found("card.changed", past, 1)).toEqual([{ type: "card.updated" }]);
    expect(await found("card.changed", past, 2)).toEqual([]);
    expect(await found("card.changed", past, 0)).toEqual([]);
    expect(await found("*", past, 0)).toEqual([cardOnly, bankOnly]);
  });

  const data = async (past: Parameters<typeof smallApi>[1], index = 0) =>
    (await calls("look", past)).body.data?.[index]?.data;

  it("shows what changed, as it was shown then", async () => {
    expect(await data([])).toEqual({
      object: after,
      previous_attributes: { last4: "1", name: null, deep: { a: "1" }, list: ["x", "y"] },
    });
    expect(await data([], 1)).toEqual({ object: after });
    const past = [
      { digits: [field(card, "digits", renamedTo("last4"))] },
      { outer: [field(card, "inner", renamedTo("deep.a"))] },
    ];
    const shown = await data(past);
    expect(shown?.object).toMatchObject({ digits: "2", inner: "2", deep: { b: "1" } });
    expect(shown?.previous_attributes).toEqual({
      digits: "1",
      name: null,
      inner: "1",
      list: ["x", "y"],
    });
  });

  it("shows whole hashes and the entries of lists that changed, where it did", async () => {
    expect(
      (await data([{ a: [wireWas({ diffHashes: "whole" })] }]))?.previous_attributes?.deep,
    ).toEqual({ a: "1", b: "1" });
    expect(
      (await data([{ a: [wireWas({ diffLists: "entries" })] }]))?.previous_attributes?.list,
    ).toEqual(["y"]);
  });

  it("still says that what was null was null, where nulls are left out", async () => {
    const shown = await data([{ a: [wireWas({ nulls: "omitted" })] }]);
    expect(shown?.object).toEqual(after);
    expect(shown?.previous_attributes).toMatchObject({ name: null });
  });
});

it("a behaviour changes no shape", () => {
  const { timeline } = smallApi(parts, [{ quiet: [behaviour()] }, shows]);
  const [genesis, now] = [timeline.at("genesis"), timeline.at("2011-01-01")];
  expect(genesis?.gates).toEqual(["quiet", "shows_old"]);
  expect({ ...genesis, gates: [] }).toEqual({ ...now, gates: [] });
});

describe("what does not fit", () => {
  it.each([
    [
      "an error of another API",
      statusWas(error("x", { status: 400, type: "x", description: "X.", message: "X." }), 401),
      "changes x, which is no part of the API.",
    ],
    [
      "an event of another API",
      eventAdded(event("x", { description: "X.", object: card })),
      "changes x, which is no part of the API.",
    ],
    [
      "an object of no such kind",
      eventWas(created, { by: "object", types: { dog: "dog.created" } }),
      "does not fit: source has no object that may be dog.",
    ],
    [
      "a field whose values nobody knows",
      eventWas(updated, { by: "last4", types: { a: "b" } }),
      "does not fit: card has no last4 that may be a.",
    ],
  ])("%s", (_name, change, message) => {
    const [stop] = whatStops(() => smallApi(parts, [{ a: [change] }, shows]));
    expect(stop?.message).toContain(message);
  });
});
