import type { Expr } from "./expr.js";
import * as operations from "./operations.js";
import { ownMembers } from "./own-members.js";
import type { Path } from "./path.js";

/** An expression as a function of a scope, whatever is known of the call, and its inputs. */
export type Compute<C> = (scope: unknown, call: C, inputs: readonly unknown[]) => unknown;

/** Makes an expression into a function; `head` says how head fields are read. */
export function evaluator<C>(expr: Expr, head: (path: Path) => Compute<C>): Compute<C> {
  const make = (part: Expr): Compute<C> => evaluator(part, head);
  switch (expr.op) {
    case "head":
      return head(expr.path);
    case "constant":
      return () => expr.value;
    case "input":
      return (_scope, _call, inputs) => inputs[expr.index];
    case "pipe": {
      const from = all(expr.from.map(make));
      const to = make(expr.to);
      return (scope, call, inputs) => to(scope, call, from(scope, call, inputs));
    }
    case "apply":
      return applied(all(expr.from.map(make)), expr.fn as (...values: unknown[]) => unknown);
    case "match":
      return matched(expr, make);
    case "list":
      return all(expr.items.map(make));
    case "object": {
      const members = all(expr.members.map(([, member]) => make(member)));
      const names = expr.members.map(([name]) => name);
      return (scope, call, inputs) => ownMembers(names, members(scope, call, inputs));
    }
    case "each": {
      const { where, item } = expr;
      const list = make(expr.of);
      const makeItem = make(item);
      const isKept = where && make(where);
      return (scope, call, inputs) =>
        operations.eachItem(
          list(scope, call, inputs),
          isKept && ((one) => isKept(scope, call, [one])),
          (one) => makeItem(scope, call, [one]),
        );
    }
    default: {
      const of = make(expr.of);
      const operate = operationOf(expr);
      return (scope, call, inputs) => operate(of(scope, call, inputs));
    }
  }
}

type Unary = Extract<
  Expr,
  { op: "at" | "total" | "join" | "split" | "scale" | "cast" | "within" | "starts" }
>;

function operationOf(expr: Unary): (value: unknown) => unknown {
  switch (expr.op) {
    case "at": {
      const { key } = expr;
      if (typeof key === "number") return (value) => operations.itemAt(value, key);
      return (value) =>
        value === null || value === undefined
          ? value
          : (value as Readonly<Record<string, unknown>>)[key];
    }
    case "total":
      return (value) => operations.totalOf(value, expr.what);
    case "join":
      return (value) => operations.joinTexts(value, expr.separator);
    case "split":
      return (value) => operations.splitText(value, expr.separator, expr.limit);
    case "scale":
      return (value) => operations.scaleNumber(value, expr.times, expr.over, expr.whole);
    case "cast":
      return (value) => operations.castValue(value, expr.to);
    case "within":
      return (value) => operations.cutWithin(value, expr.most, expr.min, expr.max);
    case "starts":
      return (value) => operations.startsSo(value, expr.prefix);
  }
}

function all<C>(
  computes: readonly Compute<C>[],
): (scope: unknown, call: C, inputs: readonly unknown[]) => readonly unknown[] {
  return (scope, call, inputs) => computes.map((compute) => compute(scope, call, inputs));
}

function applied<C>(
  from: (scope: unknown, call: C, inputs: readonly unknown[]) => readonly unknown[],
  fn: (...values: unknown[]) => unknown,
): Compute<C> {
  return (scope, call, inputs) => {
    const values = from(scope, call, inputs);
    return values.length === 1 && values[0] === undefined ? undefined : fn(...values);
  };
}

function matched<C>(
  { of, cases, otherwise }: Extract<Expr, { op: "match" }>,
  make: (part: Expr) => Compute<C>,
): Compute<C> {
  const value = make(of);
  // The first of several cases counts, so that they are put in from the last on.
  const results = new Map(
    cases.toReversed().map(([one, result]) => [one as unknown, make(result)]),
  );
  const other = otherwise === "same" ? undefined : make(otherwise);
  return (scope, call, inputs) => {
    const found = value(scope, call, inputs);
    const result = results.get(found ?? null) ?? other;
    return result ? result(scope, call, inputs) : found;
  };
}

/** The value of an expression that reads no record. */
export function evaluate(expr: Expr, inputs: readonly unknown[]): unknown {
  return evaluator<undefined>(expr, readsNoRecord)(undefined, undefined, inputs);
}

/** A conversion of one value as a function. */
export function converter(expr: Expr): (value: unknown) => unknown {
  const compute = evaluator<undefined>(expr, readsNoRecord);
  return (value) => compute(undefined, undefined, [value]);
}

function readsNoRecord(path: Path): never {
  throw new TypeError(`a conversion reads ${path.join(".")} of a record, but there is none`);
}
