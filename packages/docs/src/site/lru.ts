/** Keeps values within a bound on their sizes; what was not asked for the longest goes first. */
export class Lru<V> {
  readonly #kept = new Map<string, { readonly value: V; readonly size: number }>();
  readonly #limit: number;
  #size = 0;

  /** @param limit the sum of the sizes that are kept; 0 keeps nothing */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** A value that is larger than the whole bound is not kept. */
  set(key: string, value: V, size: number): void {
    this.#drop(key);
    if (size > this.#limit) return;
    this.#kept.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
