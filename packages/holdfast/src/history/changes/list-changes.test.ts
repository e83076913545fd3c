import { describe, expect, it } from "vitest";
import {
  added,
  type Change,
  checkAdded,
  defaultWas,
  field,
  method,
  orderWas,
  type Page,
  page,
  pageFrom,
  pageWindow,
  paginationWas,
  paging,
  param,
  renamedTo,
  resource,
  t,
  valuesRenamed,
  viewWas,
} from "../../index.js";
import { proveMatrix, testKit } from "../../testing/index.js";
import { type Past, smallApi, versionAt, whatStops } from "../small-api.fixture.js";

interface Row {
  readonly id: string;
  readonly created: number;
  readonly amount: number;
  readonly kind: "card" | "bank";
}

const rows: readonly Row[] = [
  { id: "a", created: 1, amount: 30, kind: "card" },
  { id: "b", created: 2, amount: 10, kind: "bank" },
  { id: "c", created: 3, amount: 50, kind: "card" },
  { id: "d", created: 4, amount: 20, kind: "card" },
  { id: "e", created: 5, amount: 40, kind: "bank" },
];

const row = resource("row", {
  description: "A row.",
  fields: {
    id: t.string().describe("Its id."),
    created: t.integer().describe("When."),
    amount: t.integer().describe("How much."),
  },
}).from<Row>();

const kinds = { card: "Cards.", bank: "Banks.", all: "Everything." };
const sorted = ["created", "amount"] as const;

/** Reads as a database would: filters, orders, cursor, offset, limit. */
const list = method("rows.list", {
  route: "GET /rows",
  description: "Lists rows.",
  params: {
    ...paging({ limit: { default: 2, max: 4 }, orders: { resource: "row", by: sorted } }),
    sort: t.sort("row", sorted).optional().describe("What to order by."),
    source: t
      .object({ kind: t.enum(kinds).optional().describe("Which.") })
      .optional()
      .describe("Which."),
  },
  returns: page(row),
}).execute(async ({ params: { sort, source, ...params } }): Promise<Page<Row>> => {
  const window = pageWindow(
    { ...params, order: sort ?? params.order },
    { by: "created", direction: "desc" },
  );
  const { by } = window.order;
  const turn = window.reading === "asc" ? 1 : -1;
  const kind = source?.kind ?? "all";
  const all = rows.filter((one) => kind === "all" || one.kind === kind);
  const ordered = [...all].sort((a, b) => turn * (a[by] - b[by]));
  const start = ordered.findIndex(({ id }) => id === window.cursor) + 1 + window.offset;
  return pageFrom(window, ordered.slice(start, start + window.limit + 1), async () => all.length);
});

const parts = { resources: [row], methods: [list] };

async function at(past: Past, step = 0) {
  const kit = await testKit(smallApi(parts, past));
  const caller = kit.callAs({ version: versionAt(step) });
  return async (params: Record<string, unknown> = {}) => {
    const { status, body } = await caller.call("rows.list", { ...params });
    if (status !== 200) return String(body.error?.message);
    const ids = body.data?.map((one) => one.id).join("");
    return body.has_more ? `${ids}…` : ids;
  };
}

describe("paging with cursors", () => {
  it("goes forwards and backwards", async () => {
    const ids = await at([]);
    expect(await ids()).toBe("ed…");
    expect(await ids({ starting_after: "d" })).toBe("cb…");
    expect(await ids({ starting_after: "b" })).toBe("a");
    expect(await ids({ ending_before: "a" })).toBe("cb…");
    expect(await ids({ ending_before: "d" })).toBe("e");
    expect(await ids({ limit: 5 })).toContain("at most 4");
    expect(await ids({ offset: 1 })).toContain("unknown");
  });
});

describe("paginationWas", () => {
  const offsets = paginationWas(list, "offset", {
    names: { limit: "count" },
    limit: { default: 3, max: 5 },
  });

  it("lets older callers skip, with limits and a default of their own", async () => {
    const ids = await at([{ a: [offsets] }]);
    expect(await ids()).toBe("edc…");
    expect(await ids({ offset: 3 })).toBe("ba");
    expect(await ids({ offset: 1, count: 1 })).toBe("d…");
    expect(await ids({ count: 5 })).toBe("edcba");
    expect(await ids({ starting_after: "d" })).toContain("unknown");
    expect(await ids({ limit: 1 })).toContain("unknown");
    expect(await (await at([{ a: [offsets] }], 1))({ starting_after: "d" })).toBe("cb…");
  });

  it("counts pages", async () => {
    const pages = paginationWas(list, "page", { names: { page: "number", limit: "size" } });
    const ids = await at([{ a: [pages] }]);
    expect(await ids({ number: 2 })).toBe("cb…");
    expect(await ids({ number: 2, size: 4 })).toBe("a");
    expect(await ids({ number: 0 })).toContain("at least 1");
  });

  it("goes from one style to the next, version by version", async () => {
    const past = [{ a: [paginationWas(list, "page")] }, { b: [offsets] }];
    expect(await (await at(past))({ page: 2, count: 2 })).toBe("cb…");
    expect(await (await at(past, 1))({ offset: 2, count: 2 })).toBe("cb…");
    expect(await (await at(past, 2))({ starting_after: "d" })).toBe("cb…");
    expect(smallApi(parts, past).timeline.dependencies.get("a")).toEqual(new Set(["b"]));
  });

  it("goes with older changes of the same params", async () => {
    const older: Change[] = [
      param(list, "skip", renamedTo("offset")),
      param(list, "count", defaultWas(1)),
    ];
    const ids = await at([{ a: older }, { b: [offsets] }]);
    expect(await ids({ skip: 3 })).toBe("b…");
  });
});

describe("orderWas", () => {
  it("orders by another field, the other way round, whatever the paging", async () => {
    const ascending = [{ a: [orderWas(list, { by: "created", direction: "asc" })] }];
    expect(await (await at(ascending))({ starting_after: "b" })).toBe("cd…");
    expect(await (await at(ascending))({ ending_before: "c" })).toBe("ab");
    expect(await (await at(ascending, 1))()).toBe("ed…");
    const both = [
      { a: [orderWas(list, { by: "amount", direction: "desc" }), paginationWas(list, "offset")] },
      ...ascending.map(({ a }) => ({ b: a })),
    ];
    expect(await (await at(both))({ offset: 1 })).toBe("ea…");
    expect(await (await at(both, 1))()).toBe("ab…");
  });
});

describe("sorting by a field", () => {
  const past = [{ a: [field(row, "worth", renamedTo("amount"))] }];

  it("is asked for in the caller's names", async () => {
    const ids = await at(past);
    expect(await ids({ sort: "worth" })).toBe("bd…");
    expect(await ids({ sort: "-worth", starting_after: "c" })).toBe("ea…");
    expect(await ids({ sort: "amount" })).toContain("one of created, worth");
    expect(await (await at(past, 1))({ sort: "-amount" })).toBe("ce…");
  });
});

describe("viewWas", () => {
  it("filters before the list is cut, unless the caller says otherwise", async () => {
    const ids = await at([{ a: [viewWas(list, { "source.kind": "card" })] }]);
    expect(await ids()).toBe("dc…");
    expect(await ids({ starting_after: "c" })).toBe("a");
    expect(await ids({ source: { kind: "bank" } })).toBe("eb");
    expect(await ids({ source: { kind: "all" }, limit: 4 })).toBe("edcb…");
    expect(await ids({ source: {} })).toBe("dc…");
  });

  it("is said in the names and values of its version", async () => {
    const ids = await at([
      { a: [viewWas(list, { "origin.type": "plastic" })] },
      {
        b: [
          param(list, "origin.type", renamedTo("kind")),
          param(list, "origin", renamedTo("source")),
          param(list, "origin.type", valuesRenamed({ plastic: "card" })),
        ],
      },
    ]);
    expect(await ids()).toBe("dc…");
    expect(await ids({ origin: { type: "bank" } })).toBe("eb");
  });

  it("of an older version takes the place of a newer one", async () => {
    const past = [
      { a: [viewWas(list, { "source.kind": "bank" })] },
      { b: [viewWas(list, { "source.kind": "card" })] },
    ];
    expect(await (await at(past))()).toBe("eb");
    expect(await (await at(past, 1))()).toBe("dc…");
    expect(await (await at(past, 2))()).toBe("ed…");
    expect(smallApi(parts, past).timeline.dependencies.get("a")).toEqual(new Set(["b"]));
  });
});

describe("checks of what callers say", () => {
  const optional = t.string().optional().describe("A text.");
  let sent: unknown;
  const checked = method("checked", {
    route: "GET /checked",
    description: "Checks.",
    params: { a: optional, b: optional, c: optional, must: t.string().describe("Must be.") },
    returns: page(row),
    groups: { onlyOne: [["a", "c"]] },
    checks: {
      b_needs_a: {
        description: "`b` is taken only with `a`.",
        test: ({ a, b, must }) => b === undefined || a !== undefined || `needs a ${must.length}`,
      },
    },
  }).execute(async ({ params }) => {
    sent = params;
    return { data: [], has_more: false, total_count: async () => 0 };
  });
  const apiOf = (changes: Change[]) =>
    smallApi({ resources: [row], methods: [checked] }, [{ a: changes }]);
  const call = async (changes: Change[], params: Readonly<Record<string, string>>) => {
    const caller = (await testKit(apiOf(changes))).callAs({ version: versionAt(0) });
    const { status, body } = await caller.call("checked", params);
    return status === 200 ? sent : body.error?.message;
  };
  const view = viewWas(checked, { a: "shown" });

  it("neither fail nor hold because of a view", async () => {
    const must = "m";
    expect(await call([view], { must })).toEqual({ must, a: "shown" });
    expect(await call([view], { must, c: "1" })).toEqual({ must, c: "1", a: "shown" });
    expect(await call([view], { must, c: "1", a: "2" })).toMatch(/a, c/);
    expect(await call([view], { must, b: "1" })).toMatch(/needs a 1/);
    const lifted = [view, checkAdded(checked, "b_needs_a")];
    expect(await call(lifted, { must, b: "1" })).toEqual({ must, b: "1", a: "shown" });
  });

  it("see what head requires, though the version says it", async () => {
    const hidden = [param(checked, "must", added()), viewWas(checked, { must: "three" })];
    expect(await call(hidden, { b: "1" })).toMatch(/needs a 5/);
    expect(await call(hidden, {})).toEqual({ must: "three" });
  });

  it("hold before the matrix", async () => {
    await proveMatrix(apiOf([view]));
  });
});

it("all of it holds before the matrix", async () => {
  const plain = method("plain.list", {
    route: "GET /plain",
    description: "Lists rows.",
    params: paging(),
    returns: page(row),
  }).execute(async () => ({ data: [], has_more: false, total_count: async () => 0 }));
  const api = smallApi({ resources: [row], methods: [list, plain] }, [
    { a: [orderWas(list, { by: "created", direction: "asc" })] },
    { b: [paginationWas(list, "page"), paginationWas(plain, "page")] },
    { c: [viewWas(list, { "source.kind": "card" }), field(row, "worth", renamedTo("amount"))] },
    { d: [paginationWas(list, "offset", { names: { limit: "count" }, limit: { max: 5 } })] },
  ]);
  expect((await proveMatrix(api)).failures).toEqual([]);
});

describe("what does not fit", () => {
  const bare = method("bare", { route: "GET /bare", description: "Bare.", returns: row }).execute(
    async () => rows[0] as Row,
  );
  it.each([
    [viewWas(list, { colour: "red" }), "it has no param colour"],
    [viewWas(list, { "source.kind": "gold" }), "gold is no value of it"],
    [orderWas(list, { by: "id", direction: "asc" }), "it cannot be ordered by id"],
    [orderWas(bare, { by: "id", direction: "asc" }), "it cannot be ordered by id"],
    [paginationWas(bare, "offset"), "its method does not take paging()"],
    [paginationWas(list, "offset", { names: { page: "p" } }), "offset paging has no page"],
  ])("%#", (change, reason) => {
    const [stop] = whatStops(() =>
      smallApi({ resources: [row], methods: [list, bare] }, [{ a: [change] }]),
    );
    expect(stop?.message).toContain(`does not fit: ${reason}.`);
  });

  it("two of one kind in a version", () => {
    const twice = [
      viewWas(list, { "source.kind": "card" }),
      viewWas(list, { "source.kind": "bank" }),
    ];
    const [stop] = whatStops(() => smallApi(parts, [{ a: twice }]));
    expect(stop?.id).toBe("conflict");
  });
});
