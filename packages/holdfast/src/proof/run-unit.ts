import { NoSample } from "../definition/sampler.js";
import { type Choices, Replay, Rounds } from "./choices.js";
import { type ProofTools, Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** What came of one proof; it can be sent from one thread to another. */
export interface UnitOutcome {
  readonly examples: number;
  /** Options of values that were made up, and those among them that were taken. */
  readonly options: number;
  readonly taken: number;
  /** The choices that lead to a failure. */
  readonly failing?: readonly number[];
  /** Why no values could be made up. */
  readonly noSample?: string;
}

/** A failure, and the choices that lead to it. */
export interface UnitFailure {
  readonly message: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly tape: readonly number[];
}

/** Goes through the options of each choice, then searches at random. */
export async function runUnit(
  unit: Unit,
  { search }: ProofTools,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Promise<UnitOutcome> {
  let examples = 0;
  const attempt = async (choices: Choices): Promise<void> => {
    examples++;
    await unit.check(choices);
  };
  const rounds = new Rounds();
  for (let round = 0; round < unit.rounds && rounds.open; round++) {
    const choices = rounds.next();
    try {
      await attempt(choices);
    } catch (problem) {
      const so = { examples, ...rounds.taken };
      if (problem instanceof NoSample) return { ...so, noSample: problem.message };
      return { ...so, failing: choices.tape };
    }
  }
  const onTape = tolerant((tape) => attempt(new Replay(tape)));
  const failing = unit.searched && runs > 0 ? await search(onTape, { seed, runs }) : undefined;
  return { examples, ...rounds.taken, ...(failing && { failing }) };
}

/** The simplest failure that a known one leads to. */
export async function shrunk(
  unit: Unit,
  { search }: ProofTools,
  seed: number,
  known: UnitFailure,
): Promise<UnitFailure> {
  const onTape = tolerant(async (tape) => unit.check(new Replay(tape)));
  const tape = await search(onTape, { seed, runs: 1, failing: known.tape });
  return tape ? failureOf(unit, tape) : known;
}

/** Choices that lead to no values are no failure. */
function tolerant(
  attempt: (tape: readonly number[]) => Promise<void>,
): (tape: readonly number[]) => Promise<void> {
  return async (tape) => {
    try {
      await attempt(tape);
    } catch (problem) {
      if (!(problem instanceof NoSample)) throw problem;
    }
  };
}

/** What fails when these choices are made again. */
export async function failureOf(unit: Unit, tape: readonly number[]): Promise<UnitFailure> {
  try {
    await unit.check(new Replay(tape));
  } catch (problem) {
    if (problem instanceof Violation) {
      return { message: problem.message, evidence: problem.evidence, tape };
    }
    const message = problem instanceof Error ? problem.message : String(problem);
    return { message: `it throws: ${message}`, evidence: {}, tape };
  }
  return { message: "it fails only the first time", evidence: {}, tape };
}
