import { frozen } from "../definition/frozen.js";
import type { KindCompiler } from "../definition/kind.js";
import { Reader } from "../definition/reader.js";
import type { ShapeField } from "../definition/shape.js";
import {
  ensure,
  headDefault,
  isFilledAround,
  put,
  type Target,
  upConversion,
} from "./read-params.js";
import type { PlannedField, PlannedObject, ReadPlan } from "./read-plan.js";
import type { Slots } from "./scan.js";

/** Reads slots into head's params; undefined where something is not as it should be. */
export type ReadSlots = (slots: Slots, at: Reader) => Target | undefined;

/**
 * Makes the straight-line code that turns what was sent into head's params: types, limits,
 * presence, defaults, conversions and targets in one run. It says only that something is wrong,
 * never what: the interpreter reads such a request again, and raises the error.
 */
export function emitReader(plan: ReadPlan, compiler: KindCompiler): ReadSlots {
  const emitter = new Emitter(compiler);
  const body = emitter.object(plan.top);
  return emitter.finish(body);
}

const asText = Reader.anywhere(true);

class Emitter {
  readonly #compiler: KindCompiler;
  readonly #constants: unknown[] = [asText, put, ensure];

  constructor(compiler: KindCompiler) {
    this.#compiler = compiler;
  }

  finish(body: string): ReadSlots {
    const names = this.#constants.map((_constant, index) => `k${index}`);
    const code = `"use strict"; return (slots, at) => { const head = {}; let v; ${body} return head; };`;
    return new Function(...names, code)(...this.#constants) as ReadSlots;
  }

  object({ fields }: PlannedObject): string {
    // What is sent comes first, because a default gives way to whatever else fills its place.
    const sent = fields.map((one) => this.#sent(one)).join(" ");
    return `${sent} ${fields.map((one) => this.#absent(one)).join(" ")}`;
  }

  #sent(planned: PlannedField): string {
    const { slot, below, twins } = planned;
    const twice = twins.map((twin) => `slots[${twin}] !== undefined`).join(" || ");
    const guard = twice === "" ? "" : `if (${twice}) return; `;
    const value = below ? this.#hash(planned, below) : this.#value(planned);
    return `v = slots[${slot}]; if (v !== undefined) { ${guard}${this.#unset(planned)} else { ${value} } }`;
  }

  /** Null, and an empty text that is no value, unset what may be null. */
  #unset({ field, shared }: PlannedField): string {
    const { nullable, kind } = field.info;
    const convert = upConversion(field);
    const unset = convert ? `${this.#constant(convert)}(null, at)` : "null";
    const isUnset = kind.takesEmpty === true ? "v === null" : `v === null || v === ""`;
    return `if (${isUnset}) { ${nullable && !shared ? this.#put(field, unset) : "return;"} }`;
  }

  #hash({ field }: PlannedField, below: PlannedObject): string {
    const made = `k2(head, ${this.#constant(field.target)});`;
    return `if (v !== true) return; ${made} ${this.object(below)}`;
  }

  #value({ field, inPath }: PlannedField): string {
    const read = field.info.kind.reader?.(this.#compiler);
    if (!read) throw new TypeError(`${field.name} cannot be a param`);
    const at = inPath ? "k0" : "at";
    const value = `${this.#constant(read)}(v, ${at})`;
    const convert = upConversion(field);
    return this.#put(field, convert ? `${this.#constant(convert)}(${value}, ${at})` : value);
  }

  #absent(planned: PlannedField): string {
    return this.#absentAround(planned) + this.#absentItself(planned);
  }

  /** What stands elsewhere in head is not left out with the hash that callers have around it. */
  #absentAround({ field, slot, below }: PlannedField): string {
    const around = below?.fields.filter((one) => isFilledAround(field, one.field)) ?? [];
    if (around.length === 0) return "";
    const members = around.map((one) => this.#absent(one)).join(" ");
    return `if (slots[${slot}] === undefined) { ${members} } `;
  }

  #absentItself({ field, slot, twins }: PlannedField): string {
    const { optional, default: fallback } = field.info;
    if (optional && fallback === undefined) return "";
    const missing = [slot, ...twins].map((one) => `slots[${one}] === undefined`).join(" && ");
    const then =
      fallback === undefined
        ? "return;"
        : this.#put(field, this.#constant(frozen(headDefault(field))));
    return `if (${missing}) { ${then} }`;
  }

  #put({ target }: ShapeField, value: string): string {
    const [name = "", ...rest] = target;
    if (rest.length === 0) return `head[${JSON.stringify(name)}] = ${value};`;
    return `k1(head, ${this.#constant(target)}, ${value});`;
  }

  #constant(value: unknown): string {
    return `k${this.#constants.push(value) - 1}`;
  }
}
