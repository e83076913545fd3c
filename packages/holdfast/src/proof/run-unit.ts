import { NoSample } from "../definition/sampler.js";
import { type Choices, Replay, Rounds } from "./choices.js";
import { type ProofTools, Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** What came of one proof. */
export interface UnitOutcome {
  readonly examples: number;
  readonly failure?: UnitFailure;
  /** Why no values could be made up. */
  readonly noSample?: string;
}

/** The simplest failure that was found, and the choices that lead to it. */
export interface UnitFailure {
  readonly message: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly tape: readonly number[];
}

/** Goes through the options of each choice, then searches at random. */
export function runUnit(
  unit: Unit,
  { search }: ProofTools,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): UnitOutcome {
  let examples = 0;
  const attempt = (choices: Choices): void => {
    examples++;
    unit.check(choices);
  };
  const onTape = (tape: readonly number[]): void => attempt(new Replay(tape));
  const rounds = new Rounds();
  for (let round = 0; round < unit.rounds && rounds.open; round++) {
    const choices = rounds.next();
    try {
      attempt(choices);
    } catch (problem) {
      if (problem instanceof NoSample) return { examples, noSample: problem.message };
      return { examples, failure: failureOf(unit, choices.tape, problem) };
    }
  }
  const found = unit.searched && runs > 0 ? search(tolerant(onTape), { seed, runs }) : undefined;
  return found ? { examples, failure: failureOf(unit, found) } : { examples };
}

/** The simplest failure that a known one leads to. */
export function shrunk(
  unit: Unit,
  { search }: ProofTools,
  seed: number,
  known: UnitFailure,
): UnitFailure {
  const onTape = (tape: readonly number[]): void => unit.check(new Replay(tape));
  const tape = search(tolerant(onTape), { seed, runs: 1, failing: known.tape });
  return tape ? failureOf(unit, tape) : known;
}

/** Choices that lead to no values are no failure. */
function tolerant(attempt: (tape: readonly number[]) => void): (tape: readonly number[]) => void {
  return (tape) => {
    try {
      attempt(tape);
    } catch (problem) {
      if (!(problem instanceof NoSample)) throw problem;
    }
  };
}

function failureOf(unit: Unit, tape: readonly number[], first?: unknown): UnitFailure {
  let problem = first;
  try {
    unit.check(new Replay(tape));
  } catch (again) {
    problem = again;
  }
  if (problem instanceof Violation) {
    return { message: problem.message, evidence: problem.evidence, tape };
  }
  const message = problem instanceof Error ? problem.message : String(problem);
  return { message: `it throws: ${message}`, evidence: {}, tape };
}
