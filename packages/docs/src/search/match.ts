import type { SearchEntry } from "./entry.js";
import type { IndexedName } from "./name-index.js";
import { oneLetterApart } from "./one-letter-apart.js";

/** Something that was found, and how: `old` where it is called something else now, or is gone. */
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly old: boolean;
}

const NO_MATCH = Number.POSITIVE_INFINITY;

/**
 * Finds names, old ones too: every word of the query must stand in the name, or in the name of what
 * it belongs to. Names that are the word come first, then names and parts of names that begin with
 * it, then what holds it; where nothing holds it, names that differ by one letter.
 *
 * @param limit how many hits at most
 */
export function matchNames(
  index: readonly IndexedName[],
  query: string,
  limit = 12,
): readonly SearchHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const exact = best(index, words, distanceOf, limit);
  const found = exact.length > 0 ? exact : best(index, words, nearMiss, limit);
  return found.map(({ one: { entry } }) => ({ entry, old: entry.now !== entry.name }));
}

type Measure = (one: IndexedName, word: string) => number;

function distanceOf({ name, leaf, subject }: IndexedName, word: string): number {
  if (name === word) return 0;
  if (leaf === word) return 1;
  if (name.startsWith(word)) return 2;
  if (leaf.startsWith(word) || subject.startsWith(word)) return 3;
  if (word.startsWith(`${subject}.`) && name.startsWith(word.slice(subject.length + 1))) return 3;
  if (name.includes(word)) {
    return [`_${word}`, `.${word}`, ` ${word}`].some((part) => name.includes(part)) ? 4 : 6;
  }
  return subject.includes(word) ? 8 : NO_MATCH;
}

function nearMiss(one: IndexedName, word: string): number {
  const { name, leaf } = one;
  return word.length >= 4 && (oneLetterApart(name, word) || oneLetterApart(leaf, word))
    ? 1
    : distanceOf(one, word);
}

interface Ranked {
  readonly one: IndexedName;
  readonly rank: number;
}

/** The best hits, each place of a page once under each of its names. Never keeps more than those. */
function best(
  index: readonly IndexedName[],
  words: readonly string[],
  measure: Measure,
  limit: number,
): readonly Ranked[] {
  const kept: Ranked[] = [];
  for (const one of index) {
    let rank = one.order;
    for (const word of words) {
      rank += measure(one, word);
      if (rank === NO_MATCH) break;
    }
    const last = kept[limit - 1];
    const found = { one, rank };
    if (rank === NO_MATCH || (last && !isBefore(found, last))) continue;
    const known = kept.findIndex((other) => other.one.place === one.place);
    const same = kept[known];
    if (same && !isBefore(found, same)) continue;
    if (same) kept.splice(known, 1);
    const next = kept.findIndex((other) => isBefore(found, other));
    kept.splice(next < 0 ? kept.length : next, 0, found);
    if (kept.length > limit) kept.pop();
  }
  return kept;
}

function isBefore(one: Ranked, other: Ranked): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  return one.one.entry.name < other.one.entry.name;
}
