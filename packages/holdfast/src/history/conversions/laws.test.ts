import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../definition/evaluate.js";
import type { Expr } from "../../definition/expr.js";
import { t } from "../../definition/t.js";
import type { AnyType } from "../../definition/type.js";
import type { Conversion } from "./conversion.js";
import {
  asDate,
  asText,
  eachItem,
  inTurn,
  itemsWhere,
  joined,
  mapped,
  negated,
  nullAs,
  oneMember,
  onlyIdsOf,
  onlyItem,
  reversed,
  scaled,
  unchanged,
} from "./index.js";

interface Law {
  readonly how: Conversion;
  readonly today: AnyType;
  readonly before: AnyType;
  readonly x: fc.Arbitrary<unknown>;
  readonly y: fc.Arbitrary<unknown>;
}

const text = t.string().describe("A text.");
const amount = fc.integer({ min: -1e12, max: 1e12 });
const cents = amount.map((one) => one / 100);
const seconds = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });
const word = fc.stringMatching(/^[a-z]{1,5}$/);
const types = t.enum({ custom: "C.", standard: "S.", express: "E." });
const type = fc.constantFrom("custom", "standard", "express");
const nullable = (any: fc.Arbitrary<unknown>) => fc.option(any, { nil: null });
const id = t.object({ id: text, note: text });
const plain = { noNullPrototype: true } as const;
const ids = fc.record({ id: word, note: word }, plain);

const laws: Readonly<Record<string, Law>> = {
  unchanged: { how: unchanged(), today: text, before: text, x: nullable(word), y: nullable(word) },
  negated: {
    how: negated(),
    today: t.boolean(),
    before: t.boolean(),
    x: nullable(fc.boolean()),
    y: nullable(fc.boolean()),
  },
  "mapped, one to one": {
    how: mapped({ true: "custom", false: "standard" }),
    today: t.enum({ custom: "C.", standard: "S." }),
    before: t.boolean(),
    x: nullable(fc.constantFrom("custom", "standard")),
    y: nullable(fc.boolean()),
  },
  "mapped, with a value more today": {
    how: mapped({ true: "custom", false: "standard" }, { express: true }),
    today: types,
    before: t.boolean(),
    x: nullable(type),
    y: nullable(fc.boolean()),
  },
  "mapped, with a value more before": {
    how: mapped({ a: "custom", b: "custom", c: "standard", d: "express" }),
    today: types,
    before: t.enum({ a: "A.", b: "B.", c: "C.", d: "D." }),
    x: nullable(type),
    y: nullable(fc.constantFrom("a", "b", "c", "d")),
  },
  "mapped to numbers": {
    how: mapped({ 1: "custom", 2: "standard", 3: "express" }),
    today: types,
    before: t.integer(),
    x: nullable(type),
    y: nullable(fc.constantFrom(1, 2, 3)),
  },
  "scaled, cents and units": {
    how: scaled({ today: 100, before: 1 }),
    today: t.integer({ min: -1e12, max: 1e12 }),
    before: t.number(),
    x: nullable(amount),
    y: nullable(fc.oneof(cents, fc.double({ min: -1e9, max: 1e9, noNaN: true }))),
  },
  "scaled, as many cents as there can be, and units": {
    how: scaled({ today: 100, before: 1 }),
    today: t.integer(),
    before: t.number(),
    x: fc.maxSafeInteger(),
    y: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  },
  "scaled, cents and whole units": {
    how: scaled({ today: 100, before: 1 }),
    today: t.integer(),
    before: t.integer({ min: -1e12, max: 1e12 }),
    x: amount,
    y: amount,
  },
  "scaled, seconds and milliseconds": {
    how: scaled({ today: 1, before: 1000 }),
    today: t.integer({ min: -1e12, max: 1e12 }),
    before: t.integer(),
    x: amount,
    y: amount,
  },
  "as text, an integer": {
    how: asText(),
    today: t.integer(),
    before: text,
    x: nullable(fc.maxSafeInteger()),
    y: fc.oneof(amount.map(String), fc.constantFrom("007", "1.50", "-0")),
  },
  "as text, a boolean": {
    how: asText(),
    today: t.boolean(),
    before: text,
    x: nullable(fc.boolean()),
    y: fc.constantFrom("true", "false"),
  },
  "as a date": {
    how: asDate("date"),
    today: t.timestamp(),
    before: text,
    x: nullable(seconds),
    y: seconds.map((one) => new Date(one * 1000).toISOString().slice(0, 10)),
  },
  "as a date and time": {
    how: asDate("date_time"),
    today: t.timestamp(),
    before: text,
    x: nullable(seconds),
    y: fc.oneof(
      seconds.map((one) => `${new Date(one * 1000).toISOString().slice(0, 19)}Z`),
      fc.constantFrom("2015-02-18T09:00:00.5Z", "2015-02-18T09:00:00+02:00"),
    ),
  },
  "only item": {
    how: onlyItem(),
    today: t.list(text),
    before: text.nullable(),
    x: fc.array(word),
    y: nullable(word),
  },
  "only item, reversed": {
    how: reversed(onlyItem()),
    today: text.nullable(),
    before: t.list(text),
    x: nullable(word),
    y: fc.array(word),
  },
  "one member": {
    how: oneMember("id", { note: "" }),
    today: id.nullable(),
    before: text.nullable(),
    x: nullable(ids),
    y: nullable(word),
  },
  "one member, beside which there is nothing to lose": {
    how: oneMember("id", { kind: "vat" }),
    today: t.object({ id: text, kind: t.enum({ vat: "V." }) }).nullable(),
    before: text.nullable(),
    x: nullable(fc.record({ id: word, kind: fc.constant("vat") }, plain)),
    y: nullable(word),
  },
  "each item": {
    how: eachItem(oneMember("id", { note: "" })),
    today: t.list(id),
    before: t.list(text),
    x: fc.array(ids),
    y: fc.array(word),
  },
  "first of a list, of which one member": {
    how: inTurn(onlyItem(), id.nullable(), oneMember("id", { note: "" })),
    today: t.list(id),
    before: text.nullable(),
    x: fc.array(ids),
    y: nullable(word),
  },
  "items that are something": {
    how: itemsWhere("note", "a"),
    today: t.list(id),
    before: t.list(id),
    x: fc.array(fc.record({ id: word, note: fc.constantFrom("a", "b") }, plain)),
    y: fc.array(fc.record({ id: word, note: fc.constant("a") }, plain)),
  },
  joined: {
    how: joined(", "),
    today: t.list(text).nullable(),
    before: text.nullable(),
    x: nullable(fc.array(fc.constantFrom("a", "b", "a, b", ""), { minLength: 1 })),
    y: nullable(fc.constantFrom("a", "a, b", "a,b", ", ", "")),
  },
  "an id of one kind": {
    how: onlyIdsOf("card"),
    today: text.nullable(),
    before: text.nullable(),
    x: nullable(fc.constantFrom("card_1", "ba_1", "card")),
    y: nullable(fc.constantFrom("card_1", "card_2")),
  },
  "null as a value": {
    how: nullAs("none"),
    today: text.nullable(),
    before: text,
    x: nullable(fc.constantFrom("none", "some")),
    y: fc.constantFrom("none", "some"),
  },
};

const run = (expr: Expr | undefined, value: unknown) => expr && evaluate(expr, [value]);

describe.each(Object.entries(laws))("%s", (_name, { how, today, before, x, y }) => {
  const { down, up, loss } = how.between({ today: [today.info], before: before.info });

  it("loses of what is shown what it says, and nothing more", () => {
    let lost = false;
    fc.assert(
      fc.property(x, (value) => {
        const shown = run(down, value);
        const back = run(up, shown);
        if (isDeepStrictEqual(back, value)) return;
        lost = true;
        expect(loss.shown).toBeDefined();
        expect(run(down, back)).toStrictEqual(shown);
      }),
      { numRuns: 300 },
    );
    expect(lost).toBe(loss.shown !== undefined);
  });

  it("loses of what is sent what it says, and nothing more", () => {
    let lost = false;
    fc.assert(
      fc.property(y, (value) => {
        const taken = run(up, value);
        expect(taken).toBeDefined();
        const back = run(down, taken);
        if (isDeepStrictEqual(back, value)) return;
        lost = true;
        expect(loss.sent).toBeDefined();
        expect(run(up, back)).toStrictEqual(taken);
      }),
      { numRuns: 300 },
    );
    expect(lost).toBe(loss.sent !== undefined);
  });
});
