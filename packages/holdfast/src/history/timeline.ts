import type { Contract } from "../contract/contract.js";
import { CollisionError } from "../contract/draft.js";
import { DraftContract } from "../contract/draft-contract.js";
import type { ShapeField } from "../definition/shape.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Change, ChangeProblem, type ChangeScope, type Edits } from "./change.js";
import { Claims } from "./claims.js";
import type { GateModule } from "./gate.js";
import type { GateEntry, Version } from "./versions.js";

/** How many contracts of granted or revoked gates are kept, and how many steps on the way to them. */
const KEPT = 256;

/**
 * Every contract of an API. Versions are steps: going one back applies the gates of the newer
 * version, all at once.
 */
export class Timeline {
  /** Oldest first. */
  readonly versions: readonly Version[];
  readonly gates: ReadonlyMap<string, GateEntry>;
  readonly diagnostics: Diagnostic[] = [];
  /** For each gate, the later gates whose work it builds on. */
  readonly dependencies = new Map<string, ReadonlySet<string>>();
  /** Fields of the definitions that gates bring back. */
  readonly restored = new Set<ShapeField>();
  readonly #newest: Contract;
  readonly modules: ReadonlyMap<string, GateModule>;
  readonly #byVersion = new Map<string, Contract>();
  readonly #byGates = new Map<string, Contract>();
  readonly #steps = new Map<string, Contract>();
  #booted = false;

  constructor(
    newest: Contract,
    versions: readonly Version[],
    modules: ReadonlyMap<string, GateModule>,
  ) {
    this.#newest = newest;
    this.modules = modules;
    this.versions = versions;
    this.gates = new Map(
      versions.flatMap((version) => version.gates.map((entry) => [entry.gate, entry])),
    );
    let contract = newest;
    for (let index = versions.length - 1; index >= 0; index--) {
      const version = versions[index];
      if (!version) continue;
      this.#byVersion.set(version.name, contract);
      contract = this.#stepBack(contract, version, this.#built(version), this.diagnostics);
    }
    this.#booted = true;
  }

  get newest(): Contract {
    return this.#newest;
  }

  /** The contract of a version, or undefined for a version that is not known. */
  at(version: string): Contract | undefined {
    return this.#byVersion.get(version);
  }

  /**
   * The contract of a version with some gates more and some less. A granted gate brings along the
   * later ones that it builds on; a revoked one takes with it the earlier ones that build on it.
   */
  withGrants(
    version: string,
    granted: readonly string[],
    revoked: readonly string[],
  ): Contract | undefined {
    const base = this.at(version);
    if (!base || (granted.length === 0 && revoked.length === 0)) return base;
    const gates = new Set(base.gates);
    for (const gate of granted) for (const one of this.comingAlong(gate)) gates.add(one);
    for (const gate of revoked) for (const one of this.goingAlong(gate)) gates.delete(one);
    return this.withGates(gates);
  }

  /** The contract of exactly these gates. Kept, within a bound. */
  withGates(gates: ReadonlySet<string>): Contract {
    const key = [...gates].sort().join();
    const known = this.#byGates.get(key);
    if (known) return known;
    const steps = [...this.versions].reverse().flatMap((version) => {
      const chosen = this.#built(version).filter((module) => gates.has(module.gate));
      return chosen.length === 0 ? [] : [{ version, chosen }];
    });
    let contract = this.#newest;
    let way = "";
    for (const [index, { version, chosen }] of steps.entries()) {
      // Sets of gates that agree on the newer versions have the way through them in common.
      way += `${chosen.map((module) => module.gate).join()};`;
      const step = this.#steps.get(way) ?? this.#stepBack(contract, version, chosen, []);
      if (index < steps.length - 1) keep(this.#steps, way, step);
      contract = step;
    }
    return keep(this.#byGates, key, contract);
  }

  /** A gate and the later gates that it needs. */
  comingAlong(gate: string): readonly string[] {
    const all = new Set([gate]);
    for (const one of all) for (const needed of this.dependencies.get(one) ?? []) all.add(needed);
    return [...all];
  }

  /** A gate and the earlier gates that need it. */
  goingAlong(gate: string): readonly string[] {
    const all = new Set([gate]);
    for (const one of all) {
      for (const [other, needs] of this.dependencies) if (needs.has(one)) all.add(other);
    }
    return [...all];
  }

  /** The gates of a version whose modules exist. */
  #built(version: Version): GateModule[] {
    return version.gates.flatMap((entry) => this.modules.get(entry.gate) ?? []);
  }

  #stepBack(
    newer: Contract,
    version: Version,
    modules: readonly GateModule[],
    diagnostics: Diagnostic[],
  ): Contract {
    if (modules.length === 0) return newer;
    const draft = new DraftContract(newer);
    const found = this.#resolve(draft, version, modules);
    for (const phase of ["edit", "place"] as const) {
      for (const { change, gate, edits } of found.resolved) {
        try {
          edits[phase]?.();
        } catch (problem) {
          found.diagnostics.push(tell(problem, change, gate, version.name));
        }
      }
    }
    diagnostics.push(...found.diagnostics);
    try {
      return draft.freeze(modules.map((module) => module.gate));
    } catch (problem) {
      diagnostics.push(tellCollision(problem, modules, version.name));
      return newer;
    }
  }

  /**
   * Finds what the changes of a version address: again and again, until no change finds out
   * anything (a name of the version before, a place with a shape of its own) that one before it
   * would have had to know. So their order does not matter.
   */
  #resolve(draft: DraftContract, version: Version, modules: readonly GateModule[]): Attempt {
    const claims = new Claims();
    for (;;) {
      const known = claims.firm;
      claims.reset();
      const attempt = this.#attempt(draft, version, modules, claims);
      if (!draft.learn() && claims.firm === known) return attempt;
    }
  }

  #attempt(
    draft: DraftContract,
    version: Version,
    modules: readonly GateModule[],
    claims: Claims,
  ): Attempt {
    const diagnostics: Diagnostic[] = [];
    const resolved: Resolved[] = [];
    for (const { gate, changes } of modules) {
      const dependencies = new Set<string>();
      const scope: ChangeScope = {
        draft,
        gate,
        dependencies,
        restored: this.restored,
        claim: (what, aspect, yields = false) => claims.claim(gate, what, aspect, yields),
      };
      for (const change of changes) {
        try {
          resolved.push({ change, gate, edits: change.resolve(scope) });
        } catch (problem) {
          diagnostics.push(tell(problem, change, gate, version.name));
        }
      }
      if (!this.#booted) this.dependencies.set(gate, dependencies);
    }
    return { resolved, diagnostics };
  }
}

/** Keeps a contract; the one that was kept first goes where there are too many. */
function keep(kept: Map<string, Contract>, key: string, contract: Contract): Contract {
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, contract);
  return contract;
}

interface Resolved {
  readonly change: Change;
  readonly gate: string;
  readonly edits: Edits;
}

interface Attempt {
  readonly resolved: readonly Resolved[];
  readonly diagnostics: Diagnostic[];
}

function tell(problem: unknown, change: Change, gate: string, version: string): Diagnostic {
  if (!(problem instanceof ChangeProblem)) throw problem;
  const details = { gate, version, subject: change.subject, ...problem.details };
  return diagnostic(problem.id, details, change.origin.location());
}

function tellCollision(
  problem: unknown,
  modules: readonly GateModule[],
  version: string,
): Diagnostic {
  if (!(problem instanceof CollisionError)) throw problem;
  const blamed = modules.filter((module) => problem.gates.includes(module.gate));
  const gates = blamed.map((module) => module.gate).join(" and ") || "The gates";
  const details = { gates, version, name: problem.field };
  return diagnostic("collision", details, (blamed[0] ?? modules[0])?.origin.location());
}
