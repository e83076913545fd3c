import { describe, expect, it } from "vitest";
import { error, method, Raised, resource, t, union } from "../index.js";
import { armsAdded, armsRenamed } from "./changes/arms.js";
import { valuesRenamed } from "./changes/enum-values.js";
import { removed } from "./changes/removed.js";
import { renamedTo } from "./changes/renamed-to.js";
import { type FieldVerb, field, param } from "./field.js";
import { openLab } from "./lab.fixture.js";
import { type Loose, smallApi, whatStops } from "./small-api.fixture.js";

const text = t.string().describe("A text.");
const tag = <const V extends string>(value: V) => t.literal(value).describe("What it is.");

const arms = {
  card: t
    .object({ kind: tag("card"), number: text, cvc: text.until("had_cvc") })
    .describe("A card."),
  bank: t.object({ kind: tag("bank"), number: text }).describe("A bank account."),
};
const source = () => t.union("kind", arms);
const source1 = { kind: "card", number: "1", cvc: "c" } as const;
const source2 = { kind: "bank", number: "2", cvc: "c" } as const;

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    source: source().nullable().describe("What was charged."),
    others: t.list(source()).describe("Others."),
    byName: t.mapOf(source()).describe("By name."),
    either: t.either(text, source()).describe("An id, or what was charged."),
    grid: t.list(t.list(t.object({ deep: text }))).describe("Rows of cells."),
    cells: t.mapOf(t.object({ deep: text })).describe("Cells by name."),
  },
}).from<Loose>();

const record = {
  source: source1,
  others: [source1, source2],
  byName: { a: source2, b: source1 },
  either: source1,
  grid: [[{ deep: "1" }], [], [{ deep: "2" }, { deep: "3" }]],
  cells: { x: { deep: "4" }, __proto__x: { deep: "5" } },
};
const shown1 = { kind: "card", number: "1" };
const shown2 = { kind: "bank", number: "2" };
const today = {
  ...record,
  source: shown1,
  others: [shown1, shown2],
  byName: { a: shown2, b: shown1 },
  either: shown1,
};
const params = {
  source: source().optional().describe("What is charged."),
  others: t.list(source()).optional().describe("Others."),
  byName: t.mapOf(source()).optional().describe("By name."),
  either: t.either(text, source()).optional().describe("An id, or what is charged."),
  grid: t
    .list(t.list(t.object({ deep: text })))
    .optional()
    .describe("Rows of cells."),
  cells: t
    .mapOf(t.object({ deep: text }))
    .optional()
    .describe("Cells by name."),
};

const hadCvc = ["source", "others", "byName", "either"].map((path) =>
  field(charge, `${path}<card>.cvc`, removed()),
);
const paramsHadCvc = (send: Parameters<typeof param>[0]) =>
  ["source", "others", "byName", "either"].map((path) =>
    param(send, `${path}<card>.cvc`, removed()),
  );

type Said = readonly (readonly [path: string, verb: FieldVerb])[];

/** A lab whose last step brings back what cards had; before it, the same is said of fields and params. */
const lab = (said: Said) =>
  openLab({ shown: charge, record, params }, ({ send }) => [
    {
      changed: said.flatMap(([path, verb]) => [field(charge, path, verb), param(send, path, verb)]),
    },
    { had_cvc: [...hadCvc, ...paramsHadCvc(send)] },
  ]);

describe("an arm of a union", () => {
  const renames = ["source", "others", "byName", "either"].map(
    (path) => [`${path}<card>.digits`, renamedTo("number")] as const,
  );
  const older1 = { kind: "card", digits: "1", cvc: "c" };

  it("is changed alone, in a field, a list, a map and beside a text", async () => {
    const { shows } = await lab(renames);
    expect(await shows(2)).toEqual(today);
    expect(await shows(1)).toMatchObject({ source: { ...shown1, cvc: "c" } });
    expect(await shows(0)).toEqual({
      ...today,
      source: older1,
      others: [older1, shown2],
      byName: { a: shown2, b: older1 },
      either: older1,
    });
  });

  it("is taken by its older names, and refused by today's", async () => {
    const { takes } = await lab(renames);
    const sent = {
      source: older1,
      others: [shown2, older1],
      byName: { a: older1 },
      either: older1,
    };
    expect(await takes(0, sent)).toEqual({
      source: source1,
      others: [shown2, source1],
      byName: { a: source1 },
      either: source1,
    });
    expect(await takes(0, { either: "tok_1" })).toEqual({ either: "tok_1" });
    expect(await takes(0, { source: shown1 })).toMatch(/source\[number\]/);
    expect(await takes(0, { source: { kind: "bank", digits: "2" } })).toMatch(/source\[digits\]/);
  });

  it("may have another name, and what tells arms apart another one too", async () => {
    const { shows, takes } = await lab([
      ["source", armsRenamed({ cash_card: "card" })],
      ["source<cash_card>.type", renamedTo("kind")],
      ["source<bank>.type", renamedTo("kind")],
      ["source<bank>.iban", renamedTo("number")],
    ]);
    const older = { type: "cash_card", number: "1", cvc: "c" };
    expect(await shows(0)).toMatchObject({ source: older, others: [{ kind: "card" }, shown2] });
    expect(await takes(0, { source: older })).toEqual({ source: source1 });
    expect(await takes(0, { source: { type: "bank", iban: "2" } })).toEqual({ source: shown2 });
    expect(await takes(0, { source: { type: "card", number: "1" } })).toMatch(
      /source\[type\].*cash_card, bank/,
    );
  });

  it("may be unknown to older versions: null, and not in their lists", async () => {
    const { shows, takes } = await openLab({ shown: charge, record, params }, ({ send }) => [
      {
        wallets: [
          field(charge, "source", armsAdded("card")),
          field(charge, "others", armsAdded("card")),
          param(send, "source", armsAdded("card")),
        ],
      },
      { had_cvc: [...hadCvc, ...paramsHadCvc(send)] },
    ]);
    expect(await shows(0)).toMatchObject({ source: null, others: [shown2], either: source1 });
    expect(await takes(0, { source: shown1 })).toMatch(/source\[kind\].*bank/);
    expect(await takes(0, { source: shown2 })).toEqual({ source: shown2 });
  });

  it.each([
    ["an arm that is none", field(charge, "source<none>.number", renamedTo("x")), "unknown_name"],
    ["a name within no union", field(charge, "grid<card>.deep", renamedTo("x")), "unknown_name"],
    [
      "an arm's new name that is none",
      field(charge, "source", armsRenamed({ a: "b" })),
      "change_unfit",
    ],
    [
      "a name that is another arm's",
      field(charge, "source", armsRenamed({ bank: "card" })),
      "change_unfit",
    ],
    ["what is no union", field(charge, "grid", armsRenamed({ a: "card" })), "change_unfit"],
    ["all arms", field(charge, "source", armsAdded("card", "bank")), "change_unfit"],
    [
      "an arm for which nothing can stand",
      field(charge, "either", armsAdded("card")),
      "change_unfit",
    ],
  ])("refuses %s", (_what, change, id) => {
    const stops = whatStops(() =>
      smallApi({ resources: [charge] }, [{ changed: [change] }, { had_cvc: hadCvc }]),
    );
    expect(stops.map((one) => one.id)).toEqual([id]);
  });
});

describe("what stands in lists of lists and in maps", () => {
  it("is changed in both directions", async () => {
    const { shows, takes } = await lab([
      ["grid.low", renamedTo("deep")],
      ["cells.low", renamedTo("deep")],
    ]);
    expect(await shows(0)).toMatchObject({
      grid: [[{ low: "1" }], [], [{ low: "2" }, { low: "3" }]],
      cells: { x: { low: "4" }, __proto__x: { low: "5" } },
    });
    expect(await takes(0, { grid: [[], [{ low: "9" }]], cells: { k: { low: "8" } } })).toEqual({
      grid: [[], [{ deep: "9" }]],
      cells: { k: { deep: "8" } },
    });
    expect(await takes(0, { cells: { k: { deep: "8" } } })).toMatch(/cells\[k\]\[deep\]/);
  });
});

describe("a resource that contains itself", () => {
  const category = resource("category", {
    description: "A category.",
    fields: {
      title: text,
      size: t.enum({ s: "Small.", l: "Large." }).describe("How large."),
      parent: t.loaded<Loose>("category").nullable().describe("What it belongs to."),
    },
  })
    .from<Loose>()
    .loadedBy(async (ids) => new Map(ids.map((id) => [id, records[id as "b"] as object as Loose])));
  const records = {
    b: { title: "B", size: "l", parent: "c" },
    c: { title: "C", size: "s", parent: null },
  };
  const opened = (...changes: ReturnType<typeof field>[]) =>
    openLab({ shown: category, record: { title: "A", size: "s", parent: "b" } }, () => [
      { changed: changes },
    ]);

  it("is changed at every depth", async () => {
    const { shows } = await opened(
      field(category, "name", renamedTo("title")),
      field(category, "size", valuesRenamed({ large: "l" })),
    );
    expect(await shows(0)).toEqual({
      name: "A",
      size: "s",
      parent: { name: "B", size: "large", parent: { name: "C", size: "s", parent: null } },
    });
  });

  it("is changed at every depth but the first, where its place within itself is meant", async () => {
    const { shows } = await opened(field(category, "parent.name", renamedTo("title")));
    expect(await shows(0)).toEqual({
      title: "A",
      size: "s",
      parent: { name: "B", size: "l", parent: { name: "C", size: "s", parent: null } },
    });
  });
});

describe("an arm of an embedded union of resources", () => {
  const card = resource("card", { description: "A card.", fields: { number: text } }).from<Loose>();
  const bank = resource("bank", { description: "A bank.", fields: { number: text } }).from<Loose>();
  const payer = union("payer", { description: "A payer.", arms: { card, bank } }).by((one) =>
    "iban" in one ? "bank" : "card",
  );
  const token = resource("token", {
    description: "A token.",
    fields: {
      payer: t.resource(payer).describe("Who pays."),
      payers: t.list(t.resource(payer)).describe("Who else."),
      card: t.resource(card).describe("A card."),
    },
  }).from<Loose>();
  const one = { number: "1" };
  const other = { number: "2", iban: true };

  it("is changed at that place alone", async () => {
    const { shows } = await openLab(
      {
        shown: token,
        record: { payer: one, payers: [one, other], card: one },
        resources: [card, bank, payer],
      },
      () => [
        { older: [field(card, "no", renamedTo("number"))] },
        { changed: [field(token, "payers<card>.digits", renamedTo("number"))] },
      ],
    );
    expect(await shows(2)).toEqual({ payer: one, payers: [one, { number: "2" }], card: one });
    expect(await shows(1)).toEqual({
      payer: one,
      payers: [{ digits: "1" }, { number: "2" }],
      card: one,
    });
    expect(await shows(0)).toMatchObject({
      payer: { no: "1" },
      payers: [{ digits: "1" }, { number: "2" }],
    });
  });
});

it("reaches what stands in an error's body, in a union", async () => {
  const payer = resource("payer", {
    description: "A payer.",
    fields: { source: source().describe("What pays.") },
  }).from<Loose>();
  const declined = error("declined", {
    status: 402,
    type: "x",
    description: "Declined.",
    message: "Declined.",
    data: { payer: t.resource(payer).describe("Who was to pay.") },
  });
  const pay = method("pay", {
    route: "POST /pay",
    description: "Pays.",
    returns: payer,
    raises: [declined],
  }).execute(async () => {
    throw new Raised(declined, { payer: { source: source1 } });
  });
  const { calls } = await openLab({ resources: [payer], methods: [pay] }, () => [
    { changed: [field(payer, "source<card>.digits", renamedTo("number"))] },
    { had_cvc: [field(payer, "source<card>.cvc", removed())] },
  ]);
  expect((await calls("pay" as "look", 0)).body.error).toMatchObject({
    payer: { source: { kind: "card", digits: "1" } },
  });
});
