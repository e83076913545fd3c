import { describe, expect, it } from "vitest";
import { method, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import {
  asText,
  byHand,
  isOneOf,
  isPresent,
  joined,
  oneMember,
  partsJoined,
  reversed,
  unchanged,
} from "../conversions/index.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi } from "../small-api.fixture.js";
import { renamedTo } from "./renamed-to.js";
import { wasOfType } from "./retyped.js";

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

describe("wasOfType, in answers", () => {
  const name = t.object({ first: text, last: text }).describe("A name.");
  const cases: [string, ReturnType<typeof field>, object][] = [
    ["a value", field(charge, "dispute", wasOfType(flag, isPresent())), { dispute: true }],
    [
      "a value under another name",
      field(charge, "disputed", wasOfType(flag, isPresent(), { now: "dispute" })),
      { dispute: undefined, disputed: true },
    ],
    [
      "a value under another name, elsewhere",
      field(
        charge,
        "code",
        wasOfType(
          t.integer().describe("Its length."),
          byHand({ down: (code: string) => code.length, samples: [["abc", 3]] }),
          { now: "outcome.code" },
        ),
      ),
      { outcome: { rule: "r" }, code: 2 },
    ],
    [
      "a value within an object",
      field(charge, "outcome.code", wasOfType(flag, isOneOf("ok"))),
      { outcome: { code: true, rule: "r" } },
    ],
    [
      "a value in a list",
      field(charge, "parts.amount", wasOfType(text, asText())),
      { parts: [{ amount: "12" }] },
    ],
    [
      "an object that was a text",
      field(charge, "outcome", wasOfType(text, oneMember("code"))),
      { outcome: "ok" },
    ],
    [
      "a text that was an object",
      field(charge, "dispute", wasOfType(name, reversed(oneMember("first", { last: "" })))),
      { dispute: { first: "dp_1", last: "" } },
    ],
    [
      "a text that was a list of objects",
      field(
        charge,
        "dispute",
        wasOfType(
          t.list(name).describe("Names."),
          byHand({
            down: (id: string) => [{ first: id, last: "" }],
            samples: [["a", [{ first: "a", last: "" }]]],
          }),
        ),
      ),
      { dispute: [{ first: "dp_1", last: "" }] },
    ],
    [
      "what several fields say",
      field(
        charge,
        "dispute",
        wasOfType(text, partsJoined(","), { from: ["dispute", "secret", "outcome.rule"] }),
      ),
      { dispute: "dp_1,s,r" },
    ],
    [
      "what one other field says",
      field(charge, "dispute", wasOfType(text, unchanged(), { from: ["secret"] })),
      { dispute: "s" },
    ],
    [
      "no value at all: it is the same",
      field(charge, "dispute", wasOfType(t.id("dp").describe("Its id."))),
      {},
    ],
  ];
  it.each(cases)("%s", async (_name, change, older) => {
    const lab = await openLab({ shown: charge, record }, () => [{ was: [change] }]);
    expect(await lab.shows(1)).toEqual(newest);
    expect(await lab.shows(0)).toEqual({ ...newest, ...older });
  });

  it("lets older changes speak of what it was", async () => {
    const lab = await openLab({ shown: charge, record }, () => [
      { names: [field(charge, "dispute.given", renamedTo("first"))] },
      {
        object: [
          field(charge, "dispute", wasOfType(name, reversed(oneMember("first", { last: "" })))),
        ],
      },
    ]);
    expect(await lab.shows(0)).toMatchObject({ dispute: { given: "dp_1", last: "" } });
    expect(await lab.shows(1)).toMatchObject({ dispute: { first: "dp_1", last: "" } });
  });
});

const length = byHand({
  up: (value: string) => value.length,
  samples: [[3, "abc"]],
  loss: "all but its length",
});

describe("wasOfType, in requests", () => {
  const params = {
    amount: t.integer().optional().describe("How much."),
    who: t.object({ name: text }).optional().describe("Who."),
  };
  const cases: [
    string,
    (send: Parameters<typeof param>[0]) => ReturnType<typeof param>,
    object,
    object,
  ][] = [
    [
      "a value",
      (send) => param(send, "amount", wasOfType(text, length)),
      { amount: "abc" },
      { amount: 3 },
    ],
    [
      "a value under another name",
      (send) => param(send, "sum", wasOfType(text, asText(), { now: "amount" })),
      { sum: "3" },
      { amount: 3 },
    ],
    [
      "a text that is an object now",
      (send) => param(send, "who", wasOfType(text, oneMember("name"))),
      { who: "A" },
      { who: { name: "A" } },
    ],
    [
      "an object that is another now",
      (send) =>
        param(
          send,
          "who",
          wasOfType(
            t.object({ first: text, last: text }).describe("Who."),
            byHand({
              up: ({ first, last }: { first: string; last: string }) => ({
                name: `${first} ${last}`,
              }),
              samples: [[{ name: "A B" }, { first: "A", last: "B" }]],
            }),
          ),
        ),
      { who: { first: "A", last: "B" } },
      { who: { name: "A B" } },
    ],
    [
      "an object that is a number now",
      (send) =>
        param(
          send,
          "amount",
          wasOfType(
            t.object({ cents: t.integer().describe("Cents.") }).describe("How much."),
            reversed(oneMember("cents")),
          ),
        ),
      { amount: { cents: 3 } },
      { amount: 3 },
    ],
  ];
  it.each(cases)("%s", async (_name, change, sent, head) => {
    const lab = await openLab({ params }, ({ send }) => [{ was: [change(send)] }]);
    expect(await lab.takes(0, sent)).toEqual(head);
    expect(await lab.takes(1, head)).toEqual(head);
  });

  it("runs the conversions of all versions between, oldest first", async () => {
    const lab = await openLab({ params }, ({ send }) => [
      {
        b: [
          param(send, "amount", wasOfType(t.list(text).describe("Many."), reversed(joined("-")))),
        ],
      },
      { a: [param(send, "amount", wasOfType(text, length))] },
    ]);
    expect(await lab.takes(0, { amount: ["ab", "c"] })).toEqual({ amount: 4 });
    expect(await lab.takes(1, { amount: "abc" })).toEqual({ amount: 3 });
  });

  it("keeps what is sensitive out of errors, and what is secret from publishable keys", async () => {
    const card = resource("card", {
      description: "A card.",
      fields: { print: text.secretOnly() },
    }).from<{ print: string }>();
    const send = method("send", {
      route: "POST /send",
      description: "Sends.",
      params: { number: text.sensitive() },
      returns: card,
      keys: ["secret", "publishable"],
    }).execute(async () => ({ print: "p" }));
    const api = smallApi({ resources: [card], methods: [send] }, [
      {
        was: [
          param(send, "number", wasOfType(t.integer().describe("Its number."), reversed(asText()))),
          field(
            card,
            "print",
            wasOfType(
              t.integer().describe("A number."),
              byHand({ down: () => 7, samples: [["p", 7]] }),
            ),
          ),
        ],
      },
    ]);
    const kit = await testKit(api);
    const { body } = await kit.callAs({ version: "genesis" }).call("send", { number: "4242x" });
    expect(body.error?.message).toBe(
      "Invalid number: must be an integer, but something else was given.",
    );
    const open = kit.callAs({ version: "genesis", publishable: true });
    expect((await open.call("send", { number: 1 })).body).toEqual({});
    const secret = kit.callAs({ version: "genesis" });
    expect((await secret.call("send", { number: 1 })).body).toEqual({ print: 7 });
  });
});
