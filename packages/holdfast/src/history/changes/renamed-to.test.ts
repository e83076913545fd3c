import { describe, expect, it } from "vitest";
import { resource, t } from "../../index.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import type { Loose } from "../small-api.fixture.js";
import { added, renamedTo, supersededBy } from "./renamed-to.js";

const text = t.string().describe("A text.");
const number = t.integer().describe("A number.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    id: text,
    source: text,
    card: t
      .object({ number: text, expiry: t.object({ month: number }).describe("When it ends.") })
      .nullable()
      .describe("A card."),
    parts: t.list(t.object({ amount: number }).describe("One.")).describe("What it is made of."),
  },
}).from<Loose>();

const record = {
  id: "ch_1",
  source: "s",
  card: { number: "4242", expiry: { month: 12 } },
  parts: [{ amount: 1 }, { amount: 2 }],
};

const params = {
  source: t.string().optional().describe("What to charge."),
  card: t
    .object({ number: t.string().optional().describe("Its number.") })
    .optional()
    .describe("A card."),
  parts: t
    .list(t.object({ amount: number }).describe("One."))
    .optional()
    .describe("What it is made of."),
  whom: t
    .either(text, t.object({ name: text }).describe("Who it is."))
    .optional()
    .describe("Whom."),
};

describe("renamedTo, in answers", () => {
  const cases: [string, string, string, object][] = [
    ["a field, which keeps its place", "card_id", "source", { ...record, source: undefined }],
    ["in a nested object", "card.digits", "number", {}],
    ["two levels down", "card.expiry.mon", "month", {}],
    ["in a list of objects", "parts.cents", "amount", {}],
    ["out of an object", "card_number", "card.number", {}],
    ["into an object", "card.source", ".source", {}],
    ["an object as a whole", "payment_card", "card", {}],
    ["an object into another's child", "card.expiry.source", ".source", {}],
  ];
  const older: Record<string, unknown> = {
    "a field, which keeps its place": {
      id: "ch_1",
      card_id: "s",
      card: record.card,
      parts: record.parts,
    },
    "in a nested object": { ...record, card: { digits: "4242", expiry: { month: 12 } } },
    "two levels down": { ...record, card: { number: "4242", expiry: { mon: 12 } } },
    "in a list of objects": { ...record, parts: [{ cents: 1 }, { cents: 2 }] },
    "out of an object": { ...record, card: { expiry: { month: 12 } }, card_number: "4242" },
    "into an object": {
      id: "ch_1",
      card: { ...record.card, source: "s" },
      parts: record.parts,
    },
    "an object as a whole": {
      id: "ch_1",
      source: "s",
      payment_card: record.card,
      parts: record.parts,
    },
    "an object into another's child": {
      id: "ch_1",
      card: { number: "4242", expiry: { month: 12, source: "s" } },
      parts: record.parts,
    },
  };
  it.each(cases)("%s", async (name, before, now) => {
    const lab = await openLab({ shown: charge, record }, () => [
      { old: [field(charge, before, renamedTo(now))] },
    ]);
    expect(JSON.stringify(await lab.shows(1))).toBe(JSON.stringify(record));
    expect(JSON.stringify(await lab.shows(0))).toBe(JSON.stringify(older[name]));
  });

  it("shows null where what it stands in is null", async () => {
    const lab = await openLab({ shown: charge, record: { ...record, card: null } }, () => [
      { old: [field(charge, "card_number", renamedTo("card.number"))] },
    ]);
    expect(await lab.shows(0)).toEqual({ ...record, card: null, card_number: null });
  });
});

describe("renamedTo, in requests", () => {
  const cases: [string, string, string, object, object][] = [
    ["a param", "token", "source", { token: "t" }, { source: "t" }],
    ["in an object", "card.digits", "number", { card: { digits: "1" } }, { card: { number: "1" } }],
    ["in a list", "parts.cents", "amount", { parts: [{ cents: 1 }] }, { parts: [{ amount: 1 }] }],
    [
      "in a hash that may be a text",
      "whom.called",
      "name",
      { whom: { called: "A" } },
      { whom: { name: "A" } },
    ],
    ["a text that may be a hash", "buyer", "whom", { buyer: "b" }, { whom: "b" }],
    ["out of an object", "number", "card.number", { number: "1" }, { card: { number: "1" } }],
    [
      "into an object",
      "card.token",
      ".source",
      { card: { token: "t" } },
      { card: {}, source: "t" },
    ],
  ];
  it.each(cases)("%s", async (_name, before, now, sent, head) => {
    const lab = await openLab({ params }, ({ send }) => [
      { old: [param(send, before, renamedTo(now))] },
    ]);
    expect(await lab.takes(0, sent)).toEqual(head);
    expect(await lab.takes(1, head)).toEqual(head);
    expect(await lab.takes(1, sent)).toMatch(/^Received unknown parameter: /);
  });
});

it("follows a chain of names, each at its version", async () => {
  const lab = await openLab({ shown: charge, record, params }, ({ send }) => [
    {
      was_first: [
        field(charge, "first", renamedTo("second")),
        param(send, "first", renamedTo("second")),
      ],
    },
    {
      was_second: [
        field(charge, "second", renamedTo("source")),
        param(send, "second", renamedTo("source")),
      ],
    },
  ]);
  for (const [step, name] of ["first", "second", "source"].entries()) {
    expect(await lab.shows(step)).toMatchObject({ [name]: "s" });
    expect(await lab.takes(step, { [name]: "t" })).toEqual({ source: "t" });
  }
});

it("gives a name another meaning at another version", async () => {
  const transfer = resource("transfer", {
    description: "A transfer.",
    fields: { statement_descriptor: text, memo: text },
  }).from<Loose>();
  const lab = await openLab(
    { shown: transfer, record: { statement_descriptor: "s", memo: "m" } },
    () => [
      { one: [field(transfer, "statement_descriptor", renamedTo("statement_description"))] },
      {
        two: [field(transfer, "statement_description", renamedTo("memo"))],
        three: [field(transfer, "text", renamedTo("statement_descriptor"))],
      },
    ],
  );
  expect(await lab.shows(2)).toEqual({ statement_descriptor: "s", memo: "m" });
  expect(await lab.shows(1)).toEqual({ text: "s", statement_description: "m" });
  expect(await lab.shows(0)).toEqual({ text: "s", statement_descriptor: "m" });
});

it("swaps two names at once", async () => {
  const lab = await openLab({ shown: charge, record, params }, () => [
    {
      one: [field(charge, "id", renamedTo("source"))],
      two: [field(charge, "source", renamedTo("id"))],
    },
  ]);
  expect(await lab.shows(0)).toMatchObject({ id: "s", source: "ch_1" });
});

describe("supersededBy", () => {
  const past = ({ send }: Parameters<Parameters<typeof openLab>[1]>[0]) => [
    {
      both: [
        field(charge, "token", supersededBy("source")),
        param(send, "token", supersededBy("source")),
      ],
    },
  ];

  it("shows both names in older versions", async () => {
    const lab = await openLab({ shown: charge, record, params }, past);
    expect(await lab.shows(0)).toEqual({ ...record, token: "s" });
    expect(await lab.shows(1)).toEqual(record);
  });

  it("takes either, both if they agree, and refuses them if they do not", async () => {
    const lab = await openLab({ shown: charge, record, params }, past);
    for (const sent of [{ token: "t" }, { source: "t" }, { source: "t", token: "t" }]) {
      expect(await lab.takes(0, sent)).toEqual({ source: "t" });
    }
    const { status, body } = await lab.calls("send", 0, { source: "a", token: "b" });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "parameters_disagree", param: "token" });
    expect(body.error?.message).toBe(
      "token and source name the same thing but have different values.",
    );
  });

  it("needs one of the names where the param is required", async () => {
    const lab = await openLab({ params: { source: text } }, ({ send }) => [
      { both: [param(send, "token", supersededBy("source"))] },
    ]);
    expect(await lab.takes(0, { token: "t" })).toEqual({ source: "t" });
    expect(await lab.takes(0, { source: "t" })).toEqual({ source: "t" });
    expect(await lab.takes(0, {})).toBe("Missing required param: source.");
  });

  it("may stand in another object", async () => {
    const lab = await openLab({ shown: charge, record, params }, ({ send }) => [
      {
        both: [
          field(charge, "number", supersededBy("card.number")),
          param(send, "number", supersededBy("card.number")),
        ],
      },
    ]);
    expect(await lab.shows(0)).toEqual({ ...record, number: "4242" });
    expect(await lab.takes(0, { number: "1" })).toEqual({ card: { number: "1" } });
    expect(await lab.takes(0, { number: "1", card: { number: "1" } })).toEqual({
      card: { number: "1" },
    });
    expect(await lab.takes(0, { number: "1", card: { number: "2" } })).toMatch(/different values/);
  });

  it("is left by one of its names first, then by the other", async () => {
    const lab = await openLab({ shown: charge, record, params }, () => [
      { only_token: [field(charge, "source", added())] },
      { both: [field(charge, "token", supersededBy("source"))] },
    ]);
    expect(await lab.shows(0)).toEqual({ ...record, source: undefined, token: "s" });
    expect(await lab.shows(1)).toEqual({ ...record, token: "s" });
    expect(await lab.shows(2)).toEqual(record);
  });
});

describe("added", () => {
  it("is neither shown nor taken by older versions", async () => {
    const lab = await openLab({ shown: charge, record, params }, ({ send }) => [
      { less: [field(charge, "card.expiry", added()), param(send, "source", added())] },
    ]);
    expect(await lab.shows(0)).toEqual({ ...record, card: { number: "4242" } });
    expect(await lab.shows(1)).toEqual(record);
    expect(await lab.takes(1, { source: "s" })).toEqual({ source: "s" });
    expect(await lab.takes(0, { source: "s" })).toMatch(/^Received unknown parameter: source/);
  });

  it("may take a name that another field had before", async () => {
    const lab = await openLab({ shown: charge, record }, () => [
      {
        id_was_source: [field(charge, "source", renamedTo("id"))],
        no_source: [field(charge, "source", added())],
      },
    ]);
    expect(await lab.shows(0)).toEqual({ source: "ch_1", card: record.card, parts: record.parts });
  });
});
