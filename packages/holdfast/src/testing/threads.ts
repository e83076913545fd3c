import { Worker } from "node:worker_threads";
import type { Helper } from "../proof/matrix.js";
import type { Share, ShareOutcome } from "../proof/share.js";

/** What a thread is asked for. */
export interface Asked {
  readonly share: Share;
  /** Of the plan whose share it is. */
  readonly digest: string;
  readonly seed: number;
  readonly runs: number;
}

/** What a thread tells: that proofs are done, or what came of all. */
export type Told = { readonly proofs: number } | { readonly outcome: ShareOutcome | undefined };

/** Threads that prove, and how they are ended. */
export interface Threads {
  readonly helpers: readonly Helper[];
  end(): Promise<void>;
}

/** Starts threads that import the app's module by themselves. Those that fail leave their share. */
export function startThreads(
  count: number,
  app: string,
  settings: Pick<Asked, "seed" | "runs">,
): Threads {
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { app } });
    const ended = new Promise<undefined>((resolve) => {
      worker.once("error", () => resolve(undefined));
      worker.once("exit", () => resolve(undefined));
    });
    return { worker, ended };
  });
  return {
    helpers: workers.map(({ worker, ended }) => ({
      prove(share, digest, onDone) {
        const answered = new Promise<ShareOutcome | undefined>((resolve) => {
          worker.on("message", (told: Told) => {
            if ("outcome" in told) resolve(told.outcome);
            else onDone(told.proofs);
          });
        });
        worker.postMessage({ ...settings, share, digest } satisfies Asked);
        return Promise.race([answered, ended]);
      },
    })),
    async end() {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}
