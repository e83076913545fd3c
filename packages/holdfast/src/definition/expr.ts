import type { Path } from "./path.js";

/** A value that a case of a match can be told by. */
export type Scalar = string | number | boolean | null;

/** What a value is cast to; a timestamp is read from a date, or from a date with a time. */
export type Cast =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "date_time"
  | "seconds_of_date"
  | "seconds_of_date_time";

/**
 * How a value follows from others: a closed set of operations, as data, so that docs, schemas, the
 * emitter and the proofs can all read it. Null and what is absent pass through every operation but
 * `match`, `list`, `object`, `starts` and `apply`.
 */
export type Expr =
  /** The value of a head field, by its path within the scope (a record, or a list's item). */
  | { readonly op: "head"; readonly path: Path }
  /** The same for every record. */
  | { readonly op: "constant"; readonly value: unknown }
  /** A value that a conversion is given, within its `pipe`, or the item within an `each`. */
  | { readonly op: "input"; readonly index: number }
  /** Gives values to a conversion, whose expression knows nothing but its inputs. */
  | { readonly op: "pipe"; readonly from: readonly Expr[]; readonly to: Expr }
  /** A pure function that an author wrote by hand; it is not asked about what is absent. */
  | {
      readonly op: "apply";
      readonly from: readonly Expr[];
      readonly fn: (...values: never[]) => unknown;
    }
  /** The case that the value is (null also stands for what is absent); the first that fits. */
  | {
      readonly op: "match";
      readonly of: Expr;
      readonly cases: readonly (readonly [Scalar, Expr])[];
      readonly otherwise: Expr | "same";
    }
  /** A member of an object by name, or an item of a list by index; null past a list's end. */
  | { readonly op: "at"; readonly of: Expr; readonly key: string | number }
  | { readonly op: "list"; readonly items: readonly Expr[] }
  | { readonly op: "object"; readonly members: readonly (readonly [string, Expr])[] }
  /** Each item of a list of which `where` is true, made into another; the item is input 0. */
  | { readonly op: "each"; readonly of: Expr; readonly where?: Expr; readonly item: Expr }
  /** How many items a list has, or what its numbers come to. */
  | { readonly op: "total"; readonly of: Expr; readonly what: "count" | "sum" }
  /** The texts of a list, but for those that are null, as one text; null where none is left. */
  | { readonly op: "join"; readonly of: Expr; readonly separator: string }
  /** A text as a list; where there is a limit, the last item holds the rest. */
  | {
      readonly op: "split";
      readonly of: Expr;
      readonly separator: string;
      readonly limit?: number;
    }
  /** A number times `times` over `over`, exact in decimals; `whole` rounds to the nearest integer. */
  | {
      readonly op: "scale";
      readonly of: Expr;
      readonly times: number;
      readonly over: number;
      readonly whole: boolean;
    }
  /** The value written in another way; undefined where it cannot be. Dates are UTC seconds. */
  | { readonly op: "cast"; readonly of: Expr; readonly to: Cast }
  /** A text or a list cut to a length, a number to the nearest within two bounds. */
  | {
      readonly op: "within";
      readonly of: Expr;
      readonly most?: number;
      readonly min?: number;
      readonly max?: number;
    }
  /** Whether a text starts so. */
  | { readonly op: "starts"; readonly of: Expr; readonly prefix: string };

/** The expressions that an expression is made of, those for its own inputs aside. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case "head":
    case "constant":
    case "input":
      return [];
    case "pipe":
    case "apply":
      return expr.from;
    case "match": {
      const results = expr.cases.map(([, result]) => result);
      return [expr.of, ...results, ...(expr.otherwise === "same" ? [] : [expr.otherwise])];
    }
    case "list":
      return expr.items;
    case "object":
      return expr.members.map(([, member]) => member);
    default:
      return [expr.of];
  }
}

/** The fields of head that an expression reads, by their paths within the scope, each once. */
export function headPathsOf(expr: Expr): readonly Path[] {
  const found = new Map<string, Path>();
  const walk = (part: Expr): void => {
    if (part.op === "head") found.set(part.path.join("."), part.path);
    for (const inner of partsOf(part)) walk(inner);
  };
  walk(expr);
  return [...found.values()];
}

/** The value that a conversion is given: all that most of them know. */
export const given: Expr = { op: "input", index: 0 };

/** The same value always. */
export function constant(value: unknown): Expr {
  return { op: "constant", value };
}

/**
 * Gives values to a conversion. Tables that follow each other become one, so that values which
 * were renamed many times are looked up once.
 */
export function piped(from: readonly Expr[], to: Expr): Expr {
  if (to.op === "constant") return to;
  if (to.op === "input") return from[to.index] ?? constant(undefined);
  const [only] = from;
  if (from.length === 1 && only?.op === "pipe" && isTable(only.to) && isTable(to)) {
    return { op: "pipe", from: only.from, to: tablesInTurn(only.to, to) };
  }
  return { op: "pipe", from, to };
}

/** Conversions that run one after the other, those that are tables in turn as one. */
export function withTablesJoined(steps: readonly Expr[]): readonly Expr[] {
  const joined: Expr[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last && isTable(last) && isTable(step))
      joined[joined.length - 1] = tablesInTurn(last, step);
    else joined.push(step);
  }
  return joined;
}

type Match = Extract<Expr, { op: "match" }>;
type Table = Match & { readonly otherwise: "same" };

/** Whether it only looks its value up: other values stay what they are. */
function isTable(expr: Expr): expr is Table {
  return (
    expr.op === "match" &&
    expr.of === given &&
    expr.otherwise === "same" &&
    expr.cases.every(([, result]) => result.op === "constant" && isScalar(result.value))
  );
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function tablesInTurn(first: Table, second: Table): Table {
  const then = new Map(second.cases.toReversed());
  const both = first.cases.map(([value, result]) => {
    const between = (result as { readonly value: Scalar }).value;
    return [value, then.get(between) ?? result] as const;
  });
  const known = new Set(first.cases.map(([value]) => value));
  return { ...first, cases: [...both, ...second.cases.filter(([value]) => !known.has(value))] };
}
