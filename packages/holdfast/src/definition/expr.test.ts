import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.js";
import { constant, type Expr, given, piped, type Scalar, withTablesJoined } from "./expr.js";

const few = fc.constantFrom<Scalar>("a", "b", "c", "d", 1, true, null);
const table = fc.array(fc.tuple(few, few), { maxLength: 4 }).map(
  (rows): Expr => ({
    op: "match",
    of: given,
    cases: rows.map(([from, to]) => [from, constant(to)] as const),
    otherwise: "same",
  }),
);

describe("conversions in turn", () => {
  it("give what each of them gives where tables are joined, and others are not", () => {
    const other: Expr = { op: "list", items: [given] };
    const steps = fc.array(fc.oneof(table, table, fc.constant(other)), { maxLength: 6 });
    fc.assert(
      fc.property(steps, few, (all, value) => {
        const run = (some: readonly Expr[]) =>
          some.reduce<unknown>((one, to) => evaluate(to, [one]), value);
        const joined = withTablesJoined(all);
        expect(run(joined)).toEqual(run(all));
        const tables = joined.map(({ op }) => op === "match");
        expect(tables.some((is, index) => is && tables[index + 1])).toBe(false);
      }),
    );
  });

  it("give what each of them gives, and tables are one table", () => {
    fc.assert(
      fc.property(
        fc.array(table, { maxLength: 5 }),
        fc.oneof(few, fc.constant(undefined)),
        (tables, value) => {
          const head: Expr = { op: "pipe", from: [given], to: { op: "list", items: [given] } };
          const first: Expr = { op: "pipe", from: [head], to: { op: "at", of: given, key: 0 } };
          const folded = tables.reduce((expr, one) => piped([expr], one), first);
          const inTurn = tables.reduce<unknown>((one, to) => evaluate(to, [one]), value ?? null);
          expect(evaluate(folded, [value ?? null])).toBe(inTurn);
          const isOne = folded === first || (folded.op === "pipe" && folded.from[0] === first);
          expect(isOne).toBe(true);
        },
      ),
    );
  });

  it("leave out those that change nothing", () => {
    const head: Expr = { op: "head", path: ["a"] };
    expect(piped([head], given)).toBe(head);
    expect(piped([head], constant(1))).toEqual({ op: "constant", value: 1 });
  });
});
