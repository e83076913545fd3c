import { cpuMicroseconds } from "./peers/peer.js";

/** One operation; what it returns must be used, so that none of it can be left out. */
export type Step = () => unknown;

/** How many rounds count, and who is told how far it is. */
export interface RoundOptions {
  readonly rounds: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** CPU of one batch of operations that is long enough to measure, in microseconds. */
const BATCH = 40_000;

/** How often everything is run before anything counts, in rounds. */
const WARM_UP = 3;

/** Where results go, so that none of the work can be left out. */
let sink: unknown;

/**
 * Measures operations in this process, all in turn in each round, another one first each time.
 * Gives nanoseconds of CPU an operation, round by round.
 */
export async function measureSteps<Name extends string>(
  steps: Readonly<Record<Name, Step>>,
  { rounds, onProgress }: RoundOptions,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(steps) as Name[];
  const of = <T>(make: () => T) =>
    Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, T>;
  const counts = of(() => 1000);
  const figures = of((): number[] => []);
  const total = names.length * (rounds + WARM_UP);
  let done = 0;
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const turn of names.keys()) {
      const name = names[(turn + round + WARM_UP) % names.length] as Name;
      const count = counts[name];
      const used = await batch(steps[name], count);
      if (round >= 0) figures[name].push((used * 1000) / count);
      // The warm-up finds out how many operations fill a batch.
      else counts[name] = Math.max(10, Math.ceil((count * BATCH) / used));
      onProgress(++done, total);
    }
  }
  if (sink === undefined) throw new TypeError("The steps came to nothing.");
  return figures;
}

/** Microseconds of CPU for that many operations. Only what is asynchronous is waited for. */
async function batch(run: Step, count: number): Promise<number> {
  const before = cpuMicroseconds();
  for (let i = 0; i < count; i++) {
    const result = run();
    sink = result instanceof Promise ? await result : result;
  }
  return Math.max(1, cpuMicroseconds() - before);
}
