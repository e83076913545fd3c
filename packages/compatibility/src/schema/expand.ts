import { accepts } from "./accepts.js";
import {
  anything,
  both,
  type Flat,
  flatOf,
  narrowed,
  type ObjectPart,
  possibleTypes,
} from "./flat.js";
import { negated } from "./negate.js";
import { regex } from "./regex.js";
import type { Keywords, Term, Terms } from "./term.js";
import { types } from "./types.js";

/** More alternatives than this are not told apart. */
const most = 96;

/** Writes terms out as alternatives, each once. */
export class Expansion {
  readonly terms: Terms;
  readonly #done = new Map<Term, readonly Flat[] | null>();
  readonly #doing = new Set<Term>();

  constructor(terms: Terms) {
    this.terms = terms;
  }

  /** The alternatives of a term that hold something; null if there are too many. */
  of(term: Term): readonly Flat[] | null {
    const done = this.#done.get(term);
    if (done !== undefined) return done;
    // A schema that is nothing but itself holds nothing more than its other alternatives.
    if (this.#doing.has(term)) return [];
    this.#doing.add(term);
    const body = this.terms.body(term);
    const flats = typeof body === "boolean" ? (body ? [anything] : []) : this.#keywords(body);
    this.#doing.delete(term);
    this.#done.set(term, flats);
    return flats;
  }

  #keywords(words: Keywords): readonly Flat[] | null {
    let flats: readonly Flat[] | null = [flatOf(words)];
    for (const part of words.allOf ?? []) flats = this.#product(flats, this.of(part));
    if (words.anyOf) flats = this.#product(flats, this.#union(words.anyOf));
    if (words.oneOf) flats = this.#product(flats, this.#exclusive(words.oneOf));
    if (words.not) flats = this.#product(flats, this.#outside(words.not));
    const { unevaluatedProperties: names, unevaluatedItems: items } = words;
    if (names) flats = flats?.map((flat) => closedObject(this.terms, flat, names)) ?? null;
    if (items) flats = flats?.map((flat) => closedList(flat, items)) ?? null;
    return flats && this.#possible(flats);
  }

  #union(arms: readonly Term[]): readonly Flat[] | null {
    const all: Flat[] = [];
    for (const arm of arms) {
      const flats = this.of(arm);
      if (!flats) return null;
      all.push(...flats);
    }
    return all.length > most ? null : all;
  }

  /** One arm and no other: an arm that can overlap with others rules them out. */
  #exclusive(arms: readonly Term[]): readonly Flat[] | null {
    const all: Flat[] = [];
    for (const [index, arm] of arms.entries()) {
      const flats = this.of(arm);
      if (!flats) return null;
      for (const flat of flats) {
        const others = arms.filter((other, at) => at !== index && !this.apart(flat, other));
        all.push(others.length === 0 ? flat : { ...flat, nots: [...flat.nots, ...others] });
      }
    }
    return all.length > most ? null : all;
  }

  /** Whether it is seen that nothing is in both. */
  apart(flat: Flat, term: Term): boolean {
    const flats = this.of(term);
    return flats !== null && this.#product([flat], flats)?.length === 0;
  }

  #outside(term: Term): readonly Flat[] | null {
    const other = negated(this.terms, term);
    return other ? this.of(other) : [{ ...anything, nots: [term] }];
  }

  #product(ones: readonly Flat[] | null, others: readonly Flat[] | null): readonly Flat[] | null {
    if (!ones || !others) return null;
    if (ones.length * others.length > most * 8) return null;
    const all = this.#possible(ones.flatMap((one) => others.map((other) => both(one, other))));
    return all.length > most ? null : all;
  }

  /** Those that hold something, as far as it is easily seen. */
  #possible(flats: readonly Flat[]): readonly Flat[] {
    return flats.flatMap((flat) => {
      let set = possibleTypes(flat);
      if (set & types.object && this.#lacks(flat)) set &= ~types.object;
      const left = set === flat.types ? flat : narrowed(flat, set);
      const { values } = left;
      if (!values) return left.types === 0 ? [] : [left];
      const held = values.filter((value) => accepts(this, { ...left, values: undefined }, value));
      return held.length === 0 ? [] : [narrowed(left, left.types, held)];
    });
  }

  /** Whether a property is required that nothing can stand in. */
  #lacks(flat: Flat): boolean {
    return [...flat.required].some((name) => {
      const term = this.property(flat, name);
      return this.#isShallow(term) && this.of(term)?.length === 0;
    });
  }

  /** Whether a term says nothing of parts, and does not go on without end. */
  #isShallow(term: Term, depth = 0): boolean {
    const { body } = term;
    if (typeof body === "boolean") return true;
    if ("ref" in body || depth > 4 || this.#doing.has(term)) return false;
    if (body.properties || body.items || body.oneOf || body.not || body.contains) return false;
    const parts = [...(body.allOf ?? []), ...(body.anyOf ?? [])];
    return parts.every((part) => this.#isShallow(part, depth + 1));
  }

  /** What a property of an alternative must be. */
  property(flat: Flat, name: string): Term {
    return this.terms.all(flat.objects.flatMap((part) => propertyIn(part, name)));
  }

  /** What an item of an alternative must be. */
  item(flat: Flat, index: number): Term {
    return this.terms.all(
      flat.lists.map(({ prefix, rest }) => prefix[index] ?? rest ?? this.terms.always),
    );
  }

  /** What a property that is declared nowhere must be. */
  additional(flat: Flat): Term {
    return this.terms.all(flat.objects.map(({ additional }) => additional ?? this.terms.always));
  }
}

function propertyIn(part: ObjectPart, name: string): readonly Term[] {
  const own = part.properties.get(name);
  const matched = [...part.patterns].filter(([pattern]) => regex(pattern)?.test(name));
  if (own || matched.length > 0) return [...(own ? [own] : []), ...matched.map(([, term]) => term)];
  return part.additional ? [part.additional] : [];
}

/** What no part has declared is what `unevaluatedProperties` says. */
function closedObject(terms: Terms, flat: Flat, rest: Term): Flat {
  if (flat.objects.some(({ additional }) => additional)) return flat;
  const declared = flat.objects.flatMap(({ properties }) => [...properties.keys()]);
  const patterns = flat.objects.flatMap((part) => [...part.patterns.keys()]);
  const closed: ObjectPart = {
    properties: new Map(declared.map((name) => [name, terms.always])),
    patterns: new Map(patterns.map((name) => [name, terms.always])),
    additional: rest,
  };
  return { ...flat, objects: [...flat.objects, closed] };
}

function closedList(flat: Flat, rest: Term): Flat {
  if (flat.lists.some((part) => part.rest)) return flat;
  const [longest] = flat.lists.map(({ prefix }) => prefix).sort((a, b) => b.length - a.length);
  return { ...flat, lists: [...flat.lists, { prefix: longest ?? [], rest }] };
}
