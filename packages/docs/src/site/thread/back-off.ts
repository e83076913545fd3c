const SHORTEST_MS = 100;
const LONGEST_MS = 30_000;
/** Whatever ran for this long had started well. */
const STEADY_MS = 60_000;

/** How long to wait before something that ended is started again: longer each time that it fails. */
export class BackOff {
  #failures = 0;

  /** @param ranForMs how long it ran before it ended; 0 if it never got that far */
  next(ranForMs: number): number {
    this.#failures = ranForMs >= STEADY_MS ? 1 : this.#failures + 1;
    return Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (this.#failures - 1));
  }
}
