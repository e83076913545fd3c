import { accepts } from "./accepts.js";
import type { Expansion } from "./expand.js";
import type { Flat } from "./flat.js";
import { canonical, type Json, type JsonObject, withMember, withoutMember } from "./json.js";
import { declaredNames } from "./object-within.js";
import { patternSamples } from "./sample-pattern.js";
import { numberSamples, stringSamples } from "./sample-scalar.js";
import type { Term } from "./term.js";
import { anyNumber, types } from "./types.js";

/** How many values are made of a schema, by how deep it stands. */
const budget: readonly number[] = [160, 16, 4, 2];
/** How many parts are gone into for one plain value. */
const mostSteps = 4000;
const mostProperties = 60;

/** Makes up values of schemas: always the same ones, the plainest first, and those at limits. */
export class Sampler {
  readonly expansion: Expansion;
  readonly #plain = new Map<Term, Json>();
  readonly #made = new Map<string, readonly Json[]>();
  readonly #making = new Set<Term>();
  #stepsLeft = mostSteps;

  constructor(expansion: Expansion) {
    this.expansion = expansion;
  }

  /** A plain, small value of a term; undefined if none was found. */
  plain(term: Term): Json | undefined {
    const known = this.#plain.get(term);
    if (known !== undefined) return known;
    // A value that holds itself has no end.
    if (this.#making.has(term)) return undefined;
    if (this.#making.size === 0) this.#stepsLeft = mostSteps;
    if (--this.#stepsLeft < 0) return undefined;
    this.#making.add(term);
    const found = this.#plainest(term);
    this.#making.delete(term);
    if (found !== undefined) this.#plain.set(term, found);
    return found;
  }

  #plainest(term: Term): Json | undefined {
    const flats = this.expansion.of(term) ?? [];
    const simplest = [...flats].sort((one, other) => weight(one) - weight(other));
    return first(simplest.map((flat) => () => this.plainOf(flat)));
  }

  /** A plain, small value of an alternative. */
  plainOf(flat: Flat): Json | undefined {
    for (const value of this.#candidates(flat, 0, true)) {
      if (accepts(this.expansion, flat, value)) return value;
    }
    return undefined;
  }

  /** Values of a term. */
  of(term: Term, depth = 0): readonly Json[] {
    const key = `${term.id} ${depth}`;
    const known = this.#made.get(key);
    if (known) return known;
    const most = budget[depth];
    if (most === undefined) {
      const value = this.plain(term);
      return value === undefined ? [] : [value];
    }
    const flats = this.expansion.of(term) ?? [];
    const each = Math.max(2, Math.ceil(most / Math.max(1, flats.length)));
    const made = flats.flatMap((flat) => this.ofFlat(flat, depth, each)).slice(0, most);
    this.#made.set(key, made);
    return made;
  }

  /** Values of an alternative. */
  ofFlat(flat: Flat, depth = 0, most = budget[0] ?? 1): readonly Json[] {
    const made = new Map<string, Json>();
    for (const value of this.#candidates(flat, depth, false)) {
      if (made.size >= most) break;
      if (accepts(this.expansion, flat, value)) made.set(canonical(value), value);
    }
    return [...made.values()];
  }

  *#candidates(flat: Flat, depth: number, plain: boolean): Generator<Json> {
    if (flat.values) {
      yield* flat.values;
      return;
    }
    if (flat.types & types.string) yield* stringSamples(flat);
    if (flat.types & anyNumber) yield* numberSamples(flat);
    if (flat.types & types.boolean) yield* [true, false];
    if (flat.types & types.object)
      yield* plain ? this.#plainObjects(flat) : this.#objects(flat, depth);
    if (flat.types & types.array) yield* this.#lists(flat, depth, plain);
    if (flat.types & types.null) yield null;
  }

  *#plainObjects(flat: Flat): Generator<JsonObject> {
    let base: JsonObject = {};
    for (const name of flat.required) {
      const value = this.plain(this.expansion.property(flat, name));
      if (value === undefined) return;
      base = withMember(base, name, value);
    }
    yield base;
    let filled = base;
    for (const name of [...declaredNames(flat), ...this.#otherNames(flat)]) {
      if (Object.hasOwn(filled, name)) continue;
      const value = this.plain(this.expansion.property(flat, name));
      if (value === undefined) continue;
      filled = withMember(filled, name, value);
      if (Object.keys(filled).length >= flat.size.low) yield filled;
    }
  }

  #plainObject(flat: Flat): JsonObject | undefined {
    for (const value of this.#plainObjects(flat)) {
      if (accepts(this.expansion, flat, value)) return value;
    }
    return undefined;
  }

  *#objects(flat: Flat, depth: number): Generator<JsonObject> {
    const base = this.#plainObject(flat);
    if (!base) return;
    yield base;
    const names = [...declaredNames(flat)].slice(0, mostProperties);
    let full = base;
    if (depth < 3) {
      for (const name of names) {
        if (Object.hasOwn(full, name)) continue;
        const value = this.plain(this.expansion.property(flat, name));
        if (value !== undefined) full = withMember(full, name, value);
      }
    }
    yield full;
    for (const name of names) {
      if (Object.hasOwn(base, name) && !flat.required.has(name)) yield withoutMember(base, name);
      if (full[name] !== undefined) yield withMember(base, name, full[name] ?? null);
    }
    for (const name of [...this.#otherNames(flat), ...names]) {
      for (const value of this.of(this.expansion.property(flat, name), depth + 1)) {
        yield withMember(base, name, value);
      }
    }
    for (const name of names) yield withoutMember(full, name);
  }

  /** Names that are not declared, but can stand there. */
  #otherNames(flat: Flat): readonly string[] {
    const declared = declaredNames(flat);
    const patterns = flat.objects.flatMap((part) => [...part.patterns.keys()]);
    const names = patterns.flatMap(patternSamples);
    const told = flat.objects.some(({ additional }) => additional && additional.body !== false);
    const wanted = Math.min(
      20,
      Math.max(flat.size.low, Math.min(flat.size.high, 1000) < 20 ? flat.size.high : 0),
    );
    const others = told || wanted > 0 ? ["other", ...numbered(wanted)] : [];
    return [...new Set([...names, ...others])].filter((name) => !declared.has(name));
  }

  *#lists(flat: Flat, depth: number, plain: boolean): Generator<readonly Json[]> {
    const { low, high } = flat.count;
    if (low === 0) yield [];
    const lengths = [1, 2, low, low + 1, high, high - 1].filter(
      (length) => length > 0 && length >= low && length <= high && length <= 1000,
    );
    const wanted = plain ? [Math.max(1, low)] : [...new Set(lengths)];
    for (const length of wanted) {
      const list = this.#filled(flat, length, depth);
      if (list) yield list;
    }
    const [length = Math.max(1, low)] = wanted;
    const base = this.#filled(flat, length, depth) ?? [];
    const inside = flat.contains.flatMap(({ term }) => this.of(term, depth + 1));
    for (const item of inside) yield [item, ...base.slice(1)];
    if (plain || base.length === 0) return;
    for (let at = 0; at < Math.min(base.length, 4); at++) {
      for (const item of this.of(this.expansion.item(flat, at), depth + 1)) {
        yield base.map((old, index) => (index === at ? item : old));
      }
    }
  }

  #filled(flat: Flat, length: number, depth: number): readonly Json[] | undefined {
    const list: Json[] = [];
    for (let at = 0; at < length; at++) {
      const term = this.expansion.item(flat, at);
      const choices = flat.unique ? this.of(term, Math.min(depth + 1, 1)) : [];
      const value = flat.unique ? choices[at] : this.plain(term);
      if (value === undefined) return undefined;
      list.push(value);
    }
    return list;
  }
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `other${at + 1}`);
}

/** Lists and objects come after what has no parts. */
function weight({ types: set, values }: Flat): number {
  if (values || set & (types.string | anyNumber | types.boolean)) return 0;
  return set & types.array ? 1 : 2 - Number(set === types.null);
}

function first<T>(makers: readonly (() => T | undefined)[]): T | undefined {
  for (const make of makers) {
    const made = make();
    if (made !== undefined) return made;
  }
  return undefined;
}
