import fc from "fast-check";
import {
  added,
  becameRequired,
  field,
  merged,
  param,
  partsJoined,
  removed,
  renamedTo,
  supersededBy,
  t,
  valuesRenamed,
} from "holdfast";
import type { Contract } from "holdfast/contract";
import { expect, test } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { attributesOf } from "./attributes.js";
import { compareContracts } from "./compare.js";
import type { Difference } from "./difference.js";
import { shapeAt, subjectsOf } from "./existing.js";
import { differencesOfGate } from "./gate.js";
import { apiOf, methodOf, resourceOf, text } from "./lab.fixture.js";
import { matched } from "./matching.js";

const card = resourceOf("card", { last4: text });
const charge = resourceOf("charge", {
  source: text,
  status: t.enum({ succeeded: "It did.", failed: "It did not." }).describe("How it ended."),
  name: text,
  balance: text,
  card: t.resource(card).describe("The card."),
  fee: text.until("has_fee"),
});
const token = resourceOf("token", { card: t.resource(card).describe("The card.") });
const create = methodOf("charges.create", { source: text, currency: text }, charge);
const tokens = methodOf("tokens.create", {}, token);
const api = apiOf(
  [create, tokens],
  [charge, card, token],
  [
    {
      has_card_id: [field(charge, "source", renamedTo("card_id"))],
      has_names: [merged(charge, { first_name: text, last_name: text }, "name", partsJoined(" "))],
      lacks_balance: [field(charge, "balance", added())],
    },
    {
      has_source: [field(charge, "card_id", renamedTo("source"))],
      says_paid: [field(charge, "status", valuesRenamed({ paid: "succeeded" }))],
      lacks_currency: [param(create, "currency", becameRequired("usd"))],
      has_both: [field(charge, "account_balance", supersededBy("balance"))],
    },
    {
      has_fee: [field(charge, "fee", removed())],
      has_digits: [field(token, "card.digits", renamedTo("last4"))],
    },
  ],
);

function at(version: string): Contract {
  return api.timeline.at(version) ?? api.timeline.head;
}

function between(older: string, newer: string): readonly Difference[] {
  return compareContracts(at(older), at(newer), api.definitions);
}

function said(all: readonly Difference[]): readonly string[] {
  return all.map(({ subject, says }) => `${subject.name}: ${says}`);
}

test("a step says what each of its gates did, on both sides in the names of that side", () => {
  const all = between("2011-01-01", "2012-01-01");
  expect(all).toEqual([
    {
      kind: "required",
      subject: { on: "method", name: "charges.create" },
      part: "params",
      before: { path: "currency", value: "usd" },
      after: { path: "currency" },
      says: "`currency` must be sent now; left out, it was `usd`.",
      mend: "Always send `currency`.",
      gates: ["lacks_currency"],
    },
    {
      kind: "renamed",
      subject: { on: "resource", name: "charge" },
      part: "fields",
      before: { path: "card_id" },
      after: { path: "source" },
      says: "`card_id` is now `source`.",
      mend: "Read `source` instead of `card_id`.",
      gates: ["has_source"],
    },
    {
      kind: "value_renamed",
      subject: { on: "resource", name: "charge" },
      part: "fields",
      before: { path: "status", value: "paid" },
      after: { path: "status", value: "succeeded" },
      says: "The value `paid` of `status` is now `succeeded`.",
      mend: "Look for `succeeded` instead of `paid`.",
      gates: ["says_paid"],
    },
    {
      kind: "removed",
      subject: { on: "resource", name: "charge" },
      part: "fields",
      before: { path: "account_balance", value: "string" },
      after: undefined,
      says: "`account_balance` is gone; see `balance`.",
      mend: "Read `balance` instead of `account_balance`.",
      gates: ["has_both"],
    },
  ]);
});

test("what was renamed and renamed back is what it was", () => {
  const all = between("genesis", "2012-01-01");
  expect(said(all).filter((one) => one.includes("source"))).toEqual([]);
  // Of two names that stood for one, the older one became the newer one.
  expect(said(all)).toContain("charge: `account_balance` is now `balance`.");
});

test("several that became one are gone, and lead to it", () => {
  const all = between("genesis", "2011-01-01");
  expect(said(all)).toContain("charge: `first_name` is gone; see `name`.");
  expect(said(all)).toContain("charge: `last_name` is gone; see `name`.");
});

test("what is so at one place only is told of what stands around it", () => {
  const all = between("2012-01-01", "2013-01-01");
  expect(said(all)).toEqual([
    "charge: `fee` is gone.",
    "token: `card.digits` is now `card.last4`.",
  ]);
});

test("it can be limited to some subjects", () => {
  const [older, newer] = [at("genesis"), at("2013-01-01")];
  const all = compareContracts(older, newer, api.definitions, ({ name }) => name === "token");
  expect(said(all)).toEqual(["token: `card.digits` is now `card.last4`."]);
});

test("a gate alone does what it does, and not what its version does beside it", () => {
  expect(said(differencesOfGate(api, "says_paid"))).toEqual([
    "charge: The value `paid` of `status` is now `succeeded`.",
  ]);
  expect(said(differencesOfGate(api, "has_card_id"))).toEqual([
    "charge: `source` is now `card_id`.",
  ]);
  expect(differencesOfGate(api, "no_such_gate")).toEqual([]);
});

test("nothing differs from itself, and whatever comes or goes is told", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(13), fc.nat(13), (seed, one, other) => {
      const made = generatedApi({ methods: 10, versions: 14, seed });
      const contracts = made.timeline.versions.flatMap(({ name }) => made.timeline.at(name) ?? []);
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const [older, newer] = [contracts[from], contracts[to]];
      if (!older || !newer) return;
      // Another object that says the same.
      const twin = {
        ...older,
        methods: new Map([...older.methods].map(([key, value]) => [key, { ...value }])),
      };
      expect(compareContracts(older, twin, made.definitions)).toEqual([]);
      const all = compareContracts(older, newer, made.definitions);
      for (const subject of subjectsOf(newer)) {
        const [before, after] = [shapeAt(older, subject), shapeAt(newer, subject)];
        if (!before || !after) continue;
        const told = all.filter(
          (difference) =>
            difference.subject.on === subject.on && difference.subject.name === subject.name,
        );
        const { gone, come } = matched(before, after);
        const isTold = (path: readonly string[], side: "before" | "after") =>
          told.some((difference) => {
            const place = difference[side]?.path;
            return (
              place !== undefined &&
              path.some((_step, end) => path.slice(0, end + 1).join(".") === place)
            );
          });
        for (const { path } of gone) expect(isTold(path, "before")).toBe(true);
        for (const { path } of come) expect(isTold(path, "after")).toBe(true);
        expect(attributesOf(after).length - come.length).toBe(
          attributesOf(before).length - gone.length,
        );
      }
      for (const { says, mend = "Nothing." } of all) {
        expect(says).toMatch(/\.$/);
        expect(`${says} ${mend}`).not.toMatch(/undefined|\[object|\.\.|``/);
      }
    }),
    { numRuns: 12 },
  );
});
