import fc from "fast-check";
import { field, renamedTo, supersededBy, t, wasOfType } from "holdfast";
import { expect, test } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { attributesOf } from "./attributes.js";
import { identitiesOf } from "./identity.js";
import { apiOf, methodOf, resourceOf, text } from "./lab.fixture.js";

const charge = resourceOf("charge", {
  source: t.object({ last4: text, brand: text }).describe("A card."),
  balance: t.integer().describe("What is owed."),
  created: t.timestamp().describe("When."),
  lines: t.list(t.object({ amount: t.integer().describe("How much.") })).describe("Lines."),
});
const api = apiOf(
  [methodOf("charges.create", {}, charge)],
  [charge],
  [
    { has_number: [field(charge, "card.number", renamedTo("last4"))] },
    {
      has_card: [field(charge, "card", renamedTo("source"))],
      has_both: [field(charge, "account_balance", supersededBy("balance"))],
    },
    {
      is_flat: [field(charge, "brand", renamedTo("source.brand"))],
      is_text: [field(charge, "at", wasOfType(text, undefined, { now: "created" }))],
    },
  ],
);

function identitiesAt(version: string): ReadonlyMap<string, string> {
  const shape = api.timeline.at(version)?.resources.get("charge")?.shape;
  return shape ? identitiesOf(shape) : new Map();
}

test("an attribute is the same whatever it is called, wherever it stands, whatever its type", () => {
  const newest = identitiesAt("2013-01-01");
  const oldest = identitiesAt("genesis");
  expect(oldest.get("card.number")).toBe(newest.get("source.last4"));
  expect(oldest.get("card")).toBe(newest.get("source"));
  expect(oldest.get("brand")).toBe(newest.get("source.brand"));
  expect(oldest.get("at")).toBe(newest.get("created"));
  expect(oldest.get("lines.amount")).toBe(newest.get("lines.amount"));
});

test("of two that show the same, the one with today's name is the one of today", () => {
  const newest = identitiesAt("2013-01-01");
  const both = identitiesAt("2011-01-01");
  expect(both.get("balance")).toBe(newest.get("balance"));
  expect(both.get("account_balance")).not.toBe(newest.get("balance"));
});

test("keys are unique within a shape, and there is one for every attribute", () => {
  fc.assert(
    fc.property(fc.nat(1000), (seed) => {
      const { timeline } = generatedApi({ methods: 10, versions: 14, seed });
      for (const { name } of timeline.versions) {
        const contract = timeline.at(name);
        const shapes = [
          ...[...(contract?.resources.values() ?? [])].map(({ shape }) => shape),
          ...[...(contract?.methods.values() ?? [])].map(({ params }) => params),
        ];
        for (const shape of shapes) {
          const keys = identitiesOf(shape);
          const names = attributesOf(shape).map((one) => one.name);
          expect([...keys.keys()]).toEqual(names);
          expect(new Set(keys.values()).size).toBe(names.length);
        }
      }
    }),
    { numRuns: 3 },
  );
});
