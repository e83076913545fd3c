import { describe, expect, it } from "vitest";
import {
  becameAlwaysShown,
  becameArray,
  becameEmbedded,
  type Change,
  field,
  listOf,
  listWas,
  method,
  page,
  renamedTo,
  resource,
  routeWas,
  t,
  union,
} from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { openLab } from "../lab.fixture.js";
import { type Past, smallApi, whatStops } from "../small-api.fixture.js";

interface Person {
  readonly id: string;
  readonly name: string;
}
const person = resource("person", {
  description: "A person.",
  fields: { id: t.string().describe("Its id."), name: t.string().describe("Its name.") },
})
  .from<Person>()
  .loadedBy(async (ids) => new Map(ids.map((id) => [id, { id, name: `N ${id}` }])));
const firm = resource("firm", {
  description: "A firm.",
  fields: { id: t.string().describe("Its id.") },
}).from<Person>({ id: ({ id }) => `firm of ${id}` });
const party = union("party", { description: "A party.", arms: { person, firm } }).by(
  (record: Person) => (record.name === "" ? "firm" : "person"),
);

interface Deal {
  readonly id: string;
  readonly seller: Person;
  readonly buyer: string;
  readonly party: Person | null;
  readonly people: readonly Person[] | null;
}
const deal = resource("deal", {
  description: "A deal.",
  fields: {
    seller: t.resource(person).describe("Who sells."),
    buyer: t.loaded<Person>("person").describe("Who buys."),
    party: t.resource(party).nullable().describe("Who else."),
    people: t.list(t.resource(person)).nullable().describe("Everybody."),
    id: t.string().describe("Its id."),
  },
}).from<Deal>();

const listPeople = method("deals.people", {
  route: "GET /deals/{deal}/people",
  description: "Lists people.",
  params: { deal: t.string().describe("Which.") },
  returns: page(person),
}).execute(async () => ({ data: [], has_more: false, total_count: async () => 0 }));

const one = { id: "p_1", name: "One" };
const record: Deal = { id: "d_1", seller: one, buyer: "p_2", party: one, people: [one] };
const newest = { ...record, buyer: { id: "p_2", name: "N p_2" } };

const lab = (past: Past, given: Partial<Deal> = {}) =>
  openLab(
    {
      shown: deal,
      record: { ...record, ...given },
      resources: [person, firm, party],
      methods: [listPeople],
    },
    () => past,
  );
const wasSo = (...changes: readonly Change[]): Past => [{ was: changes }];

describe("becameEmbedded", () => {
  it("shows the id of what is embedded, and all of it where it is expanded", async () => {
    const { shows } = await lab(
      wasSo(field(deal, "seller", becameEmbedded()), field(deal, "buyer", becameEmbedded())),
    );
    expect(await shows(1)).toEqual(newest);
    expect(await shows(0)).toEqual({ ...newest, seller: "p_1", buyer: "p_2" });
    expect(await shows(0, ["seller", "buyer"])).toEqual(newest);
  });

  it("shows the id that each arm of a union has, and null where there is nothing", async () => {
    const past = wasSo(field(deal, "party", becameEmbedded()));
    expect(await (await lab(past)).shows(0)).toMatchObject({ party: "p_1" });
    const { shows } = await lab(past, { party: { id: "x", name: "" } });
    expect(await shows(0)).toMatchObject({ party: "firm of x" });
    expect(await shows(0, ["party"])).toMatchObject({ party: { id: "firm of x" } });
    expect(await (await lab(past, { party: null })).shows(0)).toMatchObject({ party: null });
  });
});

describe("becameAlwaysShown", () => {
  it("is left out at older versions unless it is expanded", async () => {
    const { shows } = await lab(wasSo(field(deal, "seller", becameAlwaysShown())));
    const { seller: _seller, ...without } = newest;
    expect(await shows(0)).toEqual(without);
    expect(await shows(0, ["seller"])).toEqual(newest);
    expect(await shows(1)).toEqual(newest);
  });
});

describe("becameArray", () => {
  const became = field(deal, "people", becameArray(listPeople, { deal: "id" }));
  const wrapped = (url: string) => ({ object: "list", url, has_more: false, data: [one] });

  it("is a page at older versions, read where its method answers there", async () => {
    const { shows } = await lab([
      { route: [routeWas(listPeople, "GET /d/{deal}/p")] },
      { was: [became] },
    ]);
    expect(await shows(2)).toEqual(newest);
    expect(await shows(1)).toEqual({ ...newest, people: wrapped("/deals/d_1/people") });
    expect(await shows(0)).toEqual({ ...newest, people: wrapped("/d/d_1/p") });
    expect(await (await lab([{ was: [became] }], { people: null })).shows(0)).toMatchObject({
      people: null,
    });
  });

  it("lets older changes reach into the items and the envelope", async () => {
    const { shows } = await lab([
      { older: [field(deal, "people.label", renamedTo("name")), listWas(listOf(person), "array")] },
      { was: [became] },
    ]);
    expect(await shows(0)).toEqual({ ...newest, people: [{ id: "p_1", label: "One" }] });
  });
});

it("all of it holds before the matrix", async () => {
  const { api } = await lab([
    {
      was: [
        field(deal, "seller", becameEmbedded()),
        field(deal, "buyer", becameEmbedded()),
        field(deal, "party", becameEmbedded()),
        field(deal, "party", becameAlwaysShown()),
        field(deal, "people", becameArray(listPeople, { deal: "id" })),
      ],
    },
  ]);
  expect((await proveMatrix(api)).failures).toEqual([]);
});

describe("what does not fit", () => {
  const cases: [Change, string][] = [
    [field(deal, "id", becameEmbedded()), "it is not an embedded object now"],
    [field(deal, "seller", becameArray(listPeople)), "it is not a list of resources now"],
  ];
  it.each(cases)("%#", (change, reason) => {
    const parts = { resources: [deal, person, firm, party], methods: [listPeople] };
    const [stop] = whatStops(() => smallApi(parts, wasSo(change)));
    expect(stop?.message).toContain(`does not fit: ${reason}.`);
  });

  it("a page that is read at a method of no API", () => {
    const parts = { resources: [deal, person, firm, party] };
    const change = field(deal, "people", becameArray(listPeople, { deal: "id" }));
    const [stop] = whatStops(() => smallApi(parts, wasSo(change)));
    expect(stop?.id).toBe("reference_unknown");
    expect(stop?.message).toContain("deal.people refers to the method deals.people");
  });

  it("is left out already", () => {
    const hidden = resource("hidden", {
      description: "Hidden.",
      fields: { seller: t.resource(person).onlyExpanded().describe("Who.") },
    }).from<Deal>();
    const [stop] = whatStops(() =>
      smallApi(
        { resources: [hidden, person] },
        wasSo(field(hidden, "seller", becameAlwaysShown())),
      ),
    );
    expect(stop?.message).toContain("it is left out now, unless it is expanded");
  });
});
