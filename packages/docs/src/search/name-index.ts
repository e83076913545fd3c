import type { SearchEntry } from "./entry.js";

/** A name as it is compared, with its last part: `source.last4`, `last4`. */
export interface IndexedName {
  readonly text: string;
  readonly leaf: string;
}

/** Entries with what searching them takes, made once: names that many entries share stand there once. */
export class NameIndex {
  readonly entries: readonly SearchEntry[];
  readonly names: readonly IndexedName[];
  readonly subjects: readonly string[];
  /** Which name and which subject each entry has. */
  readonly nameOf: Uint32Array;
  readonly subjectOf: Uint32Array;
  /** What tells entries apart beside how well they match: smaller comes first. */
  readonly order: Float64Array;
  /** Entries with the same number are one place of a page under one name. */
  readonly placeOf: Uint32Array;
  readonly #pages = new Map<string, SearchEntry[]>();
  readonly #parts = new Map<string, SearchEntry[]>();

  constructor(entries: readonly SearchEntry[]) {
    const names = new Map<string, number>();
    const subjects = new Map<string, number>();
    const places = new Map<string, number>();
    this.entries = entries;
    this.nameOf = new Uint32Array(entries.length);
    this.subjectOf = new Uint32Array(entries.length);
    this.placeOf = new Uint32Array(entries.length);
    this.order = new Float64Array(entries.length);
    for (const [index, entry] of entries.entries()) {
      const { name, kind, subject, slug, anchor } = entry;
      this.nameOf[index] = numberOf(names, name.toLowerCase());
      this.subjectOf[index] = numberOf(subjects, subject.toLowerCase());
      this.placeOf[index] = numberOf(places, JSON.stringify([slug, anchor, kind, name]));
      this.order[index] = orderOf(entry);
      if (kind === "method" || kind === "resource") listed(this.#pages, name).push(entry);
      listed(this.#parts, subject).push(entry);
    }
    this.names = [...names.keys()].map((text) => ({
      text,
      leaf: text.slice(text.lastIndexOf(".") + 1),
    }));
    this.subjects = [...subjects.keys()];
  }

  /** The methods and resources that are, or were, called so. */
  pages(name: string): readonly SearchEntry[] {
    return this.#pages.get(name) ?? [];
  }

  /** Whatever is part of a page, by the subject's name today: its params, fields and values. */
  parts(subject: string): readonly SearchEntry[] {
    return this.#parts.get(subject) ?? [];
  }
}

/** How far the kinds stand apart where names match equally well. */
const WEIGHT: Readonly<Record<SearchEntry["kind"], number>> = {
  resource: 0,
  method: 0.1,
  page: 0.2,
  event: 0.3,
  error: 0.3,
  param: 0.5,
  field: 0.4,
  // Many enums have the same values: names, and old names, come first.
  value: 1.2,
};

function orderOf({ name, kind, now }: SearchEntry): number {
  const depth = name.split(".").length + name.length / 100;
  return WEIGHT[kind] + depth / 10 + (now === name ? 0 : 0.45);
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function listed(lists: Map<string, SearchEntry[]>, name: string): SearchEntry[] {
  const known = lists.get(name) ?? [];
  lists.set(name, known);
  return known;
}
