import { evaluator } from "../definition/evaluate.js";
import { type Expr, partsOf } from "../definition/expr.js";
import type { RenderCall } from "../definition/kind.js";
import type { Path } from "../definition/path.js";

/** A value as a function of a scope: a record, or an item of a list. */
export type Evaluate = (scope: unknown, call: RenderCall) => unknown;

/** How the head fields of a scope are read. */
export interface Access {
  read(field: string): Evaluate;
  /** Whether a field is a plain property of the scope, so that compiled code may read it so. */
  isProperty(field: string): boolean;
}

/** Items of lists and nested hashes: their fields are plain properties. */
export const plainAccess: Access = {
  read: (field) => (scope) => (scope as Readonly<Record<string, unknown>>)[field],
  isProperty: () => true,
};

/** Makes an expression into a function. A missing object on a path makes the value null. */
export function compileExpr(expr: Expr, access: Access): Evaluate {
  const head = (path: Path) => compilePath(path, access);
  if (expr.op === "head") return head(expr.path);
  const compute = evaluator<RenderCall>(expr, head);
  return (scope, call) => compute(scope, call, NO_INPUTS);
}

const NO_INPUTS: readonly unknown[] = [];

function compilePath([first = "", ...rest]: Path, access: Access): Evaluate {
  const start = access.read(first);
  if (rest.length === 0) return start;
  return (scope, call) => {
    let value = start(scope, call);
    for (const name of rest) {
      if (value === null || value === undefined) return null;
      value = (value as Readonly<Record<string, unknown>>)[name];
    }
    return value;
  };
}

/** The head fields that an expression reads at the top of its scope. */
export function headFieldsOf(expr: Expr): string[] {
  if (expr.op === "head") return expr.path.slice(0, 1);
  return partsOf(expr).flatMap(headFieldsOf);
}
