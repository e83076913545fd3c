import type { SearchEntry } from "./entry.js";

/** Something that was found, and how: `old` where it is called something else now, or is gone. */
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly old: boolean;
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

const NO_MATCH = Number.POSITIVE_INFINITY;

/**
 * Finds names, old ones too: every word of the query must stand in the name, or in the name of what
 * it belongs to. Names that are the word come first, then names and parts of names that begin with
 * it, then what holds it; where nothing holds it, names that differ by one letter.
 *
 * @param limit how many hits at most
 */
export function matchNames(
  entries: readonly SearchEntry[],
  query: string,
  limit = 12,
): readonly SearchHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const exact = ranked(entries, words, distanceOf);
  return exact.length > 0 ? best(exact, limit) : best(ranked(entries, words, nearMiss), limit);
}

interface Ranked {
  readonly entry: SearchEntry;
  readonly rank: number;
  readonly old: boolean;
}

type Measure = (entry: SearchEntry, word: string) => number;

function ranked(
  entries: readonly SearchEntry[],
  words: readonly string[],
  measure: Measure,
): Ranked[] {
  const found: Ranked[] = [];
  for (const entry of entries) {
    let rank = 0;
    for (const word of words) {
      rank += measure(entry, word);
      if (rank === NO_MATCH) break;
    }
    if (rank === NO_MATCH) continue;
    const old = entry.now !== entry.name;
    const depth = entry.name.split(".").length + entry.name.length / 100;
    found.push({ entry, old, rank: rank + WEIGHT[entry.kind] + depth / 10 + (old ? 0.45 : 0) });
  }
  return found;
}

function distanceOf(entry: SearchEntry, word: string): number {
  const name = entry.name.toLowerCase();
  if (name === word) return 0;
  const leaf = name.slice(name.lastIndexOf(".") + 1);
  if (leaf === word) return 1;
  if (name.startsWith(word)) return 2;
  if (leaf.startsWith(word)) return 3;
  if (`${entry.subject.toLowerCase()}.${name}`.startsWith(word)) return 3;
  if (name.includes(`_${word}`) || name.includes(`.${word}`) || name.includes(` ${word}`)) return 4;
  if (name.includes(word)) return 6;
  return entry.subject.toLowerCase().includes(word) ? 8 : NO_MATCH;
}

function nearMiss(entry: SearchEntry, word: string): number {
  const name = entry.name.toLowerCase();
  const leaf = name.slice(name.lastIndexOf(".") + 1);
  return word.length >= 4 && (oneLetterApart(name, word) || oneLetterApart(leaf, word))
    ? 1
    : Math.min(distanceOf(entry, word), NO_MATCH);
}

/** Whether one letter added, left out, or changed, or two that are swapped, make one the other. */
function oneLetterApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, from: number) => text.slice(start + from);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, 2) === rest(other, 2))
  );
}

/** The best hits, each place of a page once under each of its names. */
function best(found: Ranked[], limit: number): readonly SearchHit[] {
  const seen = new Set<string>();
  const hits: SearchHit[] = [];
  found.sort((a, b) => a.rank - b.rank || (a.entry.name < b.entry.name ? -1 : 1));
  for (const { entry, old } of found) {
    const place = JSON.stringify([entry.slug, entry.anchor, entry.kind, entry.name]);
    if (seen.has(place)) continue;
    seen.add(place);
    hits.push({ entry, old });
    if (hits.length === limit) break;
  }
  return hits;
}
