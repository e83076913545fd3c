import { FloorError } from "./floor-error.js";
import {
  canonicalJson,
  compareText,
  hashOf,
  isPlainObject,
  type Plain,
  type PlainObject,
} from "./plain.js";

/** Objects whose text is shorter than this stand where they are used: their address is no shorter. */
const WORTH = 24;

const MARK = "#";

/**
 * Objects by the hash of their content, each stored once however often it is used. It only grows:
 * what an old floor refers to stays.
 */
export class ShapePool {
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<string, Plain>();
  /** What was interned, by identity: contracts share most of what they are made of. */
  readonly #interned = new WeakMap<object, Plain>();

  /** Reads a pool. Throws a FloorError where a shape is not what its hash says. */
  static parse(text: string, file: string): ShapePool {
    const pool = new ShapePool();
    for (const [hash, shape] of Object.entries(parseObject(text, file))) {
      const canonical = canonicalJson(shape);
      if (hashOf(canonical) !== hash) {
        throw new FloorError("floor_changed", `${file}: the shape ${hash} was changed by hand.`);
      }
      pool.#texts.set(hash, canonical);
    }
    return pool;
  }

  /** The value with an address in place of every object that is worth one. */
  intern(value: Plain): Plain {
    if (typeof value === "string") return value.startsWith(MARK) ? MARK + value : value;
    if (Array.isArray(value)) return value.map((item) => this.intern(item));
    if (!isPlainObject(value)) return value;
    const known = this.#interned.get(value) ?? this.#internObject(value);
    this.#interned.set(value, known);
    return known;
  }

  #internObject(value: PlainObject): Plain {
    const interned = Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, this.intern(member)]),
    );
    const canonical = canonicalJson(interned);
    return canonical.length < WORTH ? interned : MARK + this.#keep(canonical);
  }

  #keep(canonical: string): string {
    const hash = hashOf(canonical);
    const known = this.#texts.get(hash);
    if (known !== undefined && known !== canonical) {
      throw new FloorError("floor_changed", `Two shapes have the hash ${hash}.`);
    }
    this.#texts.set(hash, canonical);
    return hash;
  }

  /** The value with every address followed. Throws a FloorError where one leads nowhere. */
  resolve(value: Plain): Plain {
    if (typeof value === "string") {
      if (!value.startsWith(MARK)) return value;
      return value.startsWith(MARK + MARK) ? value.slice(1) : this.#at(value.slice(1));
    }
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, this.resolve(member)]),
    );
  }

  #at(hash: string): Plain {
    const known = this.#values.get(hash);
    if (known !== undefined) return known;
    const text = this.#texts.get(hash);
    if (text === undefined) {
      throw new FloorError("floor_incomplete", `The shape ${hash} is missing from shapes.json.`);
    }
    const value = this.resolve(JSON.parse(text) as Plain);
    this.#values.set(hash, value);
    return value;
  }

  /** One line for each shape, by hash: so that branches that both add shapes merge. */
  show(): string {
    const lines = [...this.#texts]
      .sort(([a], [b]) => compareText(a, b))
      .map(([hash, text]) => `${JSON.stringify(hash)}:${text}`);
    return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
  }
}

/** Reads a file that holds one JSON object. */
export function parseObject(text: string, file: string): Readonly<Record<string, Plain>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isPlainObject(value)) return value;
  } catch {
    // Told below, like any other text that is no object.
  }
  throw new FloorError("floor_unreadable", `${file} does not hold one JSON object.`);
}
