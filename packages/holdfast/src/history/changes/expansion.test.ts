import { describe, expect, it } from "vitest";
import { resource, t } from "../../index.js";
import type { Change } from "../change.js";
import { field } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { becameExpandOnly, becamePage, becameReference } from "./expansion.js";
import { renamedTo } from "./renamed-to.js";

const text = t.string().describe("A text.");

interface Customer {
  readonly id: string;
  readonly name: string;
}

const loads: string[][] = [];
const customer = resource("customer", {
  description: "A customer.",
  fields: { id: text, name: text },
})
  .from<Customer>()
  .loadedBy(async (ids) => {
    loads.push([...ids]);
    return new Map(
      ids.filter((id) => id !== "cus_gone").map((id) => [id, { id, name: `N ${id}` }]),
    );
  });

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    customer: t.ref<Customer>("customer").nullable().describe("Who."),
    payers: t.list(t.ref<Customer>("customer")).describe("Who else."),
    deep: t.object({ customer: t.ref<Customer>("customer").describe("Who.") }).describe("Deep."),
    page: t.page(customer).nullable().describe("Others."),
    hidden: t.page(customer).onlyExpanded().describe("Hidden."),
  },
}).from<Loose>();

const one = { id: "cus_1", name: "N cus_1" };
const page = { data: [one], has_more: false, url: "/u", total_count: async () => 1 };
const envelope = { object: "list", url: "/u", has_more: false, data: [one] };
const record = {
  customer: "cus_1",
  payers: ["cus_1", "cus_2"],
  deep: { customer: "cus_1" },
  page,
  hidden: page,
};
const newest = {
  customer: "cus_1",
  payers: ["cus_1", "cus_2"],
  deep: { customer: "cus_1" },
  page: envelope,
};

const lab = (changes: readonly Change[], given: object = record) =>
  openLab({ shown: charge, record: given, resources: [customer] }, () => [{ was: changes }]);

describe("becameReference", () => {
  it("embeds the object in older versions, and may be expanded in newer ones", async () => {
    const { shows } = await lab([
      field(charge, "customer", becameReference()),
      field(charge, "deep.customer", becameReference()),
    ]);
    expect(await shows(1)).toEqual(newest);
    expect(await shows(1, ["customer"])).toEqual({ ...newest, customer: one });
    expect(await shows(0)).toEqual({ ...newest, customer: one, deep: { customer: one } });
    expect(await shows(0, ["customer"])).toEqual(await shows(0));
  });

  it("shows null where there is nothing, or nothing any more", async () => {
    const changes = [field(charge, "customer", becameReference())];
    for (const customer of [null, "cus_gone"]) {
      const { shows } = await lab(changes, { ...record, customer });
      expect(await shows(0)).toEqual({ ...newest, customer: null });
      expect(await shows(1)).toEqual({ ...newest, customer });
      expect(await shows(1, ["customer"])).toEqual({ ...newest, customer });
    }
  });

  it("lets older changes reach into what it embeds, there alone", async () => {
    const { shows } = await openLab({ shown: charge, record, resources: [customer] }, () => [
      { label: [field(charge, "customer.label", renamedTo("name"))] },
      {
        embedded: [
          field(charge, "customer", becameReference()),
          field(charge, "deep.customer", becameReference()),
        ],
      },
    ]);
    expect(await shows(0)).toEqual({
      ...newest,
      customer: { id: "cus_1", label: "N cus_1" },
      deep: { customer: one },
    });
  });

  it("loads all of a level at once", async () => {
    const { shows } = await lab([field(charge, "customer", becameReference())], {
      ...record,
      deep: { customer: "cus_1" },
    });
    loads.length = 0;
    await shows(0, ["payers"]);
    expect(loads).toEqual([["cus_1", "cus_2"]]);
    loads.length = 0;
    await shows(1);
    expect(loads).toEqual([]);
  });
});

it("expands the items of a list", async () => {
  const { shows } = await lab([]);
  const two = { id: "cus_2", name: "N cus_2" };
  expect(await shows(1, ["payers"])).toEqual({ ...newest, payers: [one, two] });
});

describe("becameExpandOnly", () => {
  it("is always shown in older versions", async () => {
    const { shows } = await lab([field(charge, "hidden", becameExpandOnly())]);
    expect(await shows(0)).toEqual({ ...newest, hidden: envelope });
    expect(await shows(1)).toEqual(newest);
    expect(await shows(1, ["hidden"])).toEqual({ ...newest, hidden: envelope });
  });
});

describe("becamePage", () => {
  it("is the items alone in older versions", async () => {
    const { shows } = await lab([field(charge, "page", becamePage())]);
    expect(await shows(0)).toEqual({ ...newest, page: [one] });
    expect(await shows(1)).toEqual(newest);
  });

  it("is null where there is no page", async () => {
    const { shows } = await lab([field(charge, "page", becamePage())], { ...record, page: null });
    expect(await shows(0)).toEqual({ ...newest, page: null });
    expect(await shows(1)).toEqual({ ...newest, page: null });
  });

  it("goes with being always shown", async () => {
    const { shows } = await lab([
      field(charge, "hidden", becamePage()),
      field(charge, "hidden", becameExpandOnly()),
    ]);
    expect(await shows(0)).toEqual({ ...newest, hidden: [one] });
  });

  it("lets older changes reach into the items", async () => {
    const { shows } = await openLab({ shown: charge, record, resources: [customer] }, () => [
      { label: [field(charge, "page.label", renamedTo("name"))] },
      { array: [field(charge, "page", becamePage())] },
    ]);
    expect(await shows(0, ["hidden"])).toEqual({
      ...newest,
      hidden: envelope,
      page: [{ id: "cus_1", label: "N cus_1" }],
    });
  });
});

describe("what does not fit", () => {
  const cases: [Change, string][] = [
    [field(charge, "page", becameReference()), "it is not a reference now"],
    [field(charge, "customer", becameExpandOnly()), "the definition must mark it .onlyExpanded()"],
    [field(charge, "customer", becamePage()), "it is not a page now"],
  ];
  it.each(cases)("%# %o", (change, reason) => {
    const [stop] = whatStops(() => smallApi({ resources: [charge, customer] }, [{ a: [change] }]));
    expect(stop?.message).toContain(`does not fit: ${reason}.`);
  });
});
