import type { Contract } from "../contract/contract.js";
import { CollisionError, DraftField } from "../contract/draft.js";
import { DraftContract } from "../contract/draft-contract.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { Aspects } from "./aspects.js";
import {
  type Change,
  ChangeProblem,
  type ChangeScope,
  type Edits,
  type Restored,
} from "./change.js";
import { Claims } from "./claims.js";
import type { GateModule } from "./gate.js";

/** What is learnt on the way back, while an API boots. */
export interface Findings {
  /** For each gate, the later gates whose work it builds on. */
  readonly dependencies: Map<string, ReadonlySet<string>>;
  /** Fields of the definitions, and arms of unions, that gates bring back. */
  readonly restored: Set<Restored>;
  /** What gates set that is no field. */
  readonly aspects: Aspects;
}

/** What went wrong with one gate, or with several together. */
export interface StepProblem {
  readonly gate: string;
  readonly diagnostic: Diagnostic;
}

/** A contract one step back, and what went wrong on the way. */
export interface Stepped {
  readonly contract: Contract;
  readonly problems: readonly StepProblem[];
}

/** Goes back one step: applies the gates of a version, all at once. */
export function stepBack(
  newer: Contract,
  version: string,
  modules: readonly GateModule[],
  findings: Findings,
): Stepped {
  if (modules.length === 0) return { contract: newer, problems: [] };
  const draft = new DraftContract(newer);
  const { resolved, problems } = resolve(draft, version, modules, findings);
  for (const phase of ["edit", "place", "check"] as const) {
    for (const { change, gate, edits } of resolved) {
      try {
        edits[phase]?.();
      } catch (problem) {
        problems.push(tell(problem, change, gate, version));
      }
    }
  }
  try {
    return { contract: draft.freeze(modules.map((module) => module.gate)), problems };
  } catch (problem) {
    return { contract: newer, problems: [...problems, tellCollision(problem, modules, version)] };
  }
}

/**
 * Finds what the changes of a version address: again and again, until no change finds out
 * anything (a name of the version before, a place with a shape of its own) that one before it
 * would have had to know. So their order does not matter.
 */
function resolve(
  draft: DraftContract,
  version: string,
  modules: readonly GateModule[],
  findings: Findings,
): Attempt {
  const claims = new Claims();
  for (;;) {
    const known = claims.firm;
    claims.reset();
    findings.aspects.reset();
    const found = attempt(draft, version, modules, claims, findings);
    if (draft.learn() || claims.firm !== known) continue;
    for (const [gate, needs] of findings.aspects.settle()) {
      // The same set, to which placing things may add.
      for (const one of needs) found.dependencies.get(gate)?.add(one);
    }
    return found;
  }
}

function attempt(
  draft: DraftContract,
  version: string,
  modules: readonly GateModule[],
  claims: Claims,
  findings: Findings,
): Attempt {
  const problems: StepProblem[] = [];
  const resolved: Resolved[] = [];
  const all = new Map<string, Set<string>>();
  for (const { gate, changes } of modules) {
    const dependencies = new Set<string>();
    const scope: ChangeScope = {
      draft,
      gate,
      dependencies,
      restored: findings.restored,
      claim: (what, aspect, yields = false) => {
        claims.claim(gate, what, aspect, yields);
        // Fields know by themselves what made them what they are.
        if (!(what instanceof DraftField)) findings.aspects.note(gate, what, aspect);
      },
      about: (method) => findings.aspects.note(gate, `method ${method}`, `params of ${gate}`),
    };
    for (const change of changes) {
      try {
        resolved.push({ change, gate, edits: change.resolve(scope) });
      } catch (problem) {
        problems.push(tell(problem, change, gate, version));
      }
    }
    findings.dependencies.set(gate, dependencies);
    all.set(gate, dependencies);
  }
  return { resolved, problems, dependencies: all };
}

interface Resolved {
  readonly change: Change;
  readonly gate: string;
  readonly edits: Edits;
}

interface Attempt {
  readonly resolved: readonly Resolved[];
  readonly problems: StepProblem[];
  readonly dependencies: ReadonlyMap<string, Set<string>>;
}

function tell(problem: unknown, change: Change, gate: string, version: string): StepProblem {
  if (!(problem instanceof ChangeProblem)) throw problem;
  const details = { gate, version, subject: change.subject, ...problem.details };
  return { gate, diagnostic: diagnostic(problem.id, details, change.origin.location()) };
}

function tellCollision(
  problem: unknown,
  modules: readonly GateModule[],
  version: string,
): StepProblem {
  if (!(problem instanceof CollisionError)) throw problem;
  const blamed = modules.filter((module) => problem.gates.includes(module.gate));
  const gates = blamed.map((module) => module.gate).join(" and ") || "The gates";
  const details = { gates, version, name: problem.field };
  const first = blamed[0] ?? modules[0];
  return {
    gate: first?.gate ?? "",
    diagnostic: diagnostic("collision", details, first?.origin.location()),
  };
}
