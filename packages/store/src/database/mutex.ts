import { BusyError } from "../errors.js";

/** Lets one in at a time, first come, first served. */
export interface Mutex {
  /**
   * Resolves to the function that lets the next one in.
   * @throws BusyError "writer_busy" after `patience`
   */
  lock(): Promise<() => void>;
}

/**
 * @param patience how long one waits for its turn before it is given up, in milliseconds. It
 * bounds what would else be a hang: a holder that waits for its own lock.
 */
export function createMutex(patience: number): Mutex {
  const waiting = new Set<() => void>();
  let held = false;

  function release(): void {
    const [next] = waiting;
    if (next === undefined) held = false;
    else next();
  }

  /** Called twice by mistake, it must not let two in. */
  function releaseOnce(): () => void {
    let released = false;
    return () => {
      if (!released) {
        released = true;
        release();
      }
    };
  }

  return {
    lock() {
      if (!held) {
        held = true;
        return Promise.resolve(releaseOnce());
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(enter);
          reject(
            new BusyError(
              "writer_busy",
              Math.ceil(patience / 1000),
              new Error(
                `Waited ${patience} ms for the database's writer. A unit of work that calls the store's own writing functions waits for itself.`,
              ),
            ),
          );
        }, patience);
        const enter = () => {
          clearTimeout(timer);
          waiting.delete(enter);
          resolve(releaseOnce());
        };
        waiting.add(enter);
      });
    },
  };
}
