import { describe, expect, it } from "vitest";
import {
  batch,
  becameExpandOnly,
  becamePage,
  type Change,
  field,
  type PageSource,
  renamedTo,
  resource,
  t,
  union,
  valuesRenamed,
  wasViewOf,
} from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { openLab } from "../lab.fixture.js";
import { type Past, smallApi, whatStops } from "../small-api.fixture.js";

interface Source {
  readonly object: "card" | "bank";
  readonly state: "new" | "used";
  readonly last4: string;
}
const fields = {
  state: t.enum({ new: "New.", used: "Used." }).describe("How it is."),
  last4: t.string().describe("Digits."),
};
const card = resource("card", {
  description: "A card.",
  fields: { object: t.literal("card").describe("A card."), ...fields },
}).from<Source>();
const bank = resource("bank", {
  description: "A bank.",
  fields: { object: t.literal("bank").describe("A bank."), ...fields },
}).from<Source>();
const source = union("source", { description: "A source.", arms: { card, bank } }).by(
  (record) => record.object,
);

const stored: readonly Source[] = [
  { object: "bank", state: "new", last4: "1" },
  { object: "card", state: "used", last4: "2" },
  { object: "bank", state: "used", last4: "3" },
  { object: "card", state: "new", last4: "4" },
];

/** Pages of two, counted over what is wanted. */
function pageOf(wanted: readonly Source[]): PageSource<Source> {
  return {
    data: wanted.slice(0, 2),
    has_more: wanted.length > 2,
    total_count: async () => wanted.length,
    url: "/sources",
  };
}
let asked: unknown[] = [];
const customer = resource("customer", {
  description: "A customer.",
  fields: {
    sources: t.page(source).onlyExpanded().describe("What they pay with."),
    plain: t.page(source).describe("Not loaded."),
  },
}).from<object>({
  sources: batch(async (records, _context, where) => {
    asked.push(where);
    const wanted = stored.filter((one) =>
      (where ?? []).every((condition) =>
        condition.in.includes((one as unknown as Record<string, unknown>)[condition.field]),
      ),
    );
    return records.map(() => pageOf(wanted));
  }),
  plain: () => pageOf(stored),
});

const cards = (where: Record<string, string> = { object: "card" }) =>
  wasViewOf("sources", where, t.page(card).describe("Their cards."));
const parts = { shown: customer, record: {}, resources: [card, bank, source] };
const lab = (past: Past) => openLab(parts, () => past);

async function digits(past: Past, step = 0, name = "cards", expand?: readonly string[]) {
  const { shows } = await lab(past);
  const shown = (await shows(step, expand)) as Record<string, { data: Source[] } | Source[]>;
  const list = shown[name];
  return (Array.isArray(list) ? list : list?.data)?.map((one) => one.last4).join("");
}

describe("wasViewOf", () => {
  it("is filtered by the loader, so that its page is full", async () => {
    expect(await digits([{ a: [field(customer, "cards", cards())] }])).toBe("24");
    const past = [{ a: [field(customer, "cards", cards({ object: "card", state: "new" }))] }];
    expect(await digits(past)).toBe("4");
    expect(await digits(past, 1)).toBeUndefined();
  });

  it("stands beside the whole, each loaded once", async () => {
    asked = [];
    const past = [{ a: [field(customer, "cards", cards())] }];
    expect(await digits(past, 0, "sources", ["sources"])).toBe("12");
    expect(asked).toEqual([undefined, [{ field: "object", in: ["card"] }]]);
  });

  it("is said in the names and values of its version, and changed by older ones", async () => {
    const past: Past = [
      {
        older: [
          field(customer, "plastic", renamedTo("cards")),
          field(customer, "plastic", becamePage()),
        ],
      },
      { a: [field(customer, "cards", cards({ condition: "fresh" }))] },
      {
        b: [
          field(customer, "sources", becameExpandOnly()),
          ...[card, bank].flatMap((one) => [
            field(one, "condition", renamedTo("state")),
            field(one, "condition", valuesRenamed({ fresh: "new" })),
          ]),
        ],
      },
    ];
    expect(await digits(past, 1)).toBe("14");
    expect(await digits(past, 1, "sources")).toBe("12");
    expect(await digits(past, 0, "plastic")).toBe("14");
  });

  it("holds before the matrix", async () => {
    const { api } = await lab([{ a: [field(customer, "cards", cards())] }]);
    expect((await proveMatrix(api)).failures).toEqual([]);
  });
});

describe("what does not fit", () => {
  const cases: [Change, string][] = [
    [
      field(customer, "cards", wasViewOf("plain", {}, t.page(card).describe("Cards."))),
      "plain has no batch loader that can be told",
    ],
    [field(customer, "cards", cards({ object: "dog" })), "source has no object that may be dog"],
    [
      field(customer, "cards", wasViewOf("sources", {}, t.list(t.resource(card)).describe("C."))),
      "it was not a page",
    ],
  ];
  it.each(cases)("%#", (change, reason) => {
    const [stop] = whatStops(() =>
      smallApi({ resources: [customer, card, bank, source] }, [{ a: [change] }]),
    );
    expect(stop?.message).toContain(`does not fit: ${reason}.`);
  });
});
