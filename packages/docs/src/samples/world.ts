import type { Transactor } from "holdfast";

/** Where examples are executed: always the same, so that the same comes of them. */
export interface ExampleWorld {
  readonly transactor: Transactor;
  /** Begins again: nothing is stored, and ids and the clock start where they always start. */
  clear(): Promise<void>;
  /** Remembers where ids and the clock stand; the function puts them back there. */
  hold(): () => void;
  /** Lets time pass, in seconds, with all that happens by itself. */
  pass(seconds: number): Promise<void>;
}

const UNDO = Symbol("undo");

/** A transactor whose writes are undone once they have been answered, where it is told so. */
export function undoing(transactor: Transactor, isUndone: () => boolean): Transactor {
  return {
    read: (work) => transactor.read(work),
    async write<T>(work: Parameters<typeof transactor.write<T>>[0]) {
      if (!isUndone()) return transactor.write(work);
      const done: T[] = [];
      try {
        await transactor.write(async (unit) => {
          done.push(await work(unit));
          throw UNDO;
        });
      } catch (problem) {
        if (problem !== UNDO) throw problem;
      }
      return done[0] as T;
    },
  };
}
