import { resource, t } from "../../index.js";
import type { Loose } from "../small-api.fixture.js";

export const text = t.string().describe("A text.");
export const flag = t.boolean().describe("Yes or no.");
export const integer = t.integer().describe("A number.");
export const part = t.object({ kind: text, amount: integer }).describe("One.");

export const invoice = resource("invoice", {
  description: "An invoice.",
  fields: {
    type: t.enum({ custom: "C.", standard: "S.", express: "E." }).describe("What."),
    auto_advance: flag.nullable(),
    note: text.nullable().optional(),
    due: t.timestamp().describe("When."),
    total: integer,
    first_name: text.nullable(),
    last_name: text.nullable(),
    parts: t.list(part).describe("Parts."),
    tags: t.list(text).describe("Tags."),
    source: text.nullable(),
  },
}).from<Loose>();

export const record = {
  type: "express",
  auto_advance: true,
  note: null,
  due: 1424250000,
  total: 1234,
  first_name: "Ada",
  last_name: null,
  parts: [
    { kind: "tax", amount: 5 },
    { kind: "fee", amount: 7 },
  ],
  tags: ["a", "b"],
  source: "ba_1",
};
