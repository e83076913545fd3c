import fc from "fast-check";
import {
  added,
  armsRenamed,
  dispatched,
  dispatchedTo,
  field,
  formOf,
  methodAdded,
  methodWas,
  param,
  partsJoined,
  removed,
  renamedTo,
  resourceWas,
  splitInto,
  supersededBy,
  t,
  valuesAdded,
  valuesRenamed,
} from "holdfast";
import { expect, test } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { attributesOf } from "./attributes.js";
import { namesAt, shapeAt } from "./existing.js";
import { apiOf, methodOf, resourceOf, text } from "./lab.fixture.js";
import { Lifelines } from "./lifelines.js";
import { valuesOf } from "./value-chain.js";

const bank = t
  .object({ type: t.literal("bank_account").describe("A bank."), number: text })
  .describe("A bank.");
const card = t
  .object({ type: t.literal("card").describe("A card."), last4: text })
  .describe("A card.");
const charge = resourceOf("charge", {
  source: t.string().describe("What was charged."),
  fee: t.integer().describe("What it cost.").until("has_fee"),
  status: t
    .enum({ succeeded: "It did.", failed: "It did not.", disputed: "Not sure." })
    .describe("How it ended."),
  way: t.union("type", { bank_account: bank, card }).describe("How."),
  first_name: text,
  last_name: text,
});
const create = methodOf("charges.create", { source: text, balance: text }, charge);
const refund = methodOf("refunds.create", {}, charge);
const old = dispatched("charges.make", {
  route: "POST /v1/make",
  description: "Makes a charge.",
  to: create,
  until: "has_make",
});
const payout = resourceOf("payout", { object: t.literal("payout").describe("What it is.") });
const pay = methodOf("payouts.create", {}, payout);
const api = apiOf(
  [create, refund, old, pay],
  [charge, payout],
  [
    {
      lacks_refunds: [methodAdded(refund)],
      has_fee: [field(charge, "fee", removed())],
      says_paid: [field(charge, "status", valuesRenamed({ paid: "succeeded" }))],
      lacks_balance: [param(create, "balance", added())],
    },
    {
      has_make: [dispatchedTo(old, create)],
      has_charge: [methodWas(create, "charges.charge")],
      has_card: [field(charge, "card", renamedTo("source"))],
      says_bank: [field(charge, "way", armsRenamed({ bank: "bank_account" }))],
      is_transfer: [resourceWas(payout, "transfer")],
    },
    {
      has_name: [
        field(charge, "name", splitInto(["first_name", "last_name"], partsJoined(" "), text)),
      ],
      lacks_disputed: [field(charge, "status", valuesAdded({ disputed: "failed" }))],
      has_both: [param(create, "account_balance", supersededBy("balance"))],
    },
  ],
);
const lifelines = new Lifelines(api);
const ofCharge = { on: "resource", name: "charge" } as const;
const ofCreate = { on: "method", name: "charges.create" } as const;
const newest = "2013-01-01";

test("a field that was renamed has every name that it had", () => {
  const life = lifelines.attribute(ofCharge, "fields", ["source"], newest);
  expect(life).toEqual({
    since: undefined,
    until: undefined,
    names: [
      { name: "card", from: "genesis", to: "2011-01-01" },
      { name: "source", from: "2012-01-01", to: newest },
    ],
    addedOn: undefined,
    replacedBy: [],
  });
  expect(lifelines.attribute(ofCharge, "fields", ["card"], "genesis")).toEqual(life);
});

test("what is gone says since when, and what took its place", () => {
  const fee = lifelines.attribute(ofCharge, "fields", ["fee"], "genesis");
  expect(fee).toMatchObject({ since: undefined, until: "2011-01-01", replacedBy: [] });
  const name = lifelines.attribute(ofCharge, "fields", ["name"], "2012-01-01");
  expect(name).toMatchObject({ until: newest, replacedBy: ["first_name", "last_name"] });
  const account = lifelines.attribute(ofCreate, "params", ["account_balance"], "2011-01-01");
  expect(account).toMatchObject({ until: newest, replacedBy: ["balance"] });
});

test("where two names are one thing for a while, each has a life of its own", () => {
  const balance = lifelines.attribute(ofCreate, "params", ["balance"], newest);
  expect(balance.since).toBe("2011-01-01");
  const before = lifelines.attribute(ofCreate, "params", ["account_balance"], "genesis");
  expect(before.names).toEqual([{ name: "account_balance", from: "genesis", to: "2012-01-01" }]);
});

test("methods come, go, are renamed and answered by others", () => {
  expect(lifelines.method("refunds.create").since).toBe("2011-01-01");
  expect(lifelines.method("charges.make")).toMatchObject({
    since: undefined,
    until: "2012-01-01",
    replacedBy: ["charges.create"],
  });
  expect(lifelines.method("charges.create").names).toEqual([
    { name: "charges.charge", from: "genesis", to: "2011-01-01" },
    { name: "charges.create", from: "2012-01-01", to: newest },
  ]);
});

test("resources have the names that callers know them by", () => {
  expect(lifelines.resource("payout").names.map(({ name }) => name)).toEqual([
    "transfer",
    "payout",
  ]);
  expect(lifelines.resource("nothing")).toMatchObject({ names: [], until: undefined });
});

test("values of enums and variants of unions have lives", () => {
  expect(lifelines.value(ofCharge, ["status"], newest, "succeeded").names).toEqual([
    { name: "paid", from: "genesis", to: "genesis" },
    { name: "succeeded", from: "2011-01-01", to: newest },
  ]);
  expect(lifelines.value(ofCharge, ["status"], "genesis", "paid").until).toBe(undefined);
  expect(lifelines.value(ofCharge, ["status"], newest, "disputed").since).toBe(newest);
  expect(lifelines.variant(ofCharge, ["way"], "genesis", "bank").names).toEqual([
    { name: "bank", from: "genesis", to: "2011-01-01" },
    { name: "bank_account", from: "2012-01-01", to: newest },
  ]);
  const number = lifelines.attribute(ofCharge, "fields", ["way<bank>", "number"], "genesis");
  expect(number.names.at(-1)?.name).toBe("way<bank_account>.number");
});

test("what only a draft ends, or begins, is nothing to those who ask at a released version", () => {
  const one = resourceOf("charge", { source: text, note: text });
  const make = methodOf("charges.create", {}, one);
  const again = methodOf("charges.again", {}, one);
  const next = {
    has_card: [field(one, "card", renamedTo("source"))],
    lacks_note: [field(one, "note", added())],
    lacks_again: [methodAdded(again)],
  };
  const lives = new Lifelines(apiOf([make, again], [one], [{}], next));
  const preview = "2011-01-01-preview";
  const released = lives.attribute(ofCharge, "fields", ["card"], "genesis");
  expect(released.names).toEqual([{ name: "card", from: "genesis", to: "2011-01-01" }]);
  expect(released.until).toBe(undefined);
  const drafted = lives.attribute(ofCharge, "fields", ["source"], preview);
  expect(drafted.names.map(({ name }) => name)).toEqual(["card", "source"]);
  expect(lives.attribute(ofCharge, "fields", ["note"], preview).since).toBe(preview);
  expect(lives.method("charges.again").since).toBe(preview);
  expect(lives.names().some(({ name }) => name === "note" || name === "charges.again")).toBe(false);
});

test("additions have the day of the ledger, at the versions that had them not when they came", () => {
  const at = ["resources", "charge", "fields", "source"];
  const addition = {
    date: "2026-11-21",
    what: "field charge.source",
    versions: ["2012-01-01"],
    at,
    shape: {},
  };
  const lives = new Lifelines(api, [addition]);
  expect(lives.attribute(ofCharge, "fields", ["source"], newest).addedOn).toBe("2026-11-21");
  expect(lives.isReleasedLater(ofCharge, ["source"], "2012-01-01")).toBe(true);
  expect(lives.isReleasedLater(ofCharge, ["source"], newest)).toBe(false);
  expect(lives.isReleasedLater(ofCharge, ["status"], "2012-01-01")).toBe(false);
  expect(lives.isReleasedLater(ofCharge, [], "2012-01-01")).toBe(false);
});

test("what stands at one place only, or in one form, is followed to where it is as everywhere", () => {
  const card = resourceOf("card", { last4: text });
  const kind = t.enum({ card: "A card.", bank: "A bank." }).describe("What it is.");
  const source = resourceOf("source", { kind, last4: text });
  const token = resourceOf("token", { card: t.resource(card).describe("The card.") });
  const made = [methodOf("tokens.create", {}, token), methodOf("sources.create", {}, source)];
  const lives = new Lifelines(
    apiOf(
      made,
      [card, source, token],
      [
        {
          has_digits: [field(token, "card.digits", renamedTo("last4"))],
          is_bank: [resourceWas(source, { by: "kind", names: { bank: "bank_account" } })],
          has_number: [field(formOf(source, "bank_account"), "number", renamedTo("last4"))],
        },
      ],
    ),
  );
  const both = (older: string) => [
    { name: older, from: "genesis", to: "genesis" },
    { name: "last4", from: "2011-01-01", to: "2011-01-01" },
  ];
  const ofToken = { on: "resource", name: "token" } as const;
  const placed = lives.attribute(ofToken, "fields", ["card", "digits"], "genesis");
  expect(placed.names).toEqual(both("digits"));
  const form = { on: "resource", name: "source@:bank_account" } as const;
  expect(lives.attribute(form, "fields", ["number"], "genesis").names).toEqual(both("number"));
  const known = (name: string) => lives.names().find((one) => one.name === name);
  expect(known("card.digits")).toMatchObject({ subject: { name: "token" }, now: "card.last4" });
  expect(known("number")).toMatchObject({ subject: { name: "source" }, now: "last4" });
  expect(known("bank_account")).toMatchObject({ kind: "resource", now: "source" });
});

test("an old name leads to what it is called now", () => {
  const now = (name: string, subject: string) =>
    lifelines.names().find((one) => one.name === name && one.subject.name === subject)?.now;
  expect(now("card", "charge")).toBe("source");
  expect(now("name", "charge")).toBe("first_name");
  expect(now("account_balance", "charges.create")).toBe("balance");
  expect(now("paid", "charge")).toBe("succeeded");
  expect(now("charges.charge", "charges.create")).toBe("charges.create");
  expect(now("charges.make", "charges.make")).toBe("charges.create");
  expect(now("transfer", "payout")).toBe("payout");
  expect(now("fee", "charge")).toBe(undefined);
});

test("a name is there at every version of its span, and at none just before or after", () => {
  fc.assert(
    fc.property(fc.nat(1000), (seed) => {
      const made = generatedApi({ methods: 10, versions: 14, seed });
      const all = made.timeline.versions.map(({ name }) => name);
      const known = new Lifelines(made).names();
      for (const { name, subject, kind, path, from, to } of known) {
        const has = (version: string | undefined): boolean => {
          const contract = made.timeline.at(version ?? "");
          if (!contract) return false;
          if (!path) return namesAt(contract, subject).includes(name);
          const shape = shapeAt(contract, subject);
          const found = shape ? attributesOf(shape) : [];
          if (kind !== "value") return found.some((one) => one.name === name);
          return found.some(({ field: one }) => valuesOf(one).includes(name));
        };
        const [first, last] = [all.indexOf(from), all.indexOf(to)];
        expect(first).toBeGreaterThanOrEqual(0);
        for (const version of all.slice(first, last + 1)) expect(has(version)).toBe(true);
        if (kind === "value") continue;
        const isAgain = known.some(
          (one) =>
            one !== undefined && one.name === name && one.subject === subject && one.from !== from,
        );
        if (!isAgain) expect(has(all[last + 1]) || has(all[first - 1])).toBe(false);
      }
    }),
    { numRuns: 3 },
  );
});
