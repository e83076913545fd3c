/** How often expired answers are removed at most, in milliseconds. */
const interval = 10 * 60 * 1000;

/** Removes expired answers now and then, beside the requests and not in them. */
export interface LazyPurge {
  /** Says that an answer was stored; purges if the last time is long ago. */
  stored(): void;
  /** Resolves when no purge runs. */
  settled(): Promise<void>;
}

export function purgeLazily(purge: () => Promise<unknown>, clock: () => number): LazyPurge {
  let last = clock();
  let running: Promise<unknown> = Promise.resolve();
  return {
    stored() {
      if (clock() - last < interval) return;
      last = clock();
      // What could not be removed now is removed the next time: expired answers are never read.
      running = purge().catch(() => {});
    },
    async settled() {
      await running;
    },
  };
}
