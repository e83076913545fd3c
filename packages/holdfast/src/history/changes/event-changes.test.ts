import { describe, expect, it } from "vitest";
import {
  batch,
  byHand,
  type EventMatch,
  event,
  eventAdded,
  eventRemoved,
  eventWas,
  field,
  isOneOf,
  method,
  page,
  renamedTo,
  resource,
  t,
  union,
  valuesRenamed,
  wasComputed,
} from "../../index.js";
import { proveMatrix, testKit } from "../../testing/index.js";
import { type Past, smallApi, versionAt, whatStops } from "../small-api.fixture.js";

interface SourceRecord {
  readonly object: "card" | "bank";
  readonly details: { readonly kind: "debit" | "credit" };
  readonly instant: boolean;
  readonly status: "new" | "done" | null;
}

const fields = {
  details: t
    .object({ kind: t.enum({ debit: "Debit.", credit: "Credit." }).describe("Its kind.") })
    .describe("Details."),
  instant: t.boolean().describe("Whether it was at once."),
  status: t.enum({ new: "New.", done: "Done." }).nullable().describe("How far it is."),
};
const card = resource("card", {
  description: "A card.",
  fields: { object: t.literal("card").describe("A card."), ...fields },
}).from<SourceRecord>();
const bank = resource("bank", {
  description: "A bank.",
  fields: { object: t.literal("bank").describe("A bank."), ...fields },
}).from<SourceRecord>();
const source = union("source", { description: "A source.", arms: { card, bank } }).by(
  (record: SourceRecord) => record.object,
);

const paid = event("source.paid", { description: "It paid.", object: source });
const gone = event("source.gone", { description: "Gone.", object: card, until: "knows_gone" });
const knowsGone = [eventRemoved(gone)];

interface Happened {
  readonly type: string;
  readonly record: SourceRecord;
}
const happening = resource("happening", {
  description: "Something that happened.",
  fields: { type: t.eventType().describe("What."), data: t.eventData().describe("About what.") },
}).from<Happened>({
  type: ({ type, record }) => ({ type, object: record }),
  data: ({ record }) => ({ resource: "source", before: null, after: record }),
});

function made(over: Partial<SourceRecord> = {}): SourceRecord {
  return { object: "card", details: { kind: "debit" }, instant: false, status: null, ...over };
}

const stored: readonly Happened[] = [
  { type: "source.paid", record: made() },
  { type: "source.paid", record: made({ details: { kind: "credit" } }) },
  { type: "source.paid", record: made({ object: "bank", status: "done" }) },
  { type: "source.paid", record: made({ instant: true, status: "new" }) },
  { type: "source.gone", record: made() },
];

/** A query as a database would run it. */
function found({ type, record }: Happened, matches: readonly EventMatch[] | undefined): boolean {
  const at = (path: string) =>
    path
      .split(".")
      .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], record);
  return (
    matches?.some(
      (match) =>
        match.type === type && (match.where ?? []).every((one) => one.in.includes(at(one.field))),
    ) ?? true
  );
}

const list = method("list", {
  route: "GET /happenings",
  description: "Lists.",
  params: {
    type: t.eventType().optional().describe("Only these."),
    types: t.list(t.eventType().describe("One.")).optional().describe("Only these."),
    limit: t.integer().default(10).describe("How many."),
  },
  returns: page(happening),
  groups: { onlyOne: [["type", "types"]] },
}).execute(async ({ params: { type, types, limit } }) => {
  const all = stored.filter((one) => found(one, type ?? types?.flat()));
  return {
    data: all.slice(0, limit),
    has_more: all.length > limit,
    total_count: async () => all.length,
  };
});
const retrieve = method("retrieve", {
  route: "GET /happenings/{index}",
  description: "Reads one.",
  params: { index: t.integer().describe("Which.") },
  returns: happening,
}).execute(async ({ params }) => stored[params.index] as Happened);

const parts = {
  resources: [card, bank, source, happening],
  methods: [list, retrieve],
  events: [paid, gone],
};

interface Listed {
  readonly data: readonly { readonly type: string }[];
}

async function at(past: Past, step = 0) {
  const kit = await testKit(smallApi(parts, [...past, { knows_gone: knowsGone }]));
  const caller = kit.callAs({ version: versionAt(step) });
  return {
    async types(params: Record<string, unknown> = {}) {
      const { body } = await caller.call<Listed>("list", params);
      return body.data.map((one) => one.type);
    },
    list: async (params: Record<string, unknown>) => (await caller.call("list", params)).body,
    retrieve: (index: number) => caller.call("retrieve", { index }),
  };
}

describe("a guard", () => {
  it("looks at a nested field", async () => {
    const { types } = await at([
      { a: [eventWas(paid, { by: "details.kind", types: { credit: "credit.paid" } })] },
    ]);
    const all = ["source.paid", "credit.paid", "source.paid", "source.paid", "source.gone"];
    expect(await types()).toEqual(all);
    expect(await types({ type: "credit.*" })).toEqual(["credit.paid"]);
    expect(await types({ type: "source.paid" })).toHaveLength(3);
  });

  it("speaks of names and values as its version shows them", async () => {
    const { types } = await at([
      { a: [eventWas(paid, { by: "state", types: { finished: "paid.finished" } })] },
      {
        b: [card, bank].flatMap((one) => [
          field(one, "state", renamedTo("status")),
          field(one, "state", valuesRenamed({ finished: "done" })),
        ]),
      },
    ]);
    expect(await types({ type: "paid.*" })).toEqual(["paid.finished"]);
    expect(await types({ type: "source.paid" })).toHaveLength(3);
  });

  it("of one version goes before those of newer ones, and leaves the others to them", async () => {
    const { types, list } = await at([
      { a: [eventWas(paid, { by: "instant", types: { true: "instant.paid" } })] },
      { b: [eventWas(paid, { by: "object", types: { bank: "bank.paid", card: "card.paid" } })] },
    ]);
    expect(await types({ type: "*" })).toEqual([
      "card.paid",
      "card.paid",
      "bank.paid",
      "instant.paid",
      "source.gone",
    ]);
    expect(await types({ type: "card.paid" })).toEqual(["card.paid", "card.paid"]);
    expect((await list({ types: ["instant.paid", "bank.*"] })).data).toHaveLength(2);
  });

  it("beats a name that the same version gives to all, whichever stands first", async () => {
    const changes = [
      eventWas(paid, { by: "object", types: { bank: "bank.paid" } }),
      eventWas(paid, "all.paid"),
    ];
    for (const order of [changes, [...changes].reverse()]) {
      const { types } = await at([{ a: order }]);
      expect((await types()).slice(0, 3)).toEqual(["all.paid", "all.paid", "bank.paid"]);
    }
  });
});

describe("an event that a version does not have", () => {
  const past = [{ a: [eventWas(paid, { by: "instant", types: { true: null } })] }];

  it("is passed over before the list is cut and counted", async () => {
    const { types, list } = await at(past);
    expect(await types()).toEqual(["source.paid", "source.paid", "source.paid", "source.gone"]);
    expect(await list({ limit: 4 })).toMatchObject({ has_more: false });
    expect(await types({ type: "source.*" })).toHaveLength(4);
    expect(await types({ types: ["source.paid"] })).toHaveLength(3);
  });

  it("is not found by its id", async () => {
    const { retrieve } = await at(past);
    expect((await retrieve(0)).status).toBe(200);
    expect(await retrieve(3)).toMatchObject({
      status: 404,
      body: { error: { message: "There is no such object at your version." } },
    });
    expect((await (await at(past, 1)).retrieve(3)).status).toBe(200);
  });

  it("may be one that was added, or one that is no longer sent", async () => {
    const added = [{ a: [eventAdded(paid)] }];
    expect(await (await at(added)).types()).toEqual(["source.gone"]);
    expect(await (await at(added)).types({ type: "source.paid" })).toEqual([]);
    expect(await (await at(added, 1)).types()).toHaveLength(5);
    const newest = await at([], 1);
    expect(await newest.types()).toEqual(Array(4).fill("source.paid"));
    expect((await newest.retrieve(4)).status).toBe(404);
  });
});

describe("several events of today", () => {
  it("may have been one", async () => {
    const { types } = await at([{ a: [eventWas(paid, "source"), eventWas(gone, "source")] }]);
    expect(await types({ type: "source" })).toEqual(Array(5).fill("source"));
    expect(await types({ type: "source.paid" })).toEqual([]);
  });
});

it("a change of an event builds on later ones of the same event", () => {
  const { timeline } = smallApi(parts, [
    { a: [eventWas(paid, "a")] },
    { b: [eventWas(paid, "b")] },
    { knows_gone: knowsGone },
  ]);
  expect(timeline.dependencies.get("a")).toEqual(new Set(["b"]));
});

it("all of it holds before the matrix", async () => {
  const api = smallApi(parts, [
    { a: [eventWas(paid, { by: "details.kind", types: { credit: "credit.paid" } })] },
    { b: [eventWas(paid, { by: "object", types: { bank: null } })] },
    { knows_gone: knowsGone },
  ]);
  expect((await proveMatrix(api)).failures).toEqual([]);
});

describe("what does not fit", () => {
  // What is loaded is not there when a record is given its name.
  const held = resource("held", {
    description: "Held.",
    fields: {
      late: t.boolean().describe("Found out later."),
      note: t.string().describe("A note."),
      color: t.enum({ red: "Red.", blue: "Blue." }).describe("Its color."),
    },
  }).from<{ note: string; color: "red" | "blue" }>({
    late: batch(async (all) => all.map(() => true)),
  });
  const lost = event("held.lost", { description: "Lost.", object: held });

  it.each([
    ["late", "late has to be loaded", []],
    ["told", "told has to be loaded", ["late"]],
    ["told", "told follows from note, whose values today are not known", ["note"]],
    ["told", "told follows from several fields", ["note", "color"]],
  ])("a name by %s: %s", (by, reason, from) => {
    const told = wasComputed(
      t.boolean().describe("Told."),
      byHand({ down: () => true, samples: [[from.length > 1 ? ["", ""] : "", true]] }),
      { from },
    );
    const named = eventWas(lost, { by, types: { true: "x" } });
    const past = [{ a: [named] }, { b: from.length > 0 ? [field(held, "told", told)] : [] }];
    const [stop] = whatStops(() => smallApi({ resources: [held], events: [lost] }, past));
    expect(stop?.message).toContain(`does not fit: ${reason}`);
  });

  it("a name by what is computed from a field: filters ask for that", () => {
    const told = wasComputed(t.boolean().describe("Told."), isOneOf("red"), { from: ["color"] });
    const named = eventWas(lost, { by: "told", types: { true: "red.lost" } });
    const api = smallApi({ resources: [held], events: [lost] }, [
      { a: [named] },
      { b: [field(held, "told", told)] },
    ]);
    const { eventNames } = api.compiled(api.timeline.at("genesis") ?? api.timeline.head).resources
      .plain;
    expect(eventNames.matching("red.lost")).toEqual([
      { type: "held.lost", where: [{ field: "color", in: ["red"] }] },
    ]);
    expect(eventNames.nameOf("held.lost", { color: "red" })).toBe("red.lost");
    expect(eventNames.nameOf("held.lost", { color: "blue" })).toBe("held.lost");
  });

  const stop = (past: Past) => whatStops(() => smallApi(parts, past))[0]?.message;
  const knows = { knows_gone: knowsGone };

  it.each([
    [
      "no field",
      eventWas(paid, { by: "colour", types: { red: "red" } }),
      "source has no colour now",
    ],
    [
      "no such value",
      eventWas(paid, { by: "details.kind", types: { gold: "gold" } }),
      "source has no details.kind that may be gold",
    ],
    ["gone already", eventAdded(gone), "it is not sent now"],
    ["no until", eventRemoved(paid), 'the definition must have until: "x"'],
  ])("%s", (_name, change, reason) => {
    const past =
      reason === "it is not sent now" ? [knows, { x: [change] }] : [{ x: [change] }, knows];
    expect(stop(past)).toContain(`does not fit: ${reason}`);
  });

  it("two names for the same objects", () => {
    const names = { by: "object", types: { card: "a" } };
    expect(stop([{ x: [eventWas(paid, names), eventWas(paid, names)] }, knows])).toContain("twice");
    expect(stop([{ x: [eventWas(paid, "a"), eventWas(paid, "b")] }, knows])).toContain("twice");
  });

  it("an event that no gate brings back", () => {
    expect(stop([{ knows_gone: [] }])).toContain("source.gone is there until knows_gone");
    expect(stop([])).toContain("source.gone is there until knows_gone, which no version lists");
  });
});
