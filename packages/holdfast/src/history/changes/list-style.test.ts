import { describe, expect, it } from "vitest";
import {
  added,
  type Change,
  field,
  listOf,
  listWas,
  method,
  type Page,
  type PageSource,
  page,
  param,
  removed,
  renamedTo,
  resource,
  routeWas,
  t,
  wireWas,
} from "../../index.js";
import { proveMatrix, testKit } from "../../testing/index.js";
import { type Past, smallApi, versionAt, whatStops } from "../small-api.fixture.js";

interface Holder {
  readonly id: string;
}
const holders = new Map([["h_1", { id: "h_1" }]]);
const holder = resource("holder", {
  description: "A holder.",
  fields: { id: t.string().describe("Its id.") },
})
  .from<Holder>()
  .loadedBy(async (ids) => new Map(ids.flatMap((id) => [[id, holders.get(id) ?? { id }]])));

interface Thing {
  readonly name: string;
  readonly holder: string;
}
const thing = resource("thing", {
  description: "A thing.",
  fields: {
    name: t.string().describe("Its name."),
    holder: t.ref<Holder>("holder").describe("Whose."),
  },
}).from<Thing>();

interface Box {
  readonly id: string;
}
const one: Thing = { name: "one", holder: "h_1" };
const pageOfThings: Page<Thing> = {
  data: [one],
  has_more: false,
  total_count: async () => 1,
};
const inBox = ({ id }: Box): PageSource<Thing, "boxes.things"> => ({
  ...pageOfThings,
  url: { method: "boxes.things", params: { box: id } },
});
const box = resource("box", {
  description: "A box.",
  fields: {
    things: t.page(thing, ["boxes.things"]).describe("What is in it."),
    deep: t
      .object({ others: t.page(thing, ["boxes.things"]).describe("Others.") })
      .describe("Deep."),
  },
}).from<Box>({ things: inBox, deep: (record) => ({ others: inBox(record) }) });

const lists = resource("list", {
  description: "A page.",
  fields: {
    count: t.integer().until("counts").describe("How many there are."),
    has_more: t.boolean().describe("Whether there are more."),
    url: t.listUrl().describe("Where it is read."),
    data: t.pageItems().describe("What is on it."),
  },
}).from<PageSource<unknown>>({ count: () => 1 });

const listThings = method("things.list", {
  route: "GET /things",
  description: "Lists things.",
  returns: page(thing),
}).execute(async () => pageOfThings);
const listOthers = method("others.list", {
  route: "GET /others",
  description: "Lists things.",
  returns: page(thing),
}).execute(async () => pageOfThings);
const listBox = method("boxes.things", {
  route: "GET /boxes/{box}/things",
  description: "Lists what is in a box.",
  params: { box: t.string().describe("Which.") },
  returns: page(thing),
}).execute(async () => pageOfThings);
const retrieveBox = method("boxes.retrieve", {
  route: "GET /boxes/{box}",
  description: "Reads a box.",
  params: { box: t.string().describe("Which.") },
  returns: box,
}).execute(async ({ params }) => ({ id: params.box }));

const parts = {
  resources: [thing, box, holder],
  methods: [listThings, listOthers, listBox, retrieveBox],
  lists,
};
const counts = { counts: [field(lists, "count", removed())] };

async function at(past: Past, step = 0) {
  const kit = await testKit(smallApi(parts, [...past, counts]));
  const caller = kit.callAs({ version: versionAt(step) });
  return async (name: string, params: object = { box: "b" }) => {
    const sent = name.endsWith("s.list") && "box" in params ? {} : params;
    const { status, body } = await caller.call(name, { ...sent });
    return status === 200 ? body : body.error?.message;
  };
}

const shown = { name: "one", holder: "h_1" };
const wrapped = (url: string, more: object = {}) => ({
  count: 1,
  has_more: false,
  url,
  data: [shown],
  ...more,
});

describe("listWas", () => {
  it("makes an array of one method's list alone", async () => {
    const call = await at([{ a: [listWas(listOf(listThings), "array")] }]);
    expect(await call("things.list")).toEqual([shown]);
    expect(await call("others.list")).toEqual(wrapped("/others"));
    expect((await call("boxes.retrieve"))?.things).toEqual(wrapped("/boxes/b/things"));
  });

  it("makes arrays of one field, nested or not", async () => {
    const call = await at([{ a: [listWas(listOf(box, "deep.others"), "array")] }]);
    expect(await call("boxes.retrieve")).toEqual({
      things: wrapped("/boxes/b/things"),
      deep: { others: [shown] },
    });
  });

  it("makes arrays of all lists of a resource, and envelopes again before", async () => {
    const past = [
      { a: [listWas(listOf(thing), "envelope")] },
      { b: [listWas(listOf(thing), "array")] },
    ];
    expect(await (await at(past, 1))("boxes.retrieve")).toEqual({
      things: [shown],
      deep: { others: [shown] },
    });
    expect(await (await at(past, 1))("things.list")).toEqual([shown]);
    expect(await (await at(past))("things.list")).toEqual(wrapped("/things"));
    expect(smallApi(parts, [...past, counts]).timeline.dependencies.get("a")).toEqual(
      new Set(["b"]),
    );
  });

  it("gives way to what an older version says of all lists", async () => {
    const past = [
      { a: [wireWas({ lists: "array" })] },
      { b: [field(listOf(listThings), "total", renamedTo("has_more"))] },
    ];
    expect(await (await at(past))("things.list")).toEqual([shown]);
    expect(await (await at(past, 1))("things.list")).toMatchObject({ total: false });
  });
});

describe("the envelope", () => {
  it("differs at one list, and still follows what is said of all", async () => {
    const call = await at([
      { older: [field(lists, "more", renamedTo("has_more"))] },
      {
        a: [
          field(listOf(listThings), "items", renamedTo("data")),
          field(listOf(listThings), "url", added()),
        ],
      },
    ]);
    expect(await call("things.list")).toEqual({ count: 1, more: false, items: [shown] });
    expect(await call("others.list")).toEqual({
      count: 1,
      more: false,
      url: "/others",
      data: [shown],
    });
  });

  it("of a resource's lists leaves those that differ already what they have", async () => {
    const call = await at([
      { a: [field(listOf(thing), "rest", renamedTo("has_more"))] },
      { b: [field(listOf(listThings), "items", renamedTo("data"))] },
    ]);
    const { has_more: rest, data, ...others } = wrapped("/things");
    expect(await call("things.list")).toEqual({ ...others, rest, items: data });
    expect((await call("boxes.retrieve"))?.things).toEqual({
      ...others,
      url: "/boxes/b/things",
      rest,
      data,
    });
  });

  it("names the route that a list has at the caller's version, in its own names", async () => {
    const call = await at([
      {
        a: [
          routeWas(listBox, "GET /crates/{crate}/things"),
          param(listBox, "crate", renamedTo("box")),
        ],
      },
    ]);
    expect((await call("boxes.retrieve"))?.things?.url).toBe("/crates/b/things");
    expect((await call("boxes.things", { crate: "c" }))?.url).toBe("/crates/c/things");
  });

  it("is passed through by expand in the caller's names", async () => {
    const renamed = [{ a: [field(lists, "items", renamedTo("data"))] }];
    const call = await at(renamed);
    const expanded = [{ ...shown, holder: { id: "h_1" } }];
    expect((await call("things.list", { expand: ["items.holder"] }))?.items).toEqual(expanded);
    expect(await call("things.list", { expand: ["data.holder"] })).toContain("data.holder");
    expect(
      (await call("boxes.retrieve", { box: "b", expand: ["things.items.holder"] }))?.things?.items,
    ).toEqual(expanded);
    const bare = await at([{ a: [wireWas({ lists: "array" })] }]);
    expect(await bare("things.list", { expand: ["holder"] })).toEqual(expanded);
  });
});

it("all of it holds before the matrix", async () => {
  const api = smallApi(parts, [
    { a: [wireWas({ lists: "array" })] },
    {
      b: [
        field(listOf(listThings), "items", renamedTo("data")),
        listWas(listOf(box, "things"), "array"),
      ],
    },
    { c: [listWas(listOf(listOthers), "array")], ...counts },
  ]);
  expect((await proveMatrix(api)).failures).toEqual([]);
});

describe("what does not fit", () => {
  const cases: [string, Change, string][] = [
    ["a list that is one already", listWas(listOf(listThings), "envelope"), "written now"],
    ["no list", listWas(listOf(box, "deep"), "array"), "no part of the API"],
    ["a method without one", listWas(listOf(retrieveBox), "array"), "no part of the API"],
  ];
  it.each(cases)("%s", (_name, change, reason) => {
    const [stop] = whatStops(() => smallApi(parts, [{ a: [change] }, counts]));
    expect(stop?.message).toContain(reason);
  });
});
