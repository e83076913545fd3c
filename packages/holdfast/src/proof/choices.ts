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

/** How often a place was asked for a choice, and among how many options. */
interface Place {
  turn: number;
  count: number;
}

/**
 * Choices that take turns: round after round, each place goes through all its options, so that
 * after enough rounds every option of every place was taken. What was chosen can be replayed.
 */
export class Rounds {
  readonly #places = new Map<string, Place>();
  /** Whether some place still has options that were never taken. */
  open = true;

  next(): Choices & { readonly tape: number[] } {
    const tape: number[] = [];
    this.open = false;
    return {
      tape,
      pick: (count, place) => {
        const known = this.#places.get(place) ?? { turn: 0, count };
        this.#places.set(place, known);
        known.count = count;
        const turn = known.turn++;
        if (known.turn < count) this.open = true;
        // Places start at different options, so that they do not all turn in step.
        const picked = (turn + (turn >= count ? this.#places.size % count : 0)) % count;
        tape.push(picked);
        return picked;
      },
    };
  }

  /** How many options there were at all places that were reached, and how many were taken. */
  get taken(): { readonly options: number; readonly taken: number } {
    let [options, taken] = [0, 0];
    for (const { turn, count } of this.#places.values()) {
      options += count;
      taken += Math.min(turn, count);
    }
    return { options, taken };
  }
}
