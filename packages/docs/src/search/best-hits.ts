import type { SearchEntry } from "./entry.js";
import type { NameIndex } from "./name-index.js";

interface Ranked {
  readonly at: number;
  readonly rank: number;
}

/** The best of what is found, each place of a page once under each of its names; never more than a few. */
export class BestHits {
  readonly #index: NameIndex;
  readonly #limit: number;
  readonly #kept: Ranked[] = [];

  constructor(index: NameIndex, limit: number) {
    this.#index = index;
    this.#limit = limit;
  }

  get entries(): readonly SearchEntry[] {
    return this.#kept.flatMap(({ at }) => this.#index.entries[at] ?? []);
  }

  /** @param rank the smaller, the better */
  offer(at: number, rank: number): void {
    const kept = this.#kept;
    const last = kept[kept.length - 1];
    const offered = { at, rank };
    if (last && kept.length >= this.#limit && !this.#before(offered, last)) return;
    const { placeOf } = this.#index;
    const same = kept.findIndex((one) => placeOf[one.at] === placeOf[at]);
    const known = kept[same];
    if (known && !this.#before(offered, known)) return;
    if (known) kept.splice(same, 1);
    const after = kept.findIndex((one) => this.#before(offered, one));
    kept.splice(after < 0 ? kept.length : after, 0, offered);
    if (kept.length > this.#limit) kept.pop();
  }

  /** By rank, then by name, then as the entries stand. */
  #before(one: Ranked, other: Ranked): boolean {
    if (one.rank !== other.rank) return one.rank < other.rank;
    const { entries } = this.#index;
    const [name = "", others = ""] = [entries[one.at]?.name, entries[other.at]?.name];
    return name < others;
  }
}
