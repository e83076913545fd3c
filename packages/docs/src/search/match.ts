import { BestHits } from "./best-hits.js";
import type { SearchEntry } from "./entry.js";
import type { IndexedName, NameIndex } from "./name-index.js";
import { oneLetterApart } from "./one-letter-apart.js";

/** Something that was found, and how: `old` where it is called something else now, or is gone. */
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly old: boolean;
}

const NO_MATCH = Number.POSITIVE_INFINITY;
const MOST_WORDS = 8;
/** Shorter words are one letter from too much. */
const SHORTEST_MISSPELT = 4;

/**
 * Finds names, old ones too: every word of the query must stand in the name, or in the name of what
 * it belongs to. Names that are the word come first, then names and parts of names that begin with
 * it, then what holds it; where nothing holds it, names that differ by one letter.
 *
 * @param limit how many hits at most
 */
export function matchNames(index: NameIndex, query: string, limit = 12): readonly SearchHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const exact = words.map((word) => distances(index, word));
  const hits = best(index, exact, limit);
  if (hits.length > 0 || words.every((word) => word.length < SHORTEST_MISSPELT)) return hits;
  return best(
    index,
    words.map((word, at) => misspelt(index, word, exact[at])),
    limit,
  );
}

/** How far a word is from each name, and from each subject. */
interface Distances {
  readonly names: readonly number[];
  readonly subjects: readonly number[];
  /** Where the word begins with a subject and a dot: what of it the name must begin with. */
  readonly within: readonly (string | undefined)[];
}

function distances({ names, subjects }: NameIndex, word: string): Distances {
  return {
    names: names.map((name) => distanceOf(name, word)),
    subjects: subjects.map((subject) => {
      if (subject.startsWith(word)) return 3;
      return subject.includes(word) ? 8 : NO_MATCH;
    }),
    within: subjects.map((subject) =>
      word.startsWith(`${subject}.`) ? word.slice(subject.length + 1) : undefined,
    ),
  };
}

function distanceOf({ text, leaf }: IndexedName, word: string): number {
  if (!text.includes(word)) return NO_MATCH;
  if (text === word) return 0;
  if (leaf === word) return 1;
  if (text.startsWith(word)) return 2;
  if (leaf.startsWith(word)) return 3;
  if (text.includes(`_${word}`) || text.includes(`.${word}`) || text.includes(` ${word}`)) return 4;
  return 6;
}

/** The same, with names that are one letter away. */
function misspelt({ names }: NameIndex, word: string, exact: Distances | undefined): Distances {
  const { names: known = [], subjects = [], within = [] } = exact ?? {};
  if (word.length < SHORTEST_MISSPELT) return { names: known, subjects, within };
  const near = names.map(({ text, leaf }, at) =>
    oneLetterApart(text, word) || oneLetterApart(leaf, word) ? 1 : (known[at] ?? NO_MATCH),
  );
  return { names: near, subjects, within };
}

function best(index: NameIndex, measured: readonly Distances[], limit: number): SearchHit[] {
  const { entries, order } = index;
  const found = new BestHits(index, limit);
  for (let at = 0; at < entries.length; at += 1) {
    let rank = order[at] ?? 0;
    for (const one of measured) {
      rank += distanceAt(index, one, at);
      if (rank === NO_MATCH) break;
    }
    if (rank !== NO_MATCH) found.offer(at, rank);
  }
  return found.entries.map((entry) => ({ entry, old: entry.now !== entry.name }));
}

function distanceAt(index: NameIndex, { names, subjects, within }: Distances, at: number): number {
  const name = index.nameOf[at] ?? 0;
  const subject = index.subjectOf[at] ?? 0;
  const distance = Math.min(names[name] ?? NO_MATCH, subjects[subject] ?? NO_MATCH);
  const begins = within[subject];
  if (distance <= 3 || begins === undefined) return distance;
  return index.names[name]?.text.startsWith(begins) ? 3 : distance;
}
