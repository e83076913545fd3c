import { beforeEach, describe, expect, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import { batch, method, page, resource, t, union } from "../index.js";
import { testKit } from "../testing/index.js";

const text = t.string().describe("A text.");

/** What was asked of each loader, in order. */
let asked: Record<string, string[][]> = {};
beforeEach(() => {
  asked = {};
});
function ask(what: string, ids: readonly string[]): void {
  asked[what] = [...(asked[what] ?? []), [...ids]];
}

interface Customer {
  readonly id: string;
  readonly best: string | null;
}
interface Charge {
  readonly id: string;
  readonly customer: string | null;
  readonly friends: readonly string[];
}

const customer = resource("customer", {
  description: "A customer.",
  fields: {
    id: text,
    best: t.ref<Charge>("charge").nullable().describe("The best charge."),
    total: t.integer().describe("How many charges."),
  },
})
  .from<Customer>({
    total: batch(async (customers) => {
      ask(
        "total",
        customers.map(({ id }) => id),
      );
      return customers.map(({ id }) => id.length);
    }),
  })
  .loadedBy(async (ids, { account }) => {
    ask("customer", ids);
    expect(account.id).toBe("acct_me");
    const known = ids.filter((id) => id !== "cus_gone");
    return new Map(known.map((id) => [id, { id, best: id === "cus_1" ? "ch_9" : null }]));
  });

const refund = resource("refund", {
  description: "A refund.",
  fields: { id: text, of: t.ref<Charge>("charge").describe("Of what.") },
}).from<{ id: string; of: string }>();

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    id: text,
    customer: t.ref<Customer>("customer").nullable().describe("Who."),
    deep: t
      .object({ friends: t.list(t.ref<Customer>("customer")).describe("Friends.") })
      .describe("Deep."),
    refunds: t.page(refund).onlyExpanded().describe("Refunds."),
  },
})
  .from<Charge>({
    deep: ({ friends }) => ({ friends }),
    refunds: batch(async (charges) => {
      ask(
        "refunds",
        charges.map(({ id }) => id),
      );
      return charges.map(({ id }) => ({
        data: [{ id: `re_${id}`, of: id }],
        has_more: false,
        url: "/r",
        total_count: async () => 1,
      }));
    }),
  })
  .loadedBy(async (ids) => {
    ask("charge", ids);
    return new Map(ids.map((id) => [id, { id, customer: "cus_2", friends: [] }]));
  });
const either = union("either", { description: "Either.", arms: { charge, customer } }).by(
  (record) => ("friends" in record ? "charge" : "customer"),
);

const records: Charge[] = [
  { id: "ch_1", customer: "cus_1", friends: ["cus_1", "cus_2"] },
  { id: "ch_2", customer: "cus_2", friends: ["cus_3"] },
  { id: "ch_3", customer: null, friends: [] },
  { id: "ch_4", customer: "cus_gone", friends: [] },
];
const list = method("list", {
  route: "GET /charges",
  description: "Lists.",
  returns: page(charge),
}).execute(async () => ({ data: records, has_more: false, total_count: async () => 4 }));
const one = method("one", {
  route: "GET /charges/one",
  description: "Reads.",
  returns: charge,
}).execute(async () => records[0] as Charge);
const mixed = method("mixed", {
  route: "GET /mixed",
  description: "Lists.",
  returns: page(either),
}).execute(async () => ({
  data: [...records.slice(0, 2), { id: "cus_7", best: "ch_9" }],
  has_more: false,
  total_count: async () => 3,
}));

const api = smallApi(
  { resources: [charge, customer, refund, either], methods: [list, one, mixed] },
  [],
);
const kit = await testKit(api);
const caller = kit.callAs({ account: "acct_me" });
const get = async (name: string, ...expand: string[]) =>
  (await caller.call(name, expand.length > 0 ? { expand } : {})).body;

describe("loading", () => {
  it("loads nothing that is not shown", async () => {
    const { data } = await get("list");
    expect(data?.[0]).toEqual({
      id: "ch_1",
      customer: "cus_1",
      deep: { friends: ["cus_1", "cus_2"] },
    });
    expect(asked).toEqual({});
  });

  it("asks once a level, for what is new, however many records there are", async () => {
    const { data } = await get("list", "data.customer", "data.customer.best", "data.deep.friends");
    expect(asked).toEqual({
      customer: [["cus_1", "cus_2", "cus_gone", "cus_3"]],
      total: [["cus_1", "cus_2", "cus_3"]],
      charge: [["ch_9"]],
    });
    expect(data?.map((each) => each.customer)).toEqual([
      { id: "cus_1", best: { id: "ch_9", customer: "cus_2", deep: { friends: [] } }, total: 5 },
      { id: "cus_2", best: null, total: 5 },
      null,
      "cus_gone",
    ]);
    expect(data?.[0]?.deep?.friends?.map(({ id }) => id)).toEqual(["cus_1", "cus_2"]);
    expect(data?.[1]?.deep?.friends?.[0]).toMatchObject({ id: "cus_3", total: 5 });
  });

  it("loads what was loaded before once, however deep it stands", async () => {
    await get("list", "data.refunds.data.of", "data.customer.best.customer");
    expect(asked.customer).toEqual([["cus_1", "cus_2", "cus_gone"]]);
    expect(asked.refunds).toEqual([["ch_1", "ch_2", "ch_3", "ch_4"]]);
    expect(asked.charge).toEqual([["ch_9", "ch_1", "ch_2", "ch_3", "ch_4"]]);
  });

  it("goes into each kind of a union", async () => {
    const { data } = await get("mixed", "data.customer", "data.best");
    expect(data).toMatchObject([
      { id: "ch_1", customer: { id: "cus_1", best: "ch_9" } },
      { id: "ch_2", customer: { id: "cus_2" } },
      { id: "cus_7", best: { id: "ch_9", customer: "cus_2" }, total: 5 },
    ]);
    expect(asked.customer).toEqual([["cus_1", "cus_2"]]);
  });
});

describe("expand", () => {
  it("takes one path or many, and goes into what is in the way", async () => {
    const body = (await caller.call("one", { expand: "customer" })).body;
    expect(body.customer).toMatchObject({ id: "cus_1" });
    expect((await get("one", "customer.best")).customer?.best).toMatchObject({ id: "ch_9" });
    expect((await get("one", "refunds.data.of")).refunds?.data?.[0]?.of).toMatchObject({
      id: "ch_1",
    });
    expect(await get("one", "customer", "customer")).toEqual(await get("one", "customer"));
    expect((await caller.call("one", { expand: [] })).status).toBe(200);
    expect((await caller.call("one", { expand: "" })).status).toBe(200);
  });

  it.each([
    ["list", "customer"],
    ["list", "data"],
    ["list", "data.id"],
    ["one", "id"],
    ["one", "nothing"],
    ["one", "customer.id"],
    ["one", "customer.nothing"],
    ["one", "deep.friends.id"],
    ["one", "refunds.of"],
    ["one", ""],
    ["one", "."],
    ["one", "__proto__"],
    ["one", "constructor"],
    ["one", "customer.best.customer.best.customer"],
    ["mixed", "data.nothing"],
  ])("%s: cannot expand %s", async (name, path) => {
    const { status, body } = await caller.call(name, {
      expand: [path],
    });
    expect(status).toBe(400);
    expect(body.error).toEqual({
      type: "invalid_request_error",
      code: "property_cannot_expand",
      message: `This property cannot be expanded (${path}).`,
      param: "expand",
    });
  });

  it("is a list of texts", async () => {
    const { body } = await caller.call("one", { expand: [["customer"]] });
    expect(body.error?.message).toBe(
      "Invalid expand: must be a list of paths, but a list was given.",
    );
  });

  it("goes four names deep", async () => {
    expect(
      (await get("one", "customer.best.customer.best")).customer?.best?.customer,
    ).toMatchObject({
      id: "cus_2",
      best: null,
    });
  });
});

it("does not follow records that stand in each other without end", async () => {
  interface Loop {
    readonly self: Loop;
  }
  const loop = resource("loop", {
    description: "A loop.",
    fields: { self: t.loaded<Loop>("loop").describe("Itself.") },
  })
    .from<{ self: string }>()
    .loadedBy(async (ids) => new Map(ids.map((id) => [id, { self: id }])));
  const look = method("look", { route: "GET /loop", description: "Looks.", returns: loop }).execute(
    async () => ({ self: "a" }),
  );
  const failures: unknown[] = [];
  const round = await testKit(smallApi({ resources: [loop], methods: [look] }, []), {
    onFailure: (failure) => failures.push(failure),
  });
  expect((await round.callAs().call("look")).status).toBe(500);
  expect(String(failures[0])).toContain("records stand in each other without end");
});

it("refuses a batch that does not answer for every record", async () => {
  const short = resource("short", { description: "S.", fields: { late: text } }).from<object>({
    late: batch(async () => []),
  });
  const look = method("look", { route: "GET /short", description: "L.", returns: short }).execute(
    async () => ({}),
  );
  const failures: unknown[] = [];
  const one = await testKit(smallApi({ resources: [short], methods: [look] }, []), {
    onFailure: (failure) => failures.push(failure),
  });
  expect((await one.callAs().call("look")).status).toBe(500);
  expect(failures.map(String)).toEqual([
    "TypeError: the batch of short.late gave 0 values for 1 records",
  ]);
});
