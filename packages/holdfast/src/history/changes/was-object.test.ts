import { describe, expect, it } from "vitest";
import { field, param, resource, t } from "../../index.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { removed } from "./removed.js";
import { renamedTo } from "./renamed-to.js";
import { wasObject } from "./was-object.js";

const text = t.string().describe("A text.");
const maybe = t.string().nullable().describe("A text.");
const charge = resource("charge", {
  description: "A charge.",
  fields: {
    id: text,
    card_last4: maybe,
    bank_city: maybe,
    bank_zip: maybe,
    total: text,
    old: text.until("had_old"),
  },
}).from<Loose>();
const record = {
  id: "ch",
  card_last4: "4242",
  bank_city: "B",
  bank_zip: null,
  total: "t",
  old: "o",
};

/** A card with a bank within it, each with members that are flat today. */
const nested = [
  ["card.bank.zip", renamedTo(".bank_zip")],
  ["card", wasObject("The card.")],
  ["card.last4", renamedTo(".card_last4")],
  ["card.bank", wasObject("Its bank.", { null: "without members" })],
  ["card.bank.city", renamedTo(".bank_city")],
] as const;

const orders = [nested, [...nested].reverse()];

describe("an object that is gone", () => {
  it.each(orders)("is there again with what stood in it, across levels", async (...said) => {
    const changes = said.map(([path, verb]) => field(charge, path, verb));
    const lab = (values: object) =>
      openLab({ shown: charge, record: { ...record, ...values } }, () => [
        { older: [field(charge, "card.name", renamedTo("last4"))] },
        { changed: changes },
        { had_old: [field(charge, "old", removed())] },
      ]);
    const flat = await lab({});
    expect(JSON.stringify(await flat.shows(1))).toBe(
      '{"id":"ch","card":{"last4":"4242","bank":{"city":"B","zip":null}},"total":"t","old":"o"}',
    );
    expect(await flat.shows(0)).toMatchObject({ card: { name: "4242" } });
    expect(await (await lab({ card_last4: null, bank_city: null })).shows(1)).toMatchObject({
      card: { last4: null, bank: null },
    });
  });

  const address = {
    city: t.string().nullable().optional().describe("The city."),
    zip: t.string().nullable().optional().describe("The code."),
    speed: t.string().default("slow").describe("How fast."),
    name: t.string().optional().describe("Who."),
  };
  const to = ["city", "zip"].map((name) => [`to.${name}`, renamedTo(`.${name}`)] as const);

  it("as a param touches nothing where it is left out, and unsets its members where it is null", async () => {
    const { takes } = await openLab({ params: address }, ({ send }) => [
      {
        changed: [
          param(send, "to", wasObject("Where to.", { null: "without members" })),
          ...to.map(([path, verb]) => param(send, path, verb)),
        ],
      },
    ]);
    expect(await takes(0, {})).toEqual({ speed: "slow" });
    expect(await takes(0, { to: {} })).toEqual({ speed: "slow" });
    expect(await takes(0, { to: { city: "B" } })).toEqual({ city: "B", speed: "slow" });
    expect(await takes(0, { to: { city: null } })).toEqual({ city: null, speed: "slow" });
    expect(await takes(0, { to: null })).toEqual({ city: null, zip: null, speed: "slow" });
    expect(await takes(0, { city: "B" })).toMatch(/city.*to\[city\]/);
  });

  it("as a param keeps its members' defaults and what they need, though it is left out", async () => {
    const { takes, calls } = await openLab({ params: { ...address, who: text } }, ({ send }) => [
      {
        changed: [
          param(send, "to", wasObject("Where to.")),
          param(send, "to.speed", renamedTo(".speed")),
        ],
      },
      {
        needs: [
          param(send, "for", wasObject("For whom.")),
          param(send, "for.name", renamedTo(".who")),
        ],
      },
    ]);
    expect(await takes(0, { for: { name: "A" } })).toEqual({ speed: "slow", who: "A" });
    expect(await takes(0, { for: { name: "A" }, to: { speed: "fast" } })).toEqual({
      speed: "fast",
      who: "A",
    });
    const left = await calls("send", 1);
    expect(left.body.error).toMatchObject({ type: "invalid_request_error", param: "for" });
    const empty = await calls("send", 1, { for: {} });
    expect(empty.body.error?.param).toBe("for[name]");
    expect(await takes(1, { for: null })).toMatch(/for/);
  });

  it.each([
    [
      "without words",
      [field(charge, "card", wasObject(" ")), field(charge, "card.id", renamedTo(".id"))],
      "change_unfit",
    ],
    ["in which nothing stands", [field(charge, "card", wasObject("A card."))], "change_unfit"],
    [
      "of the name of a field that stays",
      [field(charge, "id", wasObject("A card.")), field(charge, "id.sum", renamedTo(".total"))],
      "collision",
    ],
    [
      "that two gates bring back",
      [
        field(charge, "card", wasObject("A card.")),
        field(charge, "card", wasObject("A card.")),
        field(charge, "card.id", renamedTo(".id")),
      ],
      "conflict",
    ],
  ])("is refused %s", (_how, changes, id) => {
    const had = { had_old: [field(charge, "old", removed())] };
    const stops = whatStops(() => smallApi({ resources: [charge] }, [{ changed: changes }, had]));
    expect(stops.map((one) => one.id)).toEqual([id]);
  });

  it("is refused as a param that can be null where a member cannot", async () => {
    const stops = openLab({ params: address }, ({ send }) => [
      {
        changed: [
          param(send, "to", wasObject("Where to.", { null: "without members" })),
          param(send, "to.name", renamedTo(".name")),
        ],
      },
    ]);
    await expect(stops).rejects.toThrow(/not all of its members can/);
  });
});
