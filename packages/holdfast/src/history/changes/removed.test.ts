import { expect, it } from "vitest";
import { resource, t } from "../../index.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import type { Loose } from "../small-api.fixture.js";
import { removed } from "./removed.js";
import { renamedTo } from "./renamed-to.js";

const text = t.string().describe("A text.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    id: text,
    fee: text.until("charge_has_fee"),
    amount: text,
    card: t.object({ number: text, cvc: text.until("card_has_cvc") }).describe("What was charged."),
    parts: t
      .list(t.object({ sum: text, tax: text.until("parts_have_tax") }).describe("One."))
      .describe("What it is made of."),
    old: t
      .object({ note: text, memo: text.until("old_has_memo") })
      .until("charge_has_old")
      .describe("What was."),
  },
}).from<Loose>();

const record = {
  id: "ch_1",
  fee: "f",
  amount: "a",
  card: { number: "4242", cvc: "1" },
  parts: [{ sum: "s", tax: "t" }],
  old: { note: "n", memo: "m" },
};
const newest = { id: "ch_1", amount: "a", card: { number: "4242" }, parts: [{ sum: "s" }] };

it("is shown again, at its place, by versions older than its gate", async () => {
  const lab = await openLab({ shown: charge, record }, () => [
    { old_has_memo: [field(charge, "old.memo", removed())] },
    {
      charge_has_fee: [field(charge, "fee", removed())],
      card_has_cvc: [field(charge, "card.cvc", removed())],
      parts_have_tax: [field(charge, "parts.tax", removed())],
      charge_has_old: [field(charge, "old", removed())],
    },
  ]);
  expect(JSON.stringify(await lab.shows(2))).toBe(JSON.stringify(newest));
  expect(JSON.stringify(await lab.shows(1))).toBe(
    JSON.stringify({ ...record, old: { note: "n" } }),
  );
  expect(JSON.stringify(await lab.shows(0))).toBe(JSON.stringify(record));
});

it("is found under the older names of what it stands in", async () => {
  const lab = await openLab({ shown: charge, record }, () => [
    {
      card_has_cvc: [field(charge, "source.cvc", removed())],
      old_has_memo: [field(charge, "history.memo", removed())],
    },
    {
      source: [field(charge, "source", renamedTo("card"))],
      history: [field(charge, "history", renamedTo("old"))],
    },
    {
      charge_has_fee: [field(charge, "fee", removed())],
      parts_have_tax: [field(charge, "parts.tax", removed())],
      charge_has_old: [field(charge, "old", removed())],
    },
  ]);
  expect(await lab.shows(0)).toMatchObject({
    source: { number: "4242", cvc: "1" },
    history: { note: "n", memo: "m" },
  });
  expect(await lab.shows(1)).toMatchObject({ source: { number: "4242" }, history: { note: "n" } });
});

it("is a param that only older versions take, and that logic still gets", async () => {
  const params = {
    amount: text,
    fee: text.optional().until("send_takes_fee"),
    card: t
      .object({ number: text, cvc: text.optional().until("card_takes_cvc") })
      .describe("A card."),
  };
  const lab = await openLab({ params }, ({ send }) => [
    {
      send_takes_fee: [param(send, "fee", removed())],
      card_takes_cvc: [param(send, "card.cvc", removed())],
    },
  ]);
  const sent = { amount: "a", fee: "f", card: { number: "4242", cvc: "1" } };
  expect(await lab.takes(0, sent)).toEqual(sent);
  expect(await lab.takes(1, sent)).toMatch(
    /^Received unknown parameter: fee\. It was removed in version 2011-01-01\.$/,
  );
  expect(await lab.takes(1, { amount: "a", card: sent.card })).toMatch(
    /^Received unknown parameter: card\[cvc\]\. It was removed in version 2011-01-01\.$/,
  );
});
