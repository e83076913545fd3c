import { expect, test } from "vitest";
import { field, method, param, resource, t } from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { partsJoined } from "../conversions/parts.js";
import { smallApi } from "../small-api.fixture.js";
import { armsRenamed } from "./arms.js";
import { merged } from "./merged.js";
import { renamedTo } from "./renamed-to.js";
import { splitInto } from "./split-into.js";
import { wasObject } from "./was-object.js";

const text = t.string().describe("A text.");
const maybe = t.string().nullable().describe("A text.");

interface PersonRecord {
  readonly first: string | null;
  readonly last: string | null;
  readonly title: string;
  readonly city: string | null;
  readonly payer: { readonly kind: "card" | "bank"; readonly number: string };
}
const payer = t
  .union("kind", {
    card: t
      .object({ kind: t.literal("card").describe("What it is."), number: text })
      .describe("A card."),
    bank: t
      .object({ kind: t.literal("bank").describe("What it is."), number: text })
      .describe("A bank."),
  })
  .describe("Who pays.");
const person = resource("person", {
  description: "A person.",
  fields: { first: maybe, last: maybe, title: text, city: maybe, payer },
}).from<PersonRecord>();
const update = method("people.update", {
  route: "POST /people",
  description: "Changes a person.",
  params: {
    first: maybe.optional(),
    last: maybe.optional(),
    title: text.optional(),
    city: maybe.optional(),
    payer: t.same(payer).optional(),
  },
  returns: person,
  updates: true,
}).execute(async () => ({
  first: null,
  last: null,
  title: "t",
  city: null,
  payer: { kind: "card", number: "1" } as const,
}));

test("the matrix proves an API with every change of structure", async () => {
  const names = t.string().nullable().describe("Both names.");
  const said = [
    ["name", splitInto(["first", "last"], partsJoined(" "), names)],
    ["home", wasObject("Where it lives.", { null: "without members" })],
    ["home.city", renamedTo(".city")],
  ] as const;
  const api = smallApi({ resources: [person], methods: [update] }, [
    {
      had_parts: [merged(person, { rank: maybe, called: maybe }, "title", partsJoined("/"))],
    },
    {
      had_others: [
        field(person, "payer", armsRenamed({ account: "bank" })),
        ...said.flatMap(([path, verb]) => [field(person, path, verb), param(update, path, verb)]),
      ],
    },
  ]);
  const report = await proveMatrix(api, { seed: 1, runs: 3 });
  expect(report.unproven).toEqual([]);
});
