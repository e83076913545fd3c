import { engineSteps, type Step, type StepName, stepNames } from "./engine-steps.js";
import { cpuMicroseconds } from "./peer.js";

/** CPU of one batch of operations that is long enough to measure, in microseconds. */
const BATCH = 40_000;

/** How often everything is run before anything counts, in rounds. */
const WARM_UP = 3;

interface ProcessOptions {
  readonly rounds: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** Nanoseconds of CPU an operation, round by round. */
export type ProcessFigures = Readonly<Record<StepName, readonly number[]>>;

/** Where results go, so that none of the work can be left out. */
let sink: unknown;

/** Measures the engine alone, without HTTP and without a database, all steps in turn. */
export async function measureInProcess(options: ProcessOptions): Promise<ProcessFigures> {
  const steps = await engineSteps();
  const counts = record(() => 1000);
  const figures = record((): number[] => []);
  const total = stepNames.length * (options.rounds + WARM_UP);
  let done = 0;
  for (let round = -WARM_UP; round < options.rounds; round++) {
    for (const name of stepNames) {
      const count = counts[name];
      const used = await batch(steps[name], count);
      if (round >= 0) figures[name].push((used * 1000) / count);
      // The warm-up finds out how many operations fill a batch.
      else counts[name] = Math.max(1000, Math.ceil((count * BATCH) / used));
      options.onProgress(++done, total);
    }
  }
  if (sink === undefined) throw new TypeError("The steps came to nothing.");
  return figures;
}

function record<T>(make: () => T): Record<StepName, T> {
  return Object.fromEntries(stepNames.map((name) => [name, make()])) as Record<StepName, T>;
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
