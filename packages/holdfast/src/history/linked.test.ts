import { describe, expect, it } from "vitest";
import { field, param, resource, t } from "../index.js";
import { valuesAdded, valuesRenamed } from "./changes/enum-values.js";
import { limitsWere } from "./changes/limits.js";
import { becameRequired } from "./changes/presence.js";
import { renamedTo } from "./changes/renamed-to.js";
import { openLab } from "./lab.fixture.js";
import type { Loose } from "./small-api.fixture.js";

const status = t.enum({ won: "Won.", lost: "Lost.", open: "Open." }).describe("How it ended.");
const note = t.string({ maxLength: 9 }).describe("A note.");
const card = t.object({ expiry: t.string().describe("Until when.") }).describe("A card.");

const tag = t.literal("card").describe("What it is.");
const source = t
  .union("kind", { card: t.object({ kind: tag, number: note }).describe("A card.") })
  .describe("What was charged.");

const charge = resource("charge", {
  description: "A charge.",
  fields: { status, note, card, source },
}).from<Loose>();
const record = {
  status: "won",
  note: "n",
  card: { expiry: "12/30" },
  source: { kind: "card", number: "1" },
};

const params = {
  status: t.same(status).optional(),
  filter: t
    .object({
      status: t.same(status).optional(),
      any: t
        .list(t.object({ status: t.same(status) }))
        .optional()
        .describe("Any."),
    })
    .optional()
    .describe("What to show."),
  how: t.same(status).optional(),
  note: t.same(note).optional(),
  source: t.same(card).optional(),
  payer: t.same(source).optional(),
  other: t.enum({ won: "Won." }).optional().describe("Something else."),
};

type Say = Parameters<typeof openLab>[1];
const lab = (past: Say) => openLab({ shown: charge, record, params }, past);
const changed = (...changes: readonly ReturnType<typeof field>[]) =>
  lab(() => [{ changed: changes }]);

describe("a param that is the same as a field", () => {
  it("has the field's older values, wherever it stands and whatever it is called", async () => {
    const { shows, takes } = await changed(field(charge, "status", valuesRenamed({ paid: "won" })));
    expect(await shows(0)).toMatchObject({ status: "paid" });
    const sent = {
      status: "paid",
      how: "paid",
      filter: { status: "paid", any: [{ status: "lost" }, { status: "paid" }] },
      other: "won",
    };
    expect(await takes(0, sent)).toEqual({
      status: "won",
      how: "won",
      filter: { status: "won", any: [{ status: "lost" }, { status: "won" }] },
      other: "won",
    });
    expect(await takes(0, { how: "won" })).toMatch(/how.*paid, lost, open/);
    expect(await takes(1, sent)).toMatch(/status/);
  });

  it("has its older name where the names are the same", async () => {
    const { takes } = await changed(
      field(charge, "state", renamedTo("status")),
      field(charge, "state", valuesAdded({ open: "lost" })),
    );
    expect(await takes(0, { state: "won", how: "lost" })).toEqual({ status: "won", how: "lost" });
    expect(await takes(0, { filter: { state: "won" } })).toEqual({ filter: { status: "won" } });
    expect(await takes(0, { state: "open" })).toMatch(/state.*won, lost/);
    expect(await takes(0, { status: "won" })).toMatch(/status.*use state/);
  });

  it("has the older limits, and the older names within an object", async () => {
    const { takes } = await changed(
      field(charge, "note", limitsWere({ maxLength: 3 })),
      field(charge, "card.exp", renamedTo("expiry")),
      field(charge, "source<card>.digits", renamedTo("number")),
    );
    expect(await takes(0, { note: "long" })).toMatch(/at most 3/);
    expect(await takes(0, { source: { exp: "1/30" } })).toEqual({ source: { expiry: "1/30" } });
    expect(await takes(0, { payer: { kind: "card", digits: "1" } })).toEqual({
      payer: { kind: "card", number: "1" },
    });
  });

  it("keeps its own presence", async () => {
    const { takes } = await changed(field(charge, "status", becameRequired()));
    expect(await takes(0, {})).toEqual({});
  });

  it("has what is said of itself, in whatever order", async () => {
    for (const order of [0, 1]) {
      const { takes } = await lab(({ send }) => {
        const both = [
          field(charge, "status", valuesRenamed({ paid: "won" })),
          param(send, "how", valuesRenamed({ success: "won" })),
        ];
        return [{ changed: order === 0 ? both : both.toReversed() }];
      });
      expect(await takes(0, { status: "paid", how: "success" })).toEqual({
        status: "won",
        how: "won",
      });
    }
  });

  it("follows at every version, and makes gates build on each other", async () => {
    const { api, takes } = await lab(() => [
      { older: [field(charge, "state", renamedTo("status"))] },
      { newer: [field(charge, "status", valuesRenamed({ paid: "won" }))] },
    ]);
    expect(await takes(0, { state: "paid" })).toEqual({ status: "won" });
    expect([...api.timeline.comingAlong("older")].sort()).toEqual(["newer", "older"]);
  });
});
