import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cast, Expr, Scalar } from "../definition/expr.js";
import type { RenderCall } from "../definition/kind.js";
import { emitExpr } from "./emit-expr.js";
import { compileExpr, plainAccess } from "./expr.js";

const odd = ["__proto__", "constructor", '"];x', "a\u2028b", "\\", "`$`{1}`", "a", "b"];
const text = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(...odd, "1.15", "2015-02-18"));
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  text,
  fc.integer(),
  fc.constantFrom(0, -0, 1.15, 1e21, Number.POSITIVE_INFINITY),
  fc.boolean(),
  fc.constant(null),
);

/** Any value of a record: what is missing, null, and of another type than expected included. */
const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.constant(undefined),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(text, tie("any"), { maxKeys: 4 }),
  ),
})).any;

const named = fc.constantFrom("a", "b", "c");
const casts = fc.constantFrom<Cast>(
  "text",
  "number",
  "boolean",
  "date",
  "date_time",
  "seconds_of_date",
  "seconds_of_date_time",
);

/** Expressions that may read the record, or that know their inputs only. */
const { outer } = fc.letrec<{ outer: Expr; inner: Expr }>((tie) => {
  const over = (any: fc.Arbitrary<Expr>): fc.Arbitrary<Expr>[] => [
    fc.record({
      op: fc.constant("pipe" as const),
      from: fc.array(any, { maxLength: 3 }),
      to: tie("inner"),
    }),
    fc.record({
      op: fc.constant("apply" as const),
      from: fc.array(any, { minLength: 1, maxLength: 2 }),
      fn: fc.constant((...all: unknown[]) => JSON.stringify(all)),
    }),
    fc.record({
      op: fc.constant("match" as const),
      of: any,
      cases: fc.array(fc.tuple(scalar, any), { maxLength: 9 }),
      otherwise: fc.oneof(fc.constant("same" as const), any),
    }),
    fc.record({
      op: fc.constant("match" as const),
      of: any,
      cases: fc.array(
        fc.tuple(
          scalar,
          scalar.map((one): Expr => ({ op: "constant", value: one })),
        ),
        { minLength: 5, maxLength: 9 },
      ),
      otherwise: fc.oneof(fc.constant("same" as const), any),
    }),
    fc.record({ op: fc.constant("at" as const), of: any, key: fc.oneof(text, fc.nat(3)) }),
    fc.record({ op: fc.constant("list" as const), items: fc.array(any, { maxLength: 3 }) }),
    fc.record({
      op: fc.constant("object" as const),
      members: fc.array(fc.tuple(text, any), { maxLength: 3 }),
    }),
    fc.record(
      { op: fc.constant("each" as const), of: any, where: tie("inner"), item: tie("inner") },
      { requiredKeys: ["op", "of", "item"] },
    ),
    fc.record({
      op: fc.constant("total" as const),
      of: any,
      what: fc.constantFrom("count" as const, "sum" as const),
    }),
    fc.record({ op: fc.constant("join" as const), of: any, separator: text }),
    fc.record(
      {
        op: fc.constant("split" as const),
        of: any,
        separator: text,
        limit: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ["op", "of", "separator"] },
    ),
    fc.record({
      op: fc.constant("scale" as const),
      of: any,
      times: fc.constantFrom(1, 100, 7),
      over: fc.constantFrom(1, 100, 60),
      whole: fc.boolean(),
    }),
    fc.record({ op: fc.constant("cast" as const), of: any, to: casts }),
    fc.record(
      {
        op: fc.constant("within" as const),
        of: any,
        most: fc.nat(3),
        min: fc.integer(),
        max: fc.double({ noNaN: true }),
      },
      { requiredKeys: ["op", "of"] },
    ),
    fc.record({ op: fc.constant("starts" as const), of: any, prefix: text }),
  ];
  const constant = scalar.map((one): Expr => ({ op: "constant", value: one }));
  const input = fc.nat(2).map((index): Expr => ({ op: "input", index }));
  const head = fc
    .array(named, { minLength: 1, maxLength: 2 })
    .map((path): Expr => ({ op: "head", path }));
  const deep = { depthSize: "small", withCrossShrink: true } as const;
  return {
    outer: fc.oneof(deep, head, constant, ...over(tie("outer"))),
    inner: fc.oneof(deep, input, constant, ...over(tie("inner"))),
  };
});

/** An expression as a function of generated code. */
function generated(expr: Expr): (scope: unknown) => unknown {
  const constants: unknown[] = [];
  let variables = 0;
  const constant = (one: unknown) => `k${constants.push(one) - 1}`;
  const body = emitExpr(expr, {
    constant,
    variable: () => `v${variables++}`,
    head: (path) => `${constant(compileExpr({ op: "head", path }, plainAccess))}(scope)`,
  });
  const declared = Array.from({ length: variables }, (_, index) => `v${index}`);
  const names = constants.map((_one, index) => `k${index}`);
  const lets = declared.length > 0 ? `let ${declared.join(", ")};` : "";
  return new Function(...names, `"use strict"; return (scope) => { ${lets} return ${body}; };`)(
    ...constants,
  );
}

/** What came of a function, or that it threw. */
function outcome(fn: () => unknown): unknown {
  try {
    return { value: fn() };
  } catch (problem) {
    return { threw: (problem as Error).name };
  }
}

describe("generated expressions", () => {
  it("give what the interpreter gives, for any expression over any record", () => {
    const record = fc.dictionary(named, value, { noNullPrototype: true });
    fc.assert(
      fc.property(outer, record, (expr, scope) => {
        const interpreted = compileExpr(expr, plainAccess);
        const expected = outcome(() => interpreted(scope, {} as RenderCall));
        const found = outcome(() => generated(expr)(scope));
        expect(isDeepStrictEqual(found, expected)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("leave the record as it was", () => {
    fc.assert(
      fc.property(outer, fc.dictionary(named, value, { noNullPrototype: true }), (expr, scope) => {
        const before = structuredClone(scope);
        outcome(() => generated(expr)(scope));
        expect(scope).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("do not grow twofold with each conversion that reads its value twice", () => {
    const twice: Expr = {
      op: "match",
      of: { op: "at", of: { op: "input", index: 0 }, key: "a" },
      cases: [["x", { op: "input", index: 0 }]],
      otherwise: { op: "input", index: 0 },
    };
    let expr: Expr = { op: "head", path: ["a"] };
    for (let depth = 0; depth < 200; depth++) expr = { op: "pipe", from: [expr], to: twice };
    expect(generated(expr)({ a: { a: "x" } })).toEqual({ a: "x" });
  });
});
