import { constant, type Expr, type Scalar } from "../../definition/expr.js";
import type { Conversion } from "./conversion.js";

/** A value that something follows from. What can be said of it is said by its methods. */
export interface Term {
  readonly expr: Expr;
  /** One thing or another, by what it is; the value itself where no case fits. */
  match(cases: readonly (readonly [Scalar, Term | Scalar])[], otherwise?: Term | Scalar): Term;
  /** This value, or another one where it is null. */
  or(otherwise: Term | Scalar): Term;
  /** A member of an object, or an item of a list. */
  at(key: string | number): Term;
}

function term(expr: Expr): Term {
  return {
    expr,
    match: (cases, otherwise) =>
      term({
        op: "match",
        of: expr,
        cases: cases.map(([value, result]) => [value, exprOf(result)]),
        otherwise: otherwise === undefined ? "same" : exprOf(otherwise),
      }),
    or: (otherwise) =>
      term({ op: "match", of: expr, cases: [[null, exprOf(otherwise)]], otherwise: "same" }),
    at: (key) => term({ op: "at", of: expr, key }),
  };
}

function exprOf(value: Term | Scalar): Expr {
  return typeof value === "object" && value !== null ? value.expr : constant(value);
}

/**
 * It follows from today's values in a way that takes several cases. `build` is called once, with a
 * term for each of them, and says what it comes to; what it says is data like any other conversion.
 *
 * @example
 * follows((status, refunded) =>
 *   status.match([["won", refunded.match([[true, "charge_refunded"]], status)]]))
 */
export function follows(build: (...values: readonly [Term, ...Term[]]) => Term): Conversion {
  return {
    between({ today }) {
      const [first, ...more] = today.map((_one, index) => term({ op: "input", index }));
      const down = build(first ?? term(constant(undefined)), ...more).expr;
      return { down, loss: { shown: "what it follows from" }, says: "It follows from today's." };
    },
  };
}
