import { accepts } from "./accepts.js";
import type { Expansion } from "./expand.js";
import { anything, both, type Flat, flatOf, narrowed } from "./flat.js";
import type { Json } from "./json.js";
import { listWithin } from "./list-within.js";
import { objectWithin } from "./object-within.js";
import { numberWithin, stringWithin } from "./scalar-within.js";
import type { Term } from "./term.js";
import { typeGroups, types } from "./types.js";

/** How often an alternative is cut into smaller ones to fit it in. */
const cuts = 4;

/** Two terms of which the first may be within the second. */
interface Question {
  readonly one: Term;
  readonly other: Term;
  holds: boolean;
  /** Those whose answer was found with the help of this one. */
  readonly askers: Set<Question>;
}

/**
 * Derives that everything one schema holds for, another one does too. What it says is so; what it
 * does not say may be so as well. Schemas that contain themselves are taken to fit for as long as
 * nothing in them does not (coinduction): everything is believed at first, and what is refuted makes
 * those ask again who had believed it.
 */
export class Containment {
  readonly expansion: Expansion;
  readonly #questions = new Map<string, Question>();
  readonly #waiting: Question[] = [];
  #asking: Question | undefined;

  constructor(expansion: Expansion) {
    this.expansion = expansion;
  }

  /** Whether everything in one is in the other. */
  holds(one: Term, other: Term): boolean {
    const { terms } = this.expansion;
    if (one === other || other === terms.always || one === terms.never) return true;
    const question = this.#question(one, other);
    if (this.#asking) {
      if (question.holds) question.askers.add(this.#asking);
    } else this.#settle();
    return question.holds;
  }

  #question(one: Term, other: Term): Question {
    const key = `${one.id} ${other.id}`;
    let question = this.#questions.get(key);
    if (!question) {
      question = { one, other, holds: true, askers: new Set() };
      this.#questions.set(key, question);
      this.#waiting.push(question);
    }
    return question;
  }

  /** Goes on until nothing that is believed is refuted. */
  #settle(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      if (!next.holds) continue;
      this.#asking = next;
      next.holds = this.#derive(next.one, next.other);
      this.#asking = undefined;
      if (next.holds) continue;
      this.#waiting.push(...next.askers);
      next.askers.clear();
    }
  }

  #derive(one: Term, other: Term): boolean {
    const flats = this.expansion.of(one);
    const others = this.expansion.of(other);
    if (!flats || !others) return false;
    return flats.every((flat) => this.covers(flat, others));
  }

  /** Whether everything in an alternative is in one of some others. */
  covers(flat: Flat, others: readonly Flat[], left = cuts): boolean {
    if (flat.values) return this.#valuesCovered(flat.values, others);
    if (others.some((other) => this.#within(flat, other))) return true;
    const pieces = left > 0 ? this.#cut(flat, others) : undefined;
    return pieces?.every((piece) => this.covers(piece, others, left - 1)) ?? false;
  }

  #valuesCovered(values: readonly Json[], others: readonly Flat[]): boolean {
    return values.every((value) => others.some((other) => accepts(this.expansion, other, value)));
  }

  /** Smaller alternatives that are the same together; undefined if there is nothing to cut at. */
  #cut(flat: Flat, others: readonly Flat[]): readonly Flat[] | undefined {
    const groups = typeGroups.filter((group) => group & flat.types);
    if (groups.length > 1) return groups.map((group) => narrowed(flat, group));
    if (flat.types === types.null) return [narrowed(flat, types.null, [null])];
    if (flat.types === types.boolean) return [narrowed(flat, types.boolean, [true, false])];
    if (flat.types === (types.integer | types.fraction)) {
      return [narrowed(flat, types.integer), narrowed(flat, types.fraction)];
    }
    return flat.types === types.object ? this.#cutObject(flat, others) : undefined;
  }

  #cutObject(flat: Flat, others: readonly Flat[]): readonly Flat[] | undefined {
    const names = new Set(
      others.flatMap(({ objects }) => objects.flatMap(({ properties }) => [...properties.keys()])),
    );
    for (const name of names) {
      const pieces = this.#cutAt(flat, name, others);
      if (pieces && pieces.length > 1) return pieces;
    }
    return undefined;
  }

  /** By a property's values, or by whether it is there, where the others tell themselves by it. */
  #cutAt(flat: Flat, name: string, others: readonly Flat[]): readonly Flat[] | undefined {
    const { terms } = this.expansion;
    const term = this.expansion.property(flat, name);
    const told = others.map((other) => this.expansion.property(other, name));
    if (new Set(told).size < 2) return undefined;
    if (!flat.required.has(name)) {
      if (!told.includes(terms.never)) return undefined;
      return [this.#with(flat, name, terms.never), both(flat, flatOf({ required: [name] }))];
    }
    const values = this.#valuesOf(term);
    if (!values || values.length > 24) return undefined;
    return values.map((value) => this.#with(flat, name, terms.of({ enum: [value] })));
  }

  /** All values of a term, if it has only a few. */
  #valuesOf(term: Term): readonly Json[] | undefined {
    const values: Json[] = [];
    for (const flat of this.expansion.of(term) ?? [anything]) {
      const some = finite(flat);
      if (!some) return undefined;
      values.push(...some);
    }
    return values;
  }

  #with(flat: Flat, name: string, term: Term): Flat {
    return both(flat, flatOf({ types: types.object, properties: new Map([[name, term]]) }));
  }

  #within(flat: Flat, other: Flat): boolean {
    if (flat.types & ~other.types) return false;
    if (other.values) {
      const values = finite(flat);
      return values !== undefined && this.#valuesCovered(values, [other]);
    }
    return (
      numberWithin(flat, other) &&
      stringWithin(flat, other) &&
      listWithin(this, flat, other) &&
      objectWithin(this, flat, other) &&
      other.nots.every((not) => this.#excludes(flat, not))
    );
  }

  /** Whether nothing in an alternative is in a term. */
  #excludes(flat: Flat, term: Term): boolean {
    return flat.nots.some((not) => this.holds(term, not)) || this.expansion.apart(flat, term);
  }
}

/** The values of an alternative that has only a few. */
function finite(flat: Flat): readonly Json[] | undefined {
  if (flat.values) return flat.values;
  if (flat.types & ~(types.null | types.boolean)) return undefined;
  return [
    ...(flat.types & types.null ? [null] : []),
    ...(flat.types & types.boolean ? [true, false] : []),
  ];
}
