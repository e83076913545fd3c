import type { KindCompiler, Render } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import { startsWith } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { emitExpr, memberName } from "./emit-expr.js";
import { type Access, compileExpr } from "./expr.js";
import { fieldRenderer } from "./interpret-object.js";

/** Whether this process may make functions from text (it may not under some security policies). */
export const mayGenerateCode: boolean = (() => {
  try {
    return new Function("return true")() === true;
  } catch {
    return false;
  }
})();

/**
 * Renders an object's fields by straight-line code that is made once: one object literal, whatever
 * versions lie between the record and the caller. What is left out is undefined in it, which
 * JSON.stringify passes over.
 */
export function emitObject(
  shape: ObjectShape,
  compiler: KindCompiler,
  access: Access,
  nulls: "rendered" | "omitted",
): Render {
  const emitter = new Emitter(compiler, access, nulls === "omitted");
  const literal = emitter.object(shape, "scope", []);
  return emitter.finish(literal);
}

/** Text and the values that it names, while one function is made. */
class Emitter {
  readonly #compiler: KindCompiler;
  readonly #access: Access;
  readonly #omitNulls: boolean;
  readonly #constants: unknown[] = [];
  #variables = 0;

  constructor(compiler: KindCompiler, access: Access, omitNulls: boolean) {
    this.#compiler = compiler;
    this.#access = access;
    this.#omitNulls = omitNulls;
  }

  finish(literal: string): Render {
    const names = this.#constants.map((_constant, index) => `k${index}`);
    const variables = Array.from({ length: this.#variables }, (_, index) => `v${index}`);
    const declared = variables.length > 0 ? `let ${variables.join(", ")};` : "";
    const body = `"use strict"; return (value, scope, call, expand) => { ${declared} return ${literal}; };`;
    return new Function(...names, body)(...this.#constants) as Render;
  }

  /** An object literal. `at` is a variable that holds what stands at `path` of the scope. */
  object(shape: ObjectShape, at: string, path: Path, expand = "expand"): string {
    const members = [...shape.fields.values()].map(
      (field) => `${memberName(field.name)}: ${this.#member(field, at, path, expand)}`,
    );
    return `{${members.join(", ")}}`;
  }

  #member(field: ShapeField, at: string, path: Path, expand: string): string {
    const value = this.#value(field, at, path, expand);
    if (!this.#omitNulls) return value;
    const variable = this.#variable();
    return `(${variable} = ${value}) === null ? undefined : ${variable}`;
  }

  #value(field: ShapeField, at: string, path: Path, expand: string): string {
    const { info, value } = field;
    const { kind } = info;
    if (info.onlyExpanded || info.audience !== "everyone") return this.#call(field, expand);
    const read = emitExpr(value, {
      constant: (one) => this.#constant(one),
      variable: () => this.#variable(),
      head: (target) => this.#read(target, at, path),
    });
    if (!kind.renderer) return read;
    const found = this.#variable();
    const inner = `${expand}?.[${JSON.stringify(field.name)}]`;
    const shown =
      kind.sharesScope && kind.shape
        ? value.op === "head"
          ? this.object(kind.shape, found, value.path, inner)
          : this.object(kind.shape, "scope", [], inner)
        : `${this.#constant(kind.renderer(this.#compiler))}(${found}, scope, call, ${inner})`;
    return `(${found} = ${read}) === null || ${found} === undefined ? ${found} : ${shown}`;
  }

  /** Reads a path that goes one name on from `at`; others are read by a function. */
  #read(target: Path, at: string, path: Path): string {
    const next = target[path.length];
    const goesOn = target.length === path.length + 1 && startsWith(target, path);
    if (goesOn && next !== undefined && (path.length > 0 || this.#access.isProperty(next))) {
      return `${at}[${JSON.stringify(next)}]`;
    }
    const read = compileExpr({ op: "head", path: target }, this.#access);
    return `${this.#constant(read)}(scope, call)`;
  }

  /** A field that not everybody sees: by its own closure, the same that interprets it. */
  #call(field: ShapeField, expand: string): string {
    const render = fieldRenderer(field, this.#compiler, this.#access);
    return `${this.#constant(render)}(scope, call, ${expand})`;
  }

  #constant(value: unknown): string {
    return `k${this.#constants.push(value) - 1}`;
  }

  #variable(): string {
    return `v${this.#variables++}`;
  }
}
