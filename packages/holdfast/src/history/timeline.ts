import type { Contract } from "../contract/contract.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { Aspects } from "./aspects.js";
import type { Restored } from "./change.js";
import type { GateModule } from "./gate.js";
import type { Amendment } from "./read-amendments.js";
import { type Findings, type StepProblem, stepBack } from "./step-back.js";
import { InForce, type Step, stepsOf } from "./steps.js";
import { previewOf } from "./version-names.js";
import type { GateEntry, History, Version } from "./versions.js";

/** How many contracts of granted or revoked gates are kept, and how many steps on the way to them. */
const KEPT = 256;

/**
 * Every contract of an API. Versions are steps: going one back applies the gates of the newer
 * version, all at once.
 */
export class Timeline {
  /** Those that are released, oldest first. */
  readonly versions: readonly Version[];
  /** Those that are not, first to be released first; named as callers ask for them. */
  readonly drafts: readonly Version[];
  readonly amendments: readonly Amendment[];
  readonly gates: ReadonlyMap<string, GateEntry>;
  readonly modules: ReadonlyMap<string, GateModule>;
  readonly diagnostics: readonly Diagnostic[];
  /** For each gate, the later gates whose work it builds on. */
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields of the definitions, and arms of unions, that gates bring back. */
  readonly restored: ReadonlySet<Restored>;
  /** The contract without any gate: what the definitions say, drafts and all. */
  readonly head: Contract;
  readonly #steps: readonly Step[];
  readonly #inForce: InForce;
  readonly #known: ReadonlyMap<string, Version>;
  readonly #byVersion = new Map<string, Contract>();
  readonly #byGates = new Map<string, Contract>();
  readonly #walked = new Map<string, Contract>();

  constructor(head: Contract, history: History, modules: ReadonlyMap<string, GateModule>) {
    this.head = head;
    this.modules = modules;
    this.versions = history.versions;
    this.drafts = history.drafts;
    this.amendments = history.amendments;
    this.#steps = stepsOf(history);
    this.#inForce = new InForce(this.#steps, history.amendments);
    this.#known = new Map([...this.versions, ...this.drafts].map((one) => [one.name, one]));
    this.gates = new Map(
      this.#steps.flatMap((step) => step.gates.map((entry) => [entry.gate, entry])),
    );
    const findings: Findings = {
      dependencies: new Map(),
      restored: new Set(),
      aspects: new Aspects(),
    };
    const problems = this.#goBack(findings);
    this.dependencies = findings.dependencies;
    this.restored = findings.restored;
    this.diagnostics = [...problems, ...this.#amend()].map((problem) => problem.diagnostic);
  }

  /** The contract of the newest version that is released. */
  get newest(): Contract {
    return this.at(this.versions.at(-1)?.name ?? "") ?? this.head;
  }

  /**
   * A version or a draft by the name that a caller asks for. Whatever is not released yet, all of
   * it, can also be asked for by the newest version's name: `2015-02-18-preview`.
   */
  find(name: string): Version | undefined {
    const found = this.#known.get(name);
    if (found) return found;
    return name === previewOf(this.versions.at(-1)?.name ?? "") ? this.drafts.at(-1) : undefined;
  }

  /** Where a version stands among all versions, drafts last; -1 for one that is not known. */
  rank(name: string): number {
    return [...this.#known.keys()].indexOf(name);
  }

  /** The contract of a version or a draft, or undefined for one that is not known. */
  at(version: string): Contract | undefined {
    return this.#byVersion.get(version) ?? this.#byVersion.get(this.find(version)?.name ?? "");
  }

  /**
   * The contract of a version as it was on a day: amends of later days are undone.
   *
   * @param date such as `2024-06-20`
   */
  asOf(version: string, date: string): Contract | undefined {
    const step = this.#steps.findIndex(({ name }) => name === this.find(version)?.name);
    if (!this.#inForce.changes(step, date)) return this.at(version);
    return this.withGates(new Set(this.#inForce.at(step, date)));
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
    return this.#byGates.get(key) ?? keep(this.#byGates, key, this.#nearby(gates).contract);
  }

  /**
   * Goes back from the oldest version that is on the way: what these gates leave alone is then the
   * very same thing as at that version.
   */
  #nearby(gates: ReadonlySet<string>): Walked {
    const older = new Set<string>();
    for (const [index, { name, isVersion, gates: own }] of this.#steps.entries()) {
      for (const { gate } of own) older.add(gate);
      const from = isVersion ? this.#byVersion.get(name) : undefined;
      const isOnTheWay =
        from?.gates.every((gate) => gates.has(gate) && !older.has(gate)) &&
        [...gates].every((gate) => older.has(gate) || from.gates.includes(gate));
      if (from && isOnTheWay) {
        return this.#walk(gates, from, this.#steps.slice(0, index + 1).reverse());
      }
    }
    return this.#walk(gates);
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

  /** Every version's contract as if nothing had been amended. */
  #goBack(findings: Findings): readonly StepProblem[] {
    const problems: StepProblem[] = [];
    let contract = this.head;
    for (const step of [...this.#steps].reverse()) {
      if (step.isVersion) this.#byVersion.set(step.name, contract);
      const back = stepBack(contract, step.name, this.#built(step), findings);
      problems.push(...back.problems);
      contract = back.contract;
    }
    return problems;
  }

  /** The contracts of the versions that amends change, in the place of those before. */
  #amend(): readonly StepProblem[] {
    if (this.amendments.length === 0) return [];
    const problems: StepProblem[] = [];
    let newer: Walked = { gates: new Set(), contract: this.head, problems };
    let between: Step[] = [];
    for (const [index, step] of [...this.#steps.entries()].reverse()) {
      if (step.isVersion) {
        const gates = this.#inForce.at(index).filter((gate) => this.modules.has(gate));
        newer = this.#amended(step, new Set(gates), newer, between);
        this.#byVersion.set(step.name, newer.contract);
        problems.push(...newer.problems);
        between = [];
      }
      between.push(step);
    }
    return this.#unforeseen(problems);
  }

  /** A version's contract: as it was, or from that of the next newer one, or all the way. */
  #amended(
    step: Step,
    gates: ReadonlySet<string>,
    newer: Walked,
    between: readonly Step[],
  ): Walked {
    const before = this.#byVersion.get(step.name);
    if (before?.gates.length === gates.size && before.gates.every((gate) => gates.has(gate))) {
      return { gates, contract: before, problems: [] };
    }
    const known = new Set([
      ...newer.gates,
      ...between.flatMap((one) => one.gates.map(({ gate }) => gate)),
    ]);
    const goesOn = [...newer.gates].every((gate) => gates.has(gate));
    return goesOn && [...gates].every((gate) => known.has(gate))
      ? this.#walk(gates, newer.contract, between)
      : this.#walk(gates);
  }

  /** Each problem once, but for those that an amend brings about. */
  #unforeseen(problems: readonly StepProblem[]): readonly StepProblem[] {
    const revoked = this.amendments.flatMap(({ effect, gate }) =>
      effect === "revokes" ? this.goingAlong(gate) : [],
    );
    // What built on something that was taken away has nothing left to change there.
    const left = problems.filter(
      ({ gate, diagnostic: { id } }) => !(id === "unknown_name" && revoked.includes(gate)),
    );
    return [...new Map(left.map((one) => [one.diagnostic.message, one])).values()];
  }

  /** Goes back from head, or from a contract that is on the way, through these gates only. */
  #walk(
    gates: ReadonlySet<string>,
    from: Contract = this.head,
    through: readonly Step[] = [...this.#steps].reverse(),
  ): Walked {
    // A gate that was granted to newer versions is in force there already.
    const done = new Set(from.gates);
    const steps = through.flatMap((step) => {
      const chosen = this.#built(step).filter(({ gate }) => gates.has(gate) && !done.has(gate));
      return chosen.length === 0 ? [] : [{ step, chosen }];
    });
    const problems: StepProblem[] = [];
    let contract = from;
    let way = from.gates.join();
    for (const [index, { step, chosen }] of steps.entries()) {
      // Sets of gates that agree on the newer versions have the way through them in common.
      way += `;${chosen.map((module) => module.gate).join()}`;
      const known = this.#walked.get(way);
      const back = known
        ? { contract: known, problems: [] }
        : stepBack(contract, step.name, chosen, unheard());
      problems.push(...back.problems);
      contract = back.contract;
      if (!known && index < steps.length - 1) keep(this.#walked, way, contract);
    }
    return { gates, contract, problems };
  }

  /** The gates of a step whose modules exist. */
  #built(step: Step): GateModule[] {
    return step.gates.flatMap((entry) => this.modules.get(entry.gate) ?? []);
  }
}

/** Where a walk through some gates ended. */
interface Walked {
  readonly gates: ReadonlySet<string>;
  readonly contract: Contract;
  readonly problems: readonly StepProblem[];
}

/** Findings that nobody asks for, once the API has booted. */
function unheard(): Findings {
  return { dependencies: new Map(), restored: new Set(), aspects: new Aspects() };
}

/** Keeps a contract; the one that was kept first goes where there are too many. */
function keep(kept: Map<string, Contract>, key: string, contract: Contract): Contract {
  const oldest = kept.keys().next().value;
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, contract);
  return contract;
}
