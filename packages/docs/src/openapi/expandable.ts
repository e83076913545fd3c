import type { Kind } from "holdfast";
import {
  type Contract,
  envelopeOf,
  itemsName,
  type ObjectShape,
  shapesOf,
} from "holdfast/contract";

/** How many names of a path are told; what stands deeper is expanded alike. */
const DEEPEST = 2;

/** The paths that `expand` may name in what methods return, in the caller's names. */
export class Expandable {
  readonly #contract: Contract;
  readonly #known = new Map<string, readonly string[]>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** The paths below a value of a kind, from there. */
  in(kind: Kind, depth = 0): readonly string[] {
    if (depth >= DEEPEST) return [];
    if (kind.expandsInto === "page") return this.#inPage(kind, depth);
    if (kind.resource !== undefined) return this.#inResource(kind.resource, depth);
    if (kind.arms) {
      const known = kind.arms.filter(({ called }) => called !== null);
      return [...new Set(known.flatMap((arm) => this.in(arm.kind, depth)))];
    }
    return kind.shape ? this.#inShape(kind.shape, depth) : [];
  }

  #inPage({ parts = [], place }: Kind, depth: number): readonly string[] {
    const [item] = parts;
    if (!item) return [];
    const list = envelopeOf(this.#contract, item, place);
    if (list === null) return this.in(item, depth);
    const items = itemsName(this.#contract, list);
    return items === undefined ? [] : this.in(item, depth).map((path) => `${items}.${path}`);
  }

  #inResource(name: string, depth: number): readonly string[] {
    const key = `${depth} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const paths = shapesOf(this.#contract, name).flatMap((one) => {
      const shape = this.#contract.resources.get(one)?.shape;
      return shape ? this.#inShape(shape, depth) : [];
    });
    const made = [...new Set(paths)];
    this.#known.set(key, made);
    return made;
  }

  #inShape({ fields }: ObjectShape, depth: number): readonly string[] {
    return [...fields.values()].flatMap(({ name, info }) => {
      if (info.undocumented) return [];
      const below = this.in(info.kind, depth + 1).map((path) => `${name}.${path}`);
      return info.onlyExpanded || info.kind.expandable === true ? [name, ...below] : below;
    });
  }
}
