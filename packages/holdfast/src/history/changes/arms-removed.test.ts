import { describe, expect, it } from "vitest";
import { error, field, method, param, Raised, renamedTo, resource, t } from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { armsRemoved, armsRenamed } from "./arms.js";

const text = t.string().describe("A text.");
const tag = <const V extends string>(value: V) => t.literal(value).describe("What it is.");
const source = () =>
  t.union("kind", {
    card: t.object({ kind: tag("card"), number: text }),
    coin: t.object({ kind: tag("coin"), wallet: text }).until("had_coins"),
  });
const charge = resource("charge", {
  description: "A charge.",
  fields: {
    source: source().nullable().describe("What was charged."),
    others: t.list(source()).describe("Others."),
    deep: t.object({ byName: t.mapOf(source()).describe("By name.") }).describe("Deep."),
  },
}).from<Loose>();

const card = { kind: "card", number: "1" } as const;
const coin = { kind: "coin", wallet: "2" } as const;
const record = { source: coin, others: [coin, card, coin], deep: { byName: { a: card, b: coin } } };
const params = {
  source: source().optional().describe("What is charged."),
  others: t.list(source()).optional().describe("Others."),
};
const paths = ["source", "others", "deep.byName"];
const hadCoins = paths.map((path) => field(charge, path, armsRemoved("coin")));

const lab = () =>
  openLab({ shown: charge, record, params }, ({ send }) => [
    {
      a: [
        field(charge, "source", armsRenamed({ bit: "coin" })),
        field(charge, "source<bit>.purse", renamedTo("wallet")),
        param(send, "source<coin>.purse", renamedTo("wallet")),
      ],
    },
    {
      had_coins: [
        ...hadCoins,
        param(send, "source", armsRemoved("coin")),
        param(send, "others", armsRemoved("coin")),
      ],
      // What one gate brings back, another one of the same version may change.
      others_differ: [field(charge, "others<coin>.id", renamedTo("wallet"))],
    },
  ]);

describe("armsRemoved", () => {
  it("shows the arm to older versions alone", async () => {
    const { shows } = await lab();
    expect(await shows(2)).toEqual({
      source: null,
      others: [card],
      deep: { byName: { a: card } },
    });
    const other = { kind: "coin", id: "2" };
    expect(await shows(1)).toEqual({ ...record, others: [other, card, other] });
    expect(await shows(0)).toMatchObject({ source: { kind: "bit", purse: "2" } });
  });

  it("takes the arm from older versions alone", async () => {
    const { takes } = await lab();
    expect(await takes(2, { source: coin })).toMatch(/source\[kind\].*card/);
    expect(await takes(2, { source: card })).toEqual({ source: card });
    expect(await takes(1, { source: coin, others: [coin, card] })).toEqual({
      source: coin,
      others: [coin, card],
    });
    expect(await takes(0, { source: { kind: "coin", purse: "2" } })).toEqual({ source: coin });
    expect(await takes(0, { source: coin })).toMatch(/source\[(purse|wallet)\]/);
  });

  it("is so in an error's body", async () => {
    const declined = error("declined", {
      description: "It was declined.",
      status: 402,
      type: "card_error",
      message: "Declined.",
      data: { source: source().nullable().describe("What was charged.") },
    });
    const pay = method("pay", {
      route: "POST /pay",
      description: "Pays.",
      returns: charge,
      raises: [declined],
    }).execute(async () => {
      throw new Raised(declined, { source: coin });
    });
    const { calls } = await openLab({ methods: [pay], resources: [charge] }, () => [
      { had_coins: [...hadCoins, field(declined, "source", armsRemoved("coin"))] },
    ]);
    const at = async (step: number) => (await calls("pay" as "look", step)).body;
    expect(await at(1)).toMatchObject({ error: { source: null } });
    expect(await at(0)).toMatchObject({ error: { source: coin } });
  });

  it("holds before the matrix", async () => {
    const { api } = await lab();
    await proveMatrix(api);
  });
});

describe("what does not fit", () => {
  const bare = resource("bare", {
    description: "Bare.",
    fields: { source: source().describe("What was charged.") },
  }).from<Loose>();
  const stops = (...changes: Parameters<typeof smallApi>[1][number][string]) =>
    whatStops(() => smallApi({ resources: [bare] }, [{ had_coins: changes }]))[0];

  it.each([
    ["an arm that never went", "card", 'must have an arm card there, marked .until("had_coins")'],
    ["an arm that is none", "gold", 'must have an arm gold there, marked .until("had_coins")'],
    ["nothing to see instead", "coin", "newer versions have nothing to see instead"],
  ])("%s", (_what, arm, reason) => {
    expect(stops(field(bare, "source", armsRemoved(arm)))?.message).toContain(reason);
  });

  it("an arm that no gate brings back", () => {
    expect(stops()?.message).toContain("bare.source<coin> is there until had_coins, but");
    const [unknown] = whatStops(() => smallApi({ resources: [bare] }, []));
    expect(unknown?.message).toContain("is there until had_coins, which no version lists");
  });

  it("an arm without descriptions", () => {
    const mute = t.union("kind", {
      card: t.object({ kind: tag("card") }),
      coin: t.object({ kind: tag("coin"), wallet: t.string() }).until("had_coins"),
    });
    const shown = resource("shown", {
      description: "Shown.",
      fields: { source: mute.nullable().describe("What.") },
    }).from<Loose>();
    const [stop] = whatStops(() =>
      smallApi({ resources: [shown] }, [
        { had_coins: [field(shown, "source", armsRemoved("coin"))] },
      ]),
    );
    expect(stop?.id).toBe("description_missing");
  });
});
