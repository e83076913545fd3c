import type { MatrixPlan } from "./plan.js";
import { runUnit, type UnitOutcome } from "./run-unit.js";
import type { ProofTools } from "./tools.js";

/** A part of the work: every `of`-th proof, from the `index`-th on. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** What came of the proofs of a share, by their place in the plan. */
export type ShareOutcome = ReadonlyMap<number, UnitOutcome>;

/** How a matrix is run. */
export interface MatrixSettings {
  readonly seed: number;
  /** Random examples for each released shape, beside those that take every option once. */
  readonly runs: number;
  /** Whether to end at the first failure that each thread finds. */
  readonly stopAtFailure?: boolean;
  onProgress?(done: number, all: number): void;
}

/** How many proofs are done before others may have their turn. */
const AT_A_TIME = 8;

/** Proves a share of the plan. What comes of a proof does not hang on who does it. */
export async function proveShare(
  { planned }: MatrixPlan,
  { index, of }: Share,
  { seed, runs, stopAtFailure }: Omit<MatrixSettings, "onProgress">,
  tools: ProofTools,
  onDone: (proofs: number) => void,
): Promise<ShareOutcome> {
  const outcomes = new Map<number, UnitOutcome>();
  const traced = Error.stackTraceLimit;
  // Most requests that are made up are refused, and where that was raised is of no interest.
  Error.stackTraceLimit = 0;
  try {
    for (let place = index; place < planned.length; place += of) {
      const one = planned[place];
      if (!one) break;
      const search = { seed, runs: one.searched ? runs : 0 };
      const outcome = await runUnit(one.unit, tools, search);
      outcomes.set(place, outcome);
      if (stopAtFailure && outcome.failing) break;
      if (outcomes.size % AT_A_TIME === 0) {
        onDone(AT_A_TIME);
        // So that whatever shows the progress can do so.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  } finally {
    Error.stackTraceLimit = traced;
  }
  onDone(outcomes.size % AT_A_TIME);
  return outcomes;
}
