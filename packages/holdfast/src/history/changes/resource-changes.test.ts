import { describe, expect, it } from "vitest";
import {
  batch,
  type Change,
  event,
  eventWas,
  field,
  formOf,
  method,
  page,
  removed,
  renamedTo,
  resource,
  resourcesWere,
  resourceWas,
  t,
  union,
  valuesRenamed,
} from "../../index.js";
import { proveMatrix, testKit } from "../../testing/index.js";
import { type Past, smallApi, versionAt, whatStops } from "../small-api.fixture.js";

interface Source {
  readonly type: "card" | "bank" | "other";
  readonly last4: string;
}
const source = resource("source", {
  description: "A source.",
  fields: {
    object: t.literal("source").describe("A source."),
    type: t.enum({ card: "A card.", bank: "A bank.", other: "Another." }).describe("Which."),
    last4: t.string().describe("The last digits."),
    owner: t.string().until("card_has_owner").describe("Whose."),
  },
}).from<Source>({
  owner: batch(async (all) => all.map(({ last4 }) => `owner of ${last4}`)),
});

const fund = resource("fund", {
  description: "A fund.",
  fields: { object: t.literal("fund").describe("A fund."), name: t.string().describe("Name.") },
}).from<{ name: string }>();
const money = union("money", { description: "Money.", arms: { source, fund } }).by((record) =>
  "name" in record ? "fund" : "source",
);

const happened = event("source.made", { description: "It was made.", object: source });
const wallet = resource("wallet", {
  description: "A wallet.",
  fields: {
    main: t.resource(source).describe("The main one."),
    all: t.list(t.resource(money)).describe("All."),
    type: t.eventType().describe("An event."),
    data: t.eventData().describe("Its data."),
  },
}).from<{ main: Source; all: readonly (Source | { name: string })[] }>({
  type: ({ main }) => ({ type: "source.made", object: main }),
  data: ({ main }) => ({ resource: "source", before: { ...main, last4: "0" }, after: main }),
});

const card: Source = { type: "card", last4: "1" };
const bank: Source = { type: "bank", last4: "2" };
const other: Source = { type: "other", last4: "3" };
const look = method("look", {
  route: "GET /look",
  description: "Looks.",
  returns: wallet,
}).execute(async () => ({ main: card, all: [card, bank, other, { name: "F" }] }));
const list = method("list", {
  route: "GET /list",
  description: "Lists.",
  returns: page(source),
}).execute(async () => ({
  data: [card, bank],
  has_more: false,
  total_count: async () => 2,
}));

const parts = {
  resources: [source, fund, money, wallet],
  methods: [look, list],
  events: [happened],
};
const owner = { card_has_owner: [field(source, "owner", removed())] };

async function at(past: Past, step = 0) {
  const kit = await testKit(smallApi(parts, past));
  const caller = kit.callAs({ version: versionAt(step) });
  return async (name = "look") => {
    const { status, body } = await caller.call(name);
    const shown = status === 200 ? body : body.error;
    if (!shown) throw new Error(`${name} answers ${status}, and says nothing`);
    return shown;
  };
}

const split = resourceWas(source, { by: "type", names: { card: "card", bank: "bank_account" } });

describe("a resource that is called something else", () => {
  it("says so wherever it stands, back through versions", async () => {
    const past = [
      { a: [resourceWas(source, "funding")] },
      { b: [resourceWas(source, "instrument")] },
      owner,
    ];
    const before = await (await at(past))();
    expect(before?.main?.object).toBe("funding");
    expect(before?.all?.map((one) => one.object)).toEqual([
      "funding",
      "funding",
      "funding",
      "fund",
    ]);
    expect(before?.data?.object?.object).toBe("funding");
    expect(before?.data?.previous_attributes).toEqual({ last4: "0", owner: "owner of 0" });
    expect((await (await at(past, 1))())?.main?.object).toBe("instrument");
    const { timeline } = smallApi(parts, past);
    expect(timeline.at(versionAt(0))?.resources.get("source")?.name).toBe("funding");
    expect(timeline.dependencies.get("a")).toEqual(new Set(["b"]));
  });

  it("may have been one with others", async () => {
    const { all } = await (await at([{ a: [...resourcesWere([source, fund], "asset")] }, owner]))();
    expect(all?.map((one) => one.object)).toEqual(Array(4).fill("asset"));
  });
});

describe("a resource that was several", () => {
  const past: Past = [
    { older: [field(source, "digits", renamedTo("last4"))] },
    {
      was: [
        split,
        field(formOf(source, "card"), "number", renamedTo("last4")),
        field(formOf(source, "bank_account"), "kind", renamedTo("type")),
      ],
    },
    { rows: [field(source, "type", valuesRenamed({ giro: "other" }))], ...owner },
  ];

  it("has shapes of its own for each, loaded as each needs", async () => {
    const { all, main } = await (await at(past, 1))();
    expect(all).toEqual([
      { object: "card", type: "card", number: "1", owner: "owner of 1" },
      { object: "bank_account", kind: "bank", last4: "2", owner: "owner of 2" },
      { object: "source", type: "giro", last4: "3", owner: "owner of 3" },
      { object: "fund", name: "F" },
    ]);
    expect(main).toEqual(all?.[0]);
  });

  it("has what is said of all in each that has it still, in lists and events too", async () => {
    const look = await at(past);
    const { data } = await look("list");
    expect(data).toEqual([
      { object: "card", type: "card", number: "1", owner: "owner of 1" },
      { object: "bank_account", kind: "bank", digits: "2", owner: "owner of 2" },
    ]);
    expect((await look())?.data?.object).toEqual(data?.[0]);
  });

  it("goes with events that are called by what they are about", async () => {
    const call = await at([
      { named: [eventWas(happened, { by: "type", types: { card: "card.made" } })] },
      { was: [split] },
      owner,
    ]);
    expect(await call()).toMatchObject({ type: "card.made", data: { object: { object: "card" } } });
  });

  it("is divided again by an older version", async () => {
    const twice: Past = [
      { b: [resourceWas(source, { by: "type", names: { other: "else" } })] },
      { a: [split] },
      owner,
    ];
    const { all } = await (await at(twice))();
    expect(all?.map((one) => one.object)).toEqual(["card", "bank_account", "else", "fund"]);
  });

  it("holds before the matrix", async () => {
    const report = await proveMatrix(smallApi(parts, past));
    expect(report.failures).toEqual([]);
  });
});

describe("what does not fit", () => {
  const cases: [Change, string][] = [
    [resourceWas(source, { by: "colour", names: { red: "red" } }), "source has no colour now"],
    [
      resourceWas(source, { by: "type", names: { gold: "gold" } }),
      "source has no type that may be gold",
    ],
    [resourceWas(source, { by: "owner", names: { me: "x" } }), "owner has to be loaded"],
  ];
  it.each(cases)("%#", (change, reason) => {
    const [stop] = whatStops(() => smallApi(parts, [{ a: [change] }, owner]));
    expect(stop?.message).toContain(reason);
  });

  it("two names in one version, or a form that nobody made", () => {
    const twice = [resourceWas(source, "a"), resourceWas(source, "b")];
    expect(whatStops(() => smallApi(parts, [{ a: twice }, owner]))[0]?.id).toBe("conflict");
    const nobody = field(formOf(source, "cheque"), "x", renamedTo("last4"));
    expect(whatStops(() => smallApi(parts, [{ a: [nobody] }, owner]))[0]?.id).toBe(
      "unknown_subject",
    );
  });
});
