/** Where made-up values come from: a choice among some options, at a named place. */
export interface Choices {
  /** An index below `count`. */
  pick(count: number, place: string): number;
}

/** Choices from a tape; past its end always the first, which is the simplest. */
export class Replay implements Choices {
  readonly #tape: readonly number[];
  #next = 0;

  constructor(tape: readonly number[]) {
    this.#tape = tape;
  }

  pick(count: number): number {
    return (this.#tape[this.#next++] ?? 0) % count;
  }
}

/**
 * Choices that take turns: round after round, each place goes through all its options, so that
 * after enough rounds every option of every place was taken. What was chosen can be replayed.
 */
export class Rounds {
  readonly #turns = new Map<string, number>();
  /** Whether some place still has options that were never taken. */
  open = true;

  next(): Choices & { readonly tape: number[] } {
    const tape: number[] = [];
    this.open = false;
    return {
      tape,
      pick: (count, place) => {
        // Places start at different options, so that they do not all turn in step.
        const turn = this.#turns.get(place) ?? 0;
        this.#turns.set(place, turn + 1);
        if (turn + 1 < count) this.open = true;
        const picked = (turn + (turn >= count ? this.#turns.size % count : 0)) % count;
        tape.push(picked);
        return picked;
      },
    };
  }
}
