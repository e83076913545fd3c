import { describe, expect, it } from "vitest";
import {
  batch,
  event,
  field,
  listOf,
  listWas,
  method,
  type PageSource,
  page,
  removed,
  renamedTo,
  resource,
  t,
  union,
  valuesRenamed,
  wireWas,
} from "../index.js";
import { proveMatrix, testKit } from "../testing/index.js";
import { type Past, smallApi, versionAt } from "./small-api.fixture.js";

/** A union, in a page, in a resource, in a union, in an event, in a page. */
interface Coin {
  readonly kind: "coin";
  readonly size: "small" | "big";
}
interface Note {
  readonly kind: "note";
  readonly worth: { readonly amount: number };
}
const coin = resource("coin", {
  description: "A coin.",
  fields: {
    kind: t.literal("coin").describe("A coin."),
    size: t.enum({ small: "Small.", big: "Big." }).describe("How big."),
    metal: t.string().until("coins_show_metal").describe("Of what."),
  },
}).from<Coin>({ metal: batch(async (coins) => coins.map(({ size }) => `${size} metal`)) });
const note = resource("note", {
  description: "A note.",
  fields: {
    kind: t.literal("note").describe("A note."),
    worth: t.object({ amount: t.integer().describe("How much.") }).describe("Its worth."),
  },
}).from<Note>();
const money = union("money", { description: "Money.", arms: { coin, note } }).by(
  (record) => record.kind,
);

interface Purse {
  readonly id: string;
  readonly held: readonly (Coin | Note)[];
}
const purse = resource("purse", {
  description: "A purse.",
  fields: {
    id: t.string().describe("Its id."),
    held: t.page(money).describe("What it holds."),
  },
}).from<Purse>({
  held: ({ held }): PageSource<Coin | Note> => ({
    data: held,
    has_more: false,
    total_count: async () => held.length,
    url: "/held",
  }),
});
const safe = resource("safe", {
  description: "A safe.",
  fields: { purse: t.resource(purse).describe("What is in it.") },
}).from<{ purse: Purse }>();
const place = union("place", { description: "A place.", arms: { purse, safe } }).by((record) =>
  "purse" in record ? "safe" : "purse",
);

const changed = event("place.changed", { description: "It changed.", object: place });

const small: Coin = { kind: "coin", size: "small" };
const big: Coin = { kind: "coin", size: "big" };
const ten: Note = { kind: "note", worth: { amount: 10 } };
const after = { purse: { id: "p", held: [small, ten] } };
const before = { purse: { id: "p", held: [big, ten] } };

const happening = resource("happening", {
  description: "Something that happened.",
  fields: { type: t.eventType().describe("What."), data: t.eventData().describe("About what.") },
}).from<object>({
  type: () => ({ type: "place.changed", object: after }),
  data: () => ({ resource: "place", before, after }),
});
const listHappenings = method("happenings.list", {
  route: "GET /happenings",
  description: "Lists.",
  returns: page(happening),
}).execute(async () => ({ data: [{}], has_more: false, total_count: async () => 1 }));

const metal = { coins_show_metal: [field(coin, "metal", removed())] };
const past: Past = [
  { bare: [listWas(listOf(money), "array")] },
  {
    places: [
      field(safe, "bag.notes_and_coins", renamedTo("held")),
      field(safe, "bag", renamedTo("purse")),
    ],
    worth: [field(note, "value", renamedTo("worth.amount"))],
  },
  { sizes: [field(coin, "size", valuesRenamed({ little: "small" }))] },
  metal,
];
const api = smallApi(
  {
    resources: [coin, note, money, purse, safe, place, happening],
    methods: [listHappenings],
    events: [changed],
  },
  past,
);

async function dataAt(step: number) {
  const kit = await testKit(api);
  const { body } = await kit.callAs({ version: versionAt(step) }).call("happenings.list");
  return body.data?.[0]?.data;
}

const wrapped = (data: readonly unknown[]) => ({
  object: "list",
  url: "/held",
  has_more: false,
  data,
});

describe("a page of a union, in a resource, in a union, in an event, in a page", () => {
  it("is what it was at each version, with what changed", async () => {
    expect((await dataAt(4))?.object).toEqual({
      purse: { id: "p", held: wrapped([small, ten]) },
    });
    expect((await dataAt(3))?.object?.purse?.held?.data?.[0]).toEqual({
      ...small,
      metal: "small metal",
    });
    expect((await dataAt(2))?.object?.purse?.held?.data?.[0]).toEqual({
      kind: "coin",
      size: "little",
      metal: "small metal",
    });
    const note = { kind: "note", worth: {}, value: 10 };
    const [little, large] = [
      { kind: "coin", size: "little", metal: "small metal" },
      { kind: "coin", size: "big", metal: "big metal" },
    ];
    expect(await dataAt(1)).toEqual({
      object: { bag: { id: "p", notes_and_coins: wrapped([little, note]) } },
      previous_attributes: { bag: { notes_and_coins: { data: [large, note] } } },
    });
    expect(await dataAt(0)).toEqual({
      object: { bag: { id: "p", notes_and_coins: [little, note] } },
      previous_attributes: { bag: { notes_and_coins: [large, note] } },
    });
  });

  it("holds before the matrix", async () => {
    expect((await proveMatrix(api)).failures).toEqual([]);
  });

  it("follows what is said of how all lists and changes are written", async () => {
    const older: Past = [
      { all: [wireWas({ diffHashes: "whole", diffLists: "entries", lists: "array" })] },
      metal,
    ];
    const kit = await testKit(
      smallApi(
        {
          resources: [coin, note, money, purse, safe, place, happening],
          methods: [listHappenings],
          events: [changed],
        },
        older,
      ),
    );
    const { body } = await kit.callAs({ version: versionAt(0) }).call("happenings.list");
    expect(body[0]?.data?.previous_attributes).toEqual({
      purse: { id: "p", held: [{ ...big, metal: "big metal" }, ten] },
    });
  });
});
