import { describe, expect, it } from "vitest";
import { resource, t, union } from "../index.js";
import { removed } from "./changes/removed.js";
import { added, renamedTo } from "./changes/renamed-to.js";
import { wasOfType } from "./changes/retyped.js";
import { reversed } from "./conversions/combined.js";
import { asText } from "./conversions/numbers.js";
import { field } from "./field.js";
import { openLab } from "./lab.fixture.js";
import type { Loose, Past } from "./small-api.fixture.js";

const text = t.string().describe("A text.");

const bank = resource("bank", {
  description: "A bank.",
  fields: { title: text },
}).from<Loose>();

const card = resource("card", {
  description: "A card.",
  fields: {
    number: text,
    brand: text,
    bank: t.resource(bank).describe("Who gave it."),
    cvc: text.until("had_cvc"),
  },
}).from<Loose>();

const token = resource("token", {
  description: "A token.",
  fields: {
    card: t.resource(card).describe("The card."),
    cards: t.list(t.resource(card)).describe("More cards."),
    page: t.page(card).describe("A page of cards."),
    either: t
      .resource(union("either", { description: "Either.", arms: { card } }).by(() => "card"))
      .describe("A card, too."),
    deep: t.object({ card: t.resource(card).describe("A card.") }).describe("Deeper."),
  },
}).from<Loose>();

const record = { number: "4242", brand: "visa", bank: { title: "B" }, cvc: "1" };
const shown = { number: "4242", brand: "visa", bank: { title: "B" } };
const tokenRecord = {
  card: record,
  cards: [record],
  page: { data: [record], has_more: false, url: "/cards", total_count: async () => 1 },
  either: record,
  deep: { card: record },
};

const either = union("either", { description: "Either.", arms: { card } }).by(() => "card");

/** What stands at each place of a token, at a version. */
async function places(past: Past, step = 0) {
  const later = { had_cvc: [field(card, "cvc", removed())] };
  const lab = await openLab(
    { shown: token, record: tokenRecord, resources: [card, bank, either] },
    () => [...past, later],
  );
  const body = (await lab.shows(step)) as typeof tokenRecord;
  const [inList] = body.cards;
  const [onPage] = body.page.data;
  return { card: body.card, list: inList, page: onPage, union: body.either, deep: body.deep.card };
}

const same = <T>(one: T) => ({ card: one, list: one, page: one, union: one, deep: one });

describe("a change to a resource", () => {
  it("applies wherever it stands", async () => {
    const older = { digits: "4242", brand: "visa", bank: { title: "B" }, cvc: "1" };
    expect(await places([{ a: [field(card, "digits", renamedTo("number"))] }])).toEqual(
      same(older),
    );
    expect(await places([{ a: [field(card, "digits", renamedTo("number"))] }], 2)).toEqual(
      same(shown),
    );
  });
});

describe("a change at one place", () => {
  const cvc = { cvc: "1" };
  const cases: [string, keyof Awaited<ReturnType<typeof places>>][] = [
    ["card", "card"],
    ["cards", "list"],
    ["page", "page"],
    ["deep.card", "deep"],
  ];
  it.each(cases)("changes %s only", async (path, place) => {
    const past = [{ here: [field(token, `${path}.digits`, renamedTo("number"))] }];
    expect(await places(past)).toEqual({
      ...same({ ...shown, ...cvc }),
      [place]: { digits: "4242", brand: "visa", bank: { title: "B" }, ...cvc },
    });
  });

  it("reaches through a resource in a resource", async () => {
    const past = [{ here: [field(token, "card.bank.name", renamedTo("title"))] }];
    expect(await places(past)).toEqual({
      ...same({ ...shown, ...cvc }),
      card: { ...shown, ...cvc, bank: { name: "B" } },
    });
  });

  it("keeps two places of two resources apart", async () => {
    const past = [
      {
        one: [field(token, "card.bank.name", renamedTo("title"))],
        two: [field(token, "deep.card.bank.label", renamedTo("title"))],
      },
    ];
    const { card, deep, list } = await places(past);
    expect([card, deep, list].map((one) => one?.bank)).toEqual([
      { name: "B" },
      { label: "B" },
      { title: "B" },
    ]);
  });

  it("leaves older changes of all places to apply there too", async () => {
    const past = [
      { older: [field(card, "kind", renamedTo("brand"))] },
      { here: [field(token, "card.digits", renamedTo("number"))] },
    ];
    expect(await places(past)).toEqual({
      ...same({ number: "4242", kind: "visa", bank: { title: "B" }, ...cvc }),
      card: { digits: "4242", kind: "visa", bank: { title: "B" }, ...cvc },
    });
  });

  it("goes with changes of all places at the same version, whichever is named first", async () => {
    const all = { all: [field(card, "kind", renamedTo("brand"))] };
    const here = { here: [field(token, "card.digits", renamedTo("number"))] };
    for (const gates of [
      { ...all, ...here },
      { ...here, ...all },
    ]) {
      expect(await places([gates])).toEqual({
        ...same({ number: "4242", kind: "visa", bank: { title: "B" }, ...cvc }),
        card: { digits: "4242", kind: "visa", bank: { title: "B" }, ...cvc },
      });
    }
  });

  it("beats a change of all places to the same field", async () => {
    const all = { all: [field(card, "digits", renamedTo("number"))] };
    const here = { here: [field(token, "card.pan", renamedTo("number"))] };
    for (const gates of [
      { ...all, ...here },
      { ...here, ...all },
    ]) {
      expect(await places([gates])).toEqual({
        ...same({ digits: "4242", brand: "visa", bank: { title: "B" }, ...cvc }),
        card: { pan: "4242", brand: "visa", bank: { title: "B" }, ...cvc },
      });
    }
  });

  it("does not mind what it lacks when older changes come to it", async () => {
    const past = [
      { older: [field(card, "kind", renamedTo("brand"))] },
      { here: [field(token, "card.brand", added())] },
    ];
    expect(await places(past)).toEqual({
      ...same({ number: "4242", kind: "visa", bank: { title: "B" }, ...cvc }),
      card: { number: "4242", bank: { title: "B" }, ...cvc },
    });
  });

  it("keeps its own shape when the field that it stands in is renamed", async () => {
    const past = [
      {
        older: [
          field(token, "source", renamedTo("card")),
          field(token, "card", renamedTo("either")),
        ],
      },
      { here: [field(token, "card.digits", renamedTo("number"))] },
    ];
    const lab = await openLab(
      { shown: token, record: tokenRecord, resources: [card, bank, either] },
      () => [...past, { had_cvc: [field(card, "cvc", removed())] }],
    );
    expect(await lab.shows(0)).toMatchObject({
      source: { digits: "4242" },
      card: { number: "4242" },
    });
  });

  it("may change one place twice, and another field that took its name", async () => {
    const past = [
      { c: [field(token, "card.pan", renamedTo("number"))] },
      {
        b: [field(token, "other", renamedTo("card")), field(token, "card", renamedTo("deep.card"))],
      },
      {
        a: [
          field(token, "card.digits", renamedTo("number")),
          field(token, "card.kind", renamedTo("brand")),
        ],
      },
    ];
    const lab = await openLab(
      { shown: token, record: tokenRecord, resources: [card, bank, either] },
      () => [...past, { had_cvc: [field(card, "cvc", removed())] }],
    );
    expect(await lab.shows(0)).toMatchObject({
      other: { digits: "4242", kind: "visa" },
      card: { pan: "4242", brand: "visa" },
    });
  });

  it("brings back a field that is there only at that place", async () => {
    const wallet = resource("wallet", {
      description: "A wallet.",
      fields: {
        card: t.resource(card, { number: "wallet_shows_number" }).describe("A card."),
        other: t.resource(card).describe("Another."),
      },
    }).from<Loose>();
    const lab = await openLab(
      {
        shown: wallet,
        record: { card: record, other: record },
        resources: [card, bank],
      },
      () => [
        { digits: [field(card, "digits", renamedTo("number"))] },
        { wallet_shows_number: [field(wallet, "card.number", removed())] },
        { had_cvc: [field(card, "cvc", removed())] },
      ],
    );
    const { number: _number, ...hidden } = shown;
    expect(await lab.shows(3)).toEqual({ card: hidden, other: shown });
    expect(await lab.shows(1)).toEqual({ card: { ...shown, ...cvc }, other: { ...shown, ...cvc } });
    const digits = { ...hidden, ...cvc, digits: "4242" };
    expect(await lab.shows(0)).toEqual({ card: digits, other: digits });
  });

  it("keeps a type of its own", async () => {
    const number = t.integer().describe("A number.");
    const past = [
      {
        here: [field(token, "card.number", wasOfType(number, reversed(asText())))],
      },
    ];
    expect(await places(past)).toEqual({
      ...same({ ...shown, ...cvc }),
      card: { ...shown, ...cvc, number: 4242 },
    });
  });
});
