import type { SearchEntry } from "./entry.js";

/** An entry with what searching it takes, made once. */
export interface IndexedName {
  readonly entry: SearchEntry;
  /** In small letters: the name, its last part, and whose it is. */
  readonly name: string;
  readonly leaf: string;
  readonly subject: string;
  /** What tells entries apart that match equally well: less comes first. */
  readonly order: number;
  /** Entries that share it are one place of a page under one name. */
  readonly place: string;
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

export function indexNames(entries: readonly SearchEntry[]): readonly IndexedName[] {
  return entries.map((entry) => {
    const { kind, now, slug, anchor } = entry;
    const name = entry.name.toLowerCase();
    const depth = name.split(".").length + name.length / 100;
    return {
      entry,
      name,
      leaf: name.slice(name.lastIndexOf(".") + 1),
      subject: entry.subject.toLowerCase(),
      order: WEIGHT[kind] + depth / 10 + (now === entry.name ? 0 : 0.45),
      place: JSON.stringify([slug, anchor, kind, entry.name]),
    };
  });
}
