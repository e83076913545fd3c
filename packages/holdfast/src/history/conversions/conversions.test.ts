import { describe, expect, it } from "vitest";
import { resource, t } from "../../index.js";
import { wasComputed, wasOfType } from "../changes/retyped.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import type { Loose } from "../small-api.fixture.js";
import type { Conversion } from "./conversion.js";
import {
  asDate,
  asText,
  counted,
  eachItem,
  follows,
  isOneOf,
  isPresent,
  itemsWhere,
  joined,
  mapped,
  negated,
  nullAs,
  oneMember,
  onlyIdsOf,
  onlyItem,
  partsJoined,
  scaled,
  summed,
} from "./index.js";
import { flag, integer, invoice, part, record, text } from "./invoice.fixture.js";

describe("what older versions are shown", () => {
  const cases: [string, ReturnType<typeof field>, unknown][] = [
    [
      "mapped",
      field(
        invoice,
        "old",
        wasOfType(flag, mapped({ true: "custom", false: "standard" }, { express: true }), {
          now: "type",
        }),
      ),
      true,
    ],
    ["negated", field(invoice, "old", wasOfType(flag, negated(), { now: "auto_advance" })), false],
    ["isPresent", field(invoice, "old", wasComputed(flag, isPresent(), { from: ["note"] })), false],
    [
      "isOneOf",
      field(invoice, "old", wasComputed(flag, isOneOf("custom", "express"), { from: ["type"] })),
      true,
    ],
    ["nullAs", field(invoice, "old", wasOfType(text, nullAs("none"), { now: "note" })), "none"],
    [
      "scaled",
      field(
        invoice,
        "old",
        wasOfType(t.number().describe("In units."), scaled({ today: 100, before: 1 }), {
          now: "total",
        }),
      ),
      12.34,
    ],
    ["asText", field(invoice, "old", wasOfType(text, asText(), { now: "total" })), "1234"],
    [
      "asDate",
      field(invoice, "old", wasOfType(text, asDate("date_time"), { now: "due" })),
      "2015-02-18T09:00:00Z",
    ],
    [
      "onlyItem",
      field(invoice, "old", wasOfType(text.nullable(), onlyItem(), { now: "tags" })),
      "a",
    ],
    ["counted", field(invoice, "old", wasComputed(integer, counted(), { from: ["parts"] })), 2],
    [
      "summed",
      field(invoice, "old", wasComputed(integer, summed("amount"), { from: ["parts"] })),
      12,
    ],
    [
      "itemsWhere",
      field(
        invoice,
        "old",
        wasComputed(t.list(part).describe("Fees."), itemsWhere("kind", "fee"), { from: ["parts"] }),
      ),
      [{ kind: "fee", amount: 7 }],
    ],
    [
      "joined, a list",
      field(invoice, "old", wasOfType(text, joined(", "), { now: "tags" })),
      "a, b",
    ],
    [
      "partsJoined",
      field(
        invoice,
        "old",
        wasComputed(text, partsJoined(" "), { from: ["first_name", "last_name"] }),
      ),
      "Ada",
    ],
    [
      "onlyIdsOf",
      field(invoice, "old", wasComputed(text.nullable(), onlyIdsOf("card"), { from: ["source"] })),
      null,
    ],
    [
      "follows",
      field(
        invoice,
        "old",
        wasComputed(
          text,
          follows((type, parts, source) =>
            type.match([["express", parts.at(1).at("kind")]], source.or("none")),
          ),
          { from: ["type", "parts", "source"] },
        ),
      ),
      "fee",
    ],
  ];
  it.each(cases)("%s", async (_name, change, older) => {
    const lab = await openLab({ shown: invoice, record }, () => [{ was: [change] }]);
    expect(await lab.shows(1)).toEqual(record);
    expect(await lab.shows(0)).toMatchObject({ old: older });
  });

  it("leaves what is absent absent", async () => {
    const { note: _absent, ...rest } = record;
    const lab = await openLab({ shown: invoice, record: rest }, () => [
      { was: [field(invoice, "note", wasOfType(text.optional(), oneMember("x")))] },
    ]);
    expect(await lab.shows(0)).toEqual(rest);
  });
});

describe("what older callers send", () => {
  const params = {
    type: t.enum({ custom: "C.", standard: "S.", express: "E." }).default("express").describe("W."),
    total: t.integer({ min: 1 }).optional().describe("How much."),
    tags: t.list(text).nullable().optional().describe("Tags."),
    due: t.timestamp().optional().describe("When."),
  };
  const was = (name: string, type: typeof text | typeof flag, how: Conversion) => {
    return openLab({ params }, ({ send }) => [
      { was: [param(send, name, wasOfType(type.optional(), how))] },
    ]);
  };

  it("is mapped, and what it means to leave it out with it", async () => {
    const how = mapped({ true: "custom", false: "standard" }, { express: true });
    const lab = await was("type", flag, how);
    expect(await lab.takes(0, { type: false })).toEqual({ type: "standard" });
    expect(await lab.takes(1, {})).toEqual({ type: "express" });
    expect(await lab.takes(0, {})).toEqual({ type: "custom" });
  });

  it("is refused where today's API has nothing like it", async () => {
    const lab = await was("due", text, asDate("date"));
    expect(await lab.takes(0, { due: "2015-02-18" })).toEqual({
      type: "express",
      due: 1424217600,
    });
    expect(await lab.takes(0, { due: "today" })).toBe(
      'Invalid due: must be string, but "today" was given.',
    );
  });

  it("may be null, and become something else", async () => {
    const lab = await openLab({ params }, ({ send }) => [
      {
        was: [
          param(send, "tag", wasOfType(text.nullable().optional(), onlyItem(), { now: "tags" })),
        ],
      },
    ]);
    expect(await lab.takes(0, { tag: "a" })).toEqual({ type: "express", tags: ["a"] });
    expect(await lab.takes(0, { tag: null })).toEqual({ type: "express", tags: [] });
    expect(await lab.takes(1, { tags: null })).toEqual({ type: "express", tags: null });
  });

  it("passes through the conversions of all versions between", async () => {
    const lab = await openLab({ params }, ({ send }) => [
      { b: [param(send, "total", wasOfType(text.optional(), asText()))] },
      {
        a: [
          param(
            send,
            "total",
            wasOfType(
              t.number().optional().describe("In units."),
              scaled({ today: 100, before: 1 }),
            ),
          ),
        ],
      },
    ]);
    expect(await lab.takes(0, { total: "1.15" })).toEqual({ type: "express", total: 115 });
    expect(await lab.takes(1, { total: 1.15 })).toEqual({ type: "express", total: 115 });
  });
});

describe("a list of texts of which some had other names", () => {
  it("is told both ways, item by item", async () => {
    const how = eachItem(mapped({ bank_account: "external_account" }));
    const names = t.list(text).describe("What is missing.");
    const missing = resource("missing", {
      description: "What is missing.",
      fields: { names },
    }).from<Loose>();
    const shown = { names: ["external_account", "dob"] };
    const lab = await openLab({ shown: missing, record: shown, params: { names } }, ({ send }) => [
      {
        was: [
          field(missing, "names", wasOfType(names, how)),
          param(send, "names", wasOfType(names, how)),
        ],
      },
    ]);
    expect(await lab.shows(0)).toEqual({ names: ["bank_account", "dob"] });
    expect(await lab.takes(0, { names: ["dob", "bank_account"] })).toEqual({
      names: ["dob", "external_account"],
    });
  });
});
