import { describe, expect, it } from "vitest";
import { error, method, param, resource, t } from "../index.js";
import type { Change } from "./change.js";
import { checkAdded } from "./changes/check-changes.js";
import { valuesAdded, valuesRenamed } from "./changes/enum-values.js";
import { statusWas } from "./changes/error-changes.js";
import { routeWas } from "./changes/method-changes.js";
import { wireWas } from "./changes/other-changes.js";
import { becameUndocumented } from "./changes/presence.js";
import { removed } from "./changes/removed.js";
import { added, renamedTo } from "./changes/renamed-to.js";
import { wasComputed, wasOfType } from "./changes/retyped.js";
import { byHand } from "./conversions/by-hand.js";
import { field } from "./field.js";
import { openLab } from "./lab.fixture.js";
import { type Loose, smallApi, whatStops } from "./small-api.fixture.js";

const text = t.string().describe("A text.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    source: t
      .object({ expiry: text, number: text, cvc: text.until("had_cvc") })
      .describe("What was charged."),
    total: text,
    status: t.enum({ won: "Won.", lost: "Lost.", closed: "Closed." }).describe("How it ended."),
    old: t.object({ note: text }).until("had_old").describe("What was."),
  },
}).from<Loose>();

const record = {
  source: { expiry: "12/30", number: "4242", cvc: "111" },
  total: "t",
  status: "closed",
  old: { note: "n" },
};

/** Every order of some changes, for what must not hang on it. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((one) =>
    orders(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}

const had = {
  had_cvc: [field(charge, "source.cvc", removed())],
  had_old: [field(charge, "old", removed())],
};

/** Shows the record before one version whose changes each stand in a gate of their own. */
async function before(changes: readonly (readonly [string, Change])[]): Promise<unknown> {
  const gates = Object.fromEntries(changes.map(([gate, change]) => [gate, [change]]));
  const lab = await openLab({ shown: charge, record }, () => [gates, had]);
  return lab.shows(0);
}

describe("changes of one version, in any order", () => {
  const cases: [string, (readonly [string, Change])[], object][] = [
    [
      "a parent's and a child's rename",
      [
        ["a", field(charge, "card", renamedTo("source"))],
        ["b", field(charge, "card.exp", renamedTo("expiry"))],
      ],
      { source: undefined, card: { exp: "12/30", number: "4242", cvc: "111" } },
    ],
    [
      "a parent's move and a child's rename",
      [
        ["a", field(charge, "old.card", renamedTo(".source"))],
        ["b", field(charge, "old.card.exp", renamedTo("expiry"))],
      ],
      { source: undefined, old: { note: "n", card: { exp: "12/30", number: "4242", cvc: "111" } } },
    ],
    [
      "a child's move into a renamed parent, and its brother's out",
      [
        ["a", field(charge, "card", renamedTo("source"))],
        ["b", field(charge, "card.sum", renamedTo(".total"))],
        ["c", field(charge, "number", renamedTo("source.number"))],
      ],
      {
        source: undefined,
        card: { expiry: "12/30", cvc: "111", sum: "t" },
        number: "4242",
        total: undefined,
      },
    ],
    [
      "a swap of a parent with a field of another object",
      [
        ["a", field(charge, "total", renamedTo("source"))],
        ["b", field(charge, "source", renamedTo("total"))],
        ["c", field(charge, "total.exp", renamedTo("expiry"))],
      ],
      { source: "t", total: { exp: "12/30", number: "4242", cvc: "111" } },
    ],
    [
      "a rename and another type",
      [
        ["a", field(charge, "sum", renamedTo("total"))],
        [
          "b",
          field(
            charge,
            "sum",
            wasOfType(
              t.integer().describe("Its length."),
              byHand({ down: (value: string) => value.length, samples: [["abc", 3]] }),
            ),
          ),
        ],
      ],
      { sum: 1, total: undefined },
    ],
    [
      "values renamed, values added and the field renamed",
      [
        ["a", field(charge, "state", valuesRenamed({ victory: "won" }))],
        ["b", field(charge, "state", valuesAdded({ closed: "won" }))],
        ["c", field(charge, "state", renamedTo("status"))],
      ],
      { state: "victory", status: undefined },
    ],
    [
      "a computed field in a place that is moved, from one that is renamed",
      [
        ["a", field(charge, "card", renamedTo("source"))],
        [
          "b",
          field(
            charge,
            "card.last2",
            wasComputed(
              text,
              byHand({ down: (number: string) => number.slice(-2), samples: [["4242", "42"]] }),
              { from: ["number"] },
            ),
          ),
        ],
        ["c", field(charge, "card.digits", renamedTo("number"))],
      ],
      { source: undefined, card: { expiry: "12/30", digits: "4242", cvc: "111", last2: "42" } },
    ],
    [
      "an addition that takes the name that another field had",
      [
        ["a", field(charge, "total", renamedTo("status"))],
        ["b", field(charge, "total", added())],
      ],
      { total: "closed", status: undefined },
    ],
  ];
  it.each(cases)("%s", async (_name, changes, changed) => {
    for (const order of orders(changes)) {
      const shown = { ...record, ...changed };
      expect(await before(order)).toEqual(shown);
    }
  });

  it("moves a field into an object that another change brings back", async () => {
    const lab = await openLab({ shown: charge, record }, () => [
      { inside: [field(charge, "old.sum", renamedTo(".total"))], ...had },
    ]);
    expect(await lab.shows(0)).toEqual({
      ...record,
      total: undefined,
      old: { note: "n", sum: "t" },
    });
  });
});

describe("two changes that set the same thing", () => {
  const send = method("send", {
    route: "POST /send",
    description: "Sends.",
    params: { a: text },
    returns: charge,
    checks: {
      one: { description: "One.", test: () => true },
      two: { description: "Two.", test: () => true },
    },
  }).execute(async () => ({}));
  const bad = error("bad", { status: 400, type: "x", description: "Bad.", message: "Bad." });
  const stopping = (changes: Readonly<Record<string, readonly Change[]>>) =>
    whatStops(() =>
      smallApi({ resources: [charge], methods: [send], errors: [bad] }, [changes, had]),
    ).map(({ id, message }) => `${id}: ${message}`);

  const cases: [string, Change, Change, string][] = [
    [
      "a field with two older names",
      field(charge, "a", renamedTo("total")),
      field(charge, "b", renamedTo("total")),
      "charge.b",
    ],
    [
      "a field of two older types",
      field(charge, "total", wasOfType(t.integer())),
      field(charge, "total", wasOfType(t.boolean())),
      "charge.total",
    ],
    [
      "values that had two older names",
      field(charge, "status", valuesRenamed({ a: "won" })),
      field(charge, "status", valuesRenamed({ b: "won" })),
      "charge.status",
    ],
    ["a method at two older routes", routeWas(send, "POST /a"), routeWas(send, "POST /b"), "send"],
    ["an error with two older statuses", statusWas(bad, 402), statusWas(bad, 403), "bad"],
    [
      "everything written in two ways",
      wireWas({ nulls: "omitted", lists: "array" }),
      wireWas({ nulls: "omitted" }),
      "nulls",
    ],
    ["a check lifted twice", checkAdded(send, "one"), checkAdded(send, "one"), "send"],
  ];
  it.each(cases)("%s", (_name, one, other, subject) => {
    expect(stopping({ x: [one], y: [other] })).toEqual([
      `conflict: x and y (2011-01-01) change ${subject} twice in the same way.`,
    ]);
    expect(stopping({ x: [one, other] })).toEqual([
      `conflict: x (2011-01-01) change ${subject} twice in the same way.`,
    ]);
  });

  it("is not two changes that add up", () => {
    expect(
      stopping({
        x: [checkAdded(send, "one"), wireWas({ nulls: "omitted" })],
        y: [checkAdded(send, "two"), wireWas({ lists: "array" }), param(send, "b", renamedTo("a"))],
      }),
    ).toEqual([]);
    const { methods } = smallApi({ resources: [charge], methods: [send] }, [
      { x: [checkAdded(send, "one")], y: [checkAdded(send, "two")] },
      had,
    ]).timeline.at("genesis") ?? { methods: new Map() };
    expect(methods.get("send")?.lifted).toEqual(["one", "two"]);
  });

  it("is told beside what else is wrong", () => {
    expect(stopping({ x: [field(charge, "total", becameUndocumented())] })).toEqual([
      "change_unfit: x (2011-01-01) changes charge.total in a way that does not fit: the definition must mark it .undocumented().",
    ]);
  });
});
