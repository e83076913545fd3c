import type { Contract } from "../contract/contract.js";
import { envelopeOf } from "../contract/list-styles.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape } from "../definition/shape.js";
import { shapeKey } from "./shape-key.js";

/** Finds what can stand in an answer of one contract, however deep. */
export class Reach {
  readonly #contract: Contract;
  readonly #direct = new Map<string, ReadonlySet<string>>();
  readonly #numbers: Map<string, number>;

  /** `numbers` are shared by all contracts whose keys are compared. */
  constructor(contract: Contract, numbers: Map<string, number>) {
    this.#contract = contract;
    this.#numbers = numbers;
  }

  /** A text that two kinds have in common only if the same things look alike in both. */
  key(kind: Kind): string {
    const found = new Set(this.#of(kind));
    for (const name of found) for (const one of this.#below(name)) found.add(one);
    const parts = [...found].sort().map((name) => `${name}:${this.#number(name)}`);
    return `${kind.label} ${parts.join(" ")}`;
  }

  #number(name: string): number {
    const shape = this.#contract.resources.get(name)?.shape;
    const key = shape ? shapeKey(shape) : "";
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }

  #below(name: string): ReadonlySet<string> {
    const known = this.#direct.get(name);
    if (known) return known;
    const { definition, shape, forms = [] } = this.#contract.resources.get(name) ?? {};
    const arms = [...(definition?.arms?.values() ?? [])].map((arm) => arm.name);
    const made = new Set([
      ...arms,
      ...forms.map(({ key }) => key),
      ...(shape ? this.#inShape(shape) : []),
    ]);
    this.#direct.set(name, made);
    return made;
  }

  #inShape(shape: ObjectShape): string[] {
    return [...shape.fields.values()].flatMap(({ info }) => this.#of(info.kind));
  }

  /** What wraps a page; a name that no resource has where it is a bare array. */
  #envelope({ parts: [item] = [], place }: Kind): string {
    return (item && envelopeOf(this.#contract, item, place)) ?? "[]";
  }

  #of(kind: Kind): string[] {
    const events = kind.name === "event_data" ? [...this.#contract.events.values()] : [];
    return [
      ...(kind.resource === undefined ? [] : [kind.resource]),
      ...(kind.expandsInto === "page" ? [this.#envelope(kind)] : []),
      ...(kind.shape ? this.#inShape(kind.shape) : []),
      ...events.map(({ definition }) => definition.object.name),
    ];
  }
}
