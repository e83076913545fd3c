import { describe, expect, it } from "vitest";
import { error, method, resource, t } from "../../index.js";
import { byHand, isOneOf, isPresent, unchanged } from "../conversions/index.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { renamedTo } from "./renamed-to.js";
import { wasComputed, wasOfType } from "./retyped.js";

const text = t.string().describe("A text.");
const flag = t.boolean().describe("Yes or no.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    dispute: text.nullable(),
    outcome: t.object({ code: text, rule: text }).describe("How it ended."),
    parts: t
      .list(t.object({ amount: t.integer().describe("How much.") }).describe("One."))
      .describe("Parts."),
    secret: text.internal(),
  },
}).from<Loose>();

const record = {
  dispute: "dp_1",
  outcome: { code: "ok", rule: "r" },
  parts: [{ amount: 12 }],
  secret: "s",
};
const { secret: _secret, ...newest } = record;

describe("wasComputed", () => {
  const first = t.object({ code: text }).describe("An object.");
  const cases: [string, ReturnType<typeof field>, object][] = [
    [
      "from a sibling",
      field(charge, "disputed", wasComputed(flag, isPresent(), { from: ["dispute"] })),
      { disputed: true },
    ],
    [
      "from what is internal",
      field(
        charge,
        "fee",
        wasComputed(
          text,
          byHand({ down: (secret: string) => `${secret}!`, samples: [["a", "a!"]] }),
          { from: ["secret"] },
        ),
      ),
      { fee: "s!" },
    ],
    [
      "within an object",
      field(charge, "outcome.fine", wasComputed(flag, isOneOf("ok"), { from: ["code"] })),
      { outcome: { code: "ok", rule: "r", fine: true } },
    ],
    [
      "from elsewhere",
      field(
        charge,
        "fine",
        wasComputed(
          flag,
          byHand({
            down: (code: string, id: string) => code + id === "okdp_1",
            samples: [[["ok", "dp_1"], true]],
          }),
          { from: ["outcome.code", "dispute"] },
        ),
      ),
      { fine: true },
    ],
    [
      "an object",
      field(
        charge,
        "result",
        wasComputed(
          first,
          byHand({
            down: ({ code }: { code: string }) => ({ code, more: 1 }),
            samples: [[{ code: "a" }, { code: "a", more: 1 }]],
          }),
          { from: ["outcome"] },
        ),
      ),
      { result: { code: "ok" } },
    ],
    [
      "in the items of a list",
      field(charge, "parts.free", wasComputed(flag, isOneOf(0), { from: ["amount"] })),
      { parts: [{ amount: 12, free: false }] },
    ],
  ];
  it.each(cases)("%s", async (_name, change, older) => {
    const lab = await openLab({ shown: charge, record }, () => [{ was: [change] }]);
    expect(await lab.shows(1)).toEqual(newest);
    expect(await lab.shows(0)).toEqual({ ...newest, ...older });
  });

  it("stands where its first source stands", async () => {
    const lab = await openLab({ shown: charge, record }, () => [
      { was: [field(charge, "disputed", wasComputed(flag, isPresent(), { from: ["dispute"] }))] },
    ]);
    expect(Object.keys((await lab.shows(0)) as object)).toEqual([
      "dispute",
      "disputed",
      "outcome",
      "parts",
    ]);
  });
});

describe("a change that does not fit", () => {
  const bad = error("bad", { status: 400, type: "x", description: "Bad.", message: "Bad." });
  const send = method("send", {
    route: "POST /send",
    description: "Sends.",
    params: { a: text },
    returns: charge,
  }).execute(async () => ({}));
  const cases: [string, ReturnType<typeof field>, string][] = [
    [
      "no description",
      field(charge, "x", wasComputed(t.string(), unchanged(), { from: ["dispute"] })),
      "its older type has no description",
    ],
    [
      "no description of a part",
      field(charge, "dispute", wasOfType(t.object({ a: t.string() }))),
      "a of its older type has no description",
    ],
    [
      "no description of a value",
      field(charge, "dispute", wasOfType(t.enum({ a: "" }))),
      "the value a of its older type has no description",
    ],
    [
      "a param that is computed",
      param(send, "x", wasComputed(flag, isPresent(), { from: ["a"] })),
      "a param cannot be computed: today's API has no place for it",
    ],
    [
      "a move out of a list",
      field(charge, "amount", renamedTo("parts.amount")),
      "its two places do not belong to the same record",
    ],
    [
      "a computation out of a list",
      field(charge, "x", wasComputed(flag, isPresent(), { from: ["parts.amount"] })),
      "its two places do not belong to the same record",
    ],
  ];
  it.each(cases)("%s", (_name, change, reason) => {
    const stops = whatStops(() =>
      smallApi({ resources: [charge], methods: [send], errors: [bad] }, [{ was: [change] }]),
    );
    expect(stops).toHaveLength(1);
    expect(stops[0]?.id).toBe("change_unfit");
    expect(stops[0]?.message).toContain(reason);
  });
});
