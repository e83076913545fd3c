/** What was compared: floors of different versions share most of what they are made of. */
export class Memory {
  readonly #known = new WeakMap<object, WeakMap<object, Map<string, unknown>>>();

  /** What came of comparing two things under a name; made where it is not known. */
  of<T>(before: object, now: object, name: string, make: () => T): T {
    const byNow = this.#known.get(before) ?? new WeakMap<object, Map<string, unknown>>();
    this.#known.set(before, byNow);
    const byName = byNow.get(now) ?? new Map<string, unknown>();
    byNow.set(now, byName);
    if (!byName.has(name)) byName.set(name, make());
    // One name stands for one kind of comparison.
    return byName.get(name) as T;
  }
}
