import { describe, expect, test } from "vitest";
import { compareSchemas } from "./compare.js";

const object = (properties: object, required: readonly string[] = [], rest: object = {}) => ({
  type: "object",
  properties,
  required,
  ...rest,
});
const text = { type: "string" };
const whole = { type: "integer" };

/** Requires some more where `a` is 1. */
const whenOne = (required: readonly string[]) =>
  Object.fromEntries([
    ["if", object({ a: { const: 1 } }, ["a"])],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ["then", { required }],
  ]);

describe("decides which schema holds more", () => {
  test.each([
    ["equal", { type: "string" }, { type: ["string"] }],
    ["equal", { const: 1 }, { enum: [1] }],
    ["equal", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }],
    ["equal", { type: ["string", "null"] }, { oneOf: [{ type: "null" }, text] }],
    [
      "equal",
      object({ a: text, b: whole }, ["a"]),
      { allOf: [object({ a: text }, ["a"]), object({ b: whole })] },
    ],
    ["equal", object({ a: text }, ["a"]), { allOf: [object({ a: text }), { required: ["a"] }] }],
    ["equal", { type: "boolean" }, { enum: [true, false] }],
    ["equal", { type: "integer" }, { type: "number", multipleOf: 1 }],
    ["equal", { type: "integer", exclusiveMinimum: 0 }, { type: "integer", minimum: 1 }],
    ["equal", { not: { not: text } }, text],
    [
      "equal",
      { not: { type: "null" } },
      { type: ["string", "number", "boolean", "object", "array"] },
    ],
    ["equal", { anyOf: [{ const: "a" }, { const: "b" }] }, { enum: ["b", "a"] }],
    ["narrower", { type: "number" }, whole],
    ["narrower", { maximum: 10 }, { maximum: 5 }],
    ["narrower", text, { type: "string", minLength: 1 }],
    ["narrower", text, { type: "string", pattern: "^[a-z]+$" }],
    ["narrower", text, { type: "string", format: "date" }],
    ["narrower", { type: "array", items: text }, { type: "array", items: text, uniqueItems: true }],
    ["narrower", object({ a: text }), object({ a: text }, ["a"])],
    ["narrower", object({ a: text }), object({ a: text }, [], { additionalProperties: false })],
    ["narrower", { anyOf: [text, whole] }, text],
    ["narrower", object({ a: text }), object({ a: text }, [], { minProperties: 1 })],
    ["narrower", {}, { not: { const: 3 } }],
    [
      "narrower",
      object({ a: { type: "array", items: object({ b: text }) } }),
      object({ a: { type: "array", items: object({ b: { type: "string", maxLength: 3 } }) } }),
    ],
    ["wider", { enum: ["a"] }, { enum: ["a", "b"] }],
    ["wider", { enum: ["a"] }, text],
    [
      "wider",
      object({ a: text }, [], { additionalProperties: false }),
      object({ a: text, b: text }, [], { additionalProperties: false }),
    ],
    ["equal", object({ a: text }), object({ a: text, b: text })],
    ["incomparable", text, whole],
    ["incomparable", { type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }],
    [
      "incomparable",
      { type: "integer", minimum: 1, maximum: 5 },
      { type: "integer", minimum: 3, maximum: 8 },
    ],
    ["narrower", whenOne(["b"]), whenOne(["b", "c"])],
    [
      "narrower",
      object({ a: text, b: text }),
      object({ a: text, b: text }, [], { dependentRequired: { a: ["b"] } }),
    ],
    [
      "equal",
      object({ a: text, b: text }, [], { unevaluatedProperties: false }),
      object({ a: text, b: text }, [], { additionalProperties: false }),
    ],
    [
      "equal",
      object({ a: text, b: text }, [], { additionalProperties: false }),
      { allOf: [object({ a: text }), object({ b: text })], unevaluatedProperties: false },
    ],
    [
      "narrower",
      { anyOf: [object({ a: text }, ["a"]), object({ b: text }, ["b"])] },
      { oneOf: [object({ a: text }, ["a"]), object({ b: text }, ["b"])] },
    ],
  ] as const)("%s: %j → %j", (relation, old, next) => {
    const found = compareSchemas(old, next);
    expect(found).toMatchObject({ relation });
    expect(found.proven).not.toBe("tested");
  });
});
