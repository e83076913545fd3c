import { type Expr, partsOf, type Scalar } from "../definition/expr.js";
import * as operations from "../definition/operations.js";
import type { Path } from "../definition/path.js";

/** What generated code is made with. */
export interface CodeParts {
  /** The name of a value that the code cannot hold as text. */
  constant(value: unknown): string;
  /** The name of a new variable. */
  variable(): string;
  /** The code that reads a head field. */
  head(path: Path): string;
}

/** More cases than this are looked up in a map. */
const MOST_COMPARED = 6;

/** An expression as straight-line code; `inputs` is the code of its inputs. */
export function emitExpr(expr: Expr, code: CodeParts, inputs: readonly string[] = []): string {
  const emit = (part: Expr): string => emitExpr(part, code, inputs);
  switch (expr.op) {
    case "head":
      return code.head(expr.path);
    case "constant":
      return code.constant(expr.value);
    case "input":
      return inputs[expr.index] ?? "undefined";
    case "pipe":
      return emitPipe(expr, code, emit);
    case "apply":
      return emitApply(expr, code, emit);
    case "match":
      return emitMatch(expr, code, emit);
    case "list":
      return `[${expr.items.map(emit).join(", ")}]`;
    case "object":
      return `{${expr.members.map(([name, part]) => `${memberName(name)}: ${emit(part)}`).join(", ")}}`;
    case "each":
      return emitEach(expr, code, emit);
    case "at":
      if (typeof expr.key === "string") return emitMember(emit(expr.of), expr.key, code);
      return `${code.constant(operations.itemAt)}(${emit(expr.of)}, ${scalar(expr.key, code)})`;
    case "total":
      return `${code.constant(operations.totalOf)}(${emit(expr.of)}, ${JSON.stringify(expr.what)})`;
    case "join":
      return `${code.constant(operations.joinTexts)}(${emit(expr.of)}, ${JSON.stringify(expr.separator)})`;
    case "split": {
      const rest = `${JSON.stringify(expr.separator)}, ${code.constant(expr.limit)}`;
      return `${code.constant(operations.splitText)}(${emit(expr.of)}, ${rest})`;
    }
    case "scale": {
      const by = `${scalar(expr.times, code)}, ${scalar(expr.over, code)}, ${expr.whole}`;
      return `${code.constant(operations.scaleNumber)}(${emit(expr.of)}, ${by})`;
    }
    case "cast":
      return `${code.constant(operations.castValue)}(${emit(expr.of)}, ${JSON.stringify(expr.to)})`;
    case "within": {
      const bounds = [expr.most, expr.min, expr.max].map((one) =>
        one === undefined ? "undefined" : scalar(one, code),
      );
      return `${code.constant(operations.cutWithin)}(${emit(expr.of)}, ${bounds.join(", ")})`;
    }
    case "starts":
      return `${code.constant(operations.startsSo)}(${emit(expr.of)}, ${JSON.stringify(expr.prefix)})`;
  }
}

type Emit = (part: Expr) => string;
type Op<O extends Expr["op"]> = Extract<Expr, { op: O }>;

// Reading is pure, so that what is used once need not be kept.
function emitPipe({ from, to }: Op<"pipe">, code: CodeParts, emit: Emit): string {
  const kept: string[] = [];
  const inputs = from.map((part, index) => {
    const text = emit(part);
    if (usesOf(index, to) < 2) return text;
    const name = code.variable();
    kept.push(`${name} = ${text}`);
    return name;
  });
  return `(${[...kept, emitExpr(to, code, inputs)].join(", ")})`;
}

/** How often an expression reads an input. */
function usesOf(index: number, expr: Expr): number {
  if (expr.op === "input") return expr.index === index ? 1 : 0;
  return partsOf(expr).reduce((uses, part) => uses + usesOf(index, part), 0);
}

function emitApply({ from, fn }: Op<"apply">, code: CodeParts, emit: Emit): string {
  const call = (values: readonly string[]) => `${code.constant(fn)}(${values.join(", ")})`;
  const [only] = from;
  if (from.length !== 1 || !only) return call(from.map(emit));
  const value = code.variable();
  return `((${value} = ${emit(only)}) === undefined ? undefined : ${call([value])})`;
}

function emitMatch({ of, cases, otherwise }: Op<"match">, code: CodeParts, emit: Emit): string {
  const value = code.variable();
  const other = otherwise === "same" ? value : emit(otherwise);
  const found = `${value} = ${emit(of)}`;
  const constants = cases.flatMap(([one, result]) =>
    result.op === "constant" ? [[one, result.value] as const] : [],
  );
  if (cases.length > MOST_COMPARED && constants.length === cases.length) {
    const table = code.constant(new Map<unknown, unknown>(constants.toReversed()));
    const key = `${value} === undefined ? null : ${value}`;
    return `(${found}, ${table}.has(${key}) ? ${table}.get(${key}) : ${other})`;
  }
  const chain = cases.map(([one, result]) => `${compared(value, one, code)} ? ${emit(result)} : `);
  return `(${found}, ${chain.join("")}${other})`;
}

function compared(value: string, to: Scalar, code: CodeParts): string {
  return to === null
    ? `${value} === null || ${value} === undefined`
    : `${value} === ${scalar(to, code)}`;
}

function emitEach({ of, where, item }: Op<"each">, code: CodeParts, emit: Emit): string {
  const fn = (part: Expr): string => {
    const name = code.variable();
    return `(${name}) => (${emitExpr(part, code, [name])})`;
  };
  const kept = where ? fn(where) : "undefined";
  return `${code.constant(operations.eachItem)}(${emit(of)}, ${kept}, ${fn(item)})`;
}

function emitMember(of: string, name: string, code: CodeParts): string {
  const value = code.variable();
  const found = `${value} = ${of}`;
  return `((${found}) === null || ${value} === undefined ? ${value} : ${value}[${JSON.stringify(name)}])`;
}

/** A value as code; what JSON cannot write goes by name. */
function scalar(value: Scalar, code: CodeParts): string {
  const isOdd = typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0));
  return isOdd ? code.constant(value) : JSON.stringify(value);
}

/** A member's name as code. Only in brackets is `__proto__` a name like any other. */
export function memberName(name: string): string {
  const text = JSON.stringify(name);
  return name === "__proto__" ? `[${text}]` : text;
}
