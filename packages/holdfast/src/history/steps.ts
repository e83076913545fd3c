import type { Amendment } from "./read-amendments.js";
import { dayOf, GENESIS } from "./version-names.js";
import type { GateEntry, History, Version } from "./versions.js";

/** No amend is dated later. */
const LAST_DAY = "9999-12-31";

/** One step of the past: what happened with a version, with a draft, or by an amend. */
export interface Step extends Version {
  /** Whether it can be asked for; an amend that lists a gate of its own cannot. */
  readonly isVersion: boolean;
}

/** Every step, oldest first. A gate of an amend stands after what was released by its date. */
export function stepsOf({ versions, drafts, amendments }: History): readonly Step[] {
  const steps: Step[] = [...versions, ...drafts].map((one) => ({ ...one, isVersion: true }));
  for (const { date, entry } of amendments) {
    if (entry === null) continue;
    const released = versions.filter(({ name }) => name === GENESIS || dayOf(name) <= date);
    const names = new Set(released.map(({ name }) => name));
    const before = steps.findLastIndex((step) => !step.isVersion || names.has(step.name));
    steps.splice(before + 1, 0, { name: entry.version, gates: [entry], isVersion: false });
  }
  return steps;
}

/** Which gates are in force at which version, now and before an amend. */
export class InForce {
  readonly #steps: readonly Step[];
  readonly #amendments: readonly Amendment[];
  /** Where each gate stands; those of one step stand together. */
  readonly #step = new Map<string, number>();
  readonly #order: readonly GateEntry[];

  constructor(steps: readonly Step[], amendments: readonly Amendment[]) {
    this.#steps = steps;
    this.#amendments = amendments;
    this.#order = steps.flatMap(({ gates }) => gates);
    for (const [index, { gates }] of steps.entries()) {
      for (const { gate } of gates) this.#step.set(gate, index);
    }
  }

  /**
   * The gates in force at the version of a step, oldest first.
   *
   * @param date as it was on that day: what was amended later had not happened
   */
  at(step: number, date = LAST_DAY): readonly string[] {
    const found = new Set<string>();
    for (const { gates } of this.#steps.slice(step + 1)) {
      for (const { gate } of gates) found.add(gate);
    }
    const amended = new Set<string>();
    for (const amendment of this.#amendments) {
      if (!this.#reaches(amendment, step)) continue;
      const { effect, gate } = amendment;
      // What had to be granted first was not there before.
      if (!amended.has(gate) && effect === "grants") found.delete(gate);
      amended.add(gate);
      if (amendment.date > date) continue;
      if (effect === "grants") found.add(gate);
      else found.delete(gate);
    }
    return this.#order.flatMap(({ gate }) => (found.has(gate) ? [gate] : []));
  }

  /** Whether an amend changed the version of a step. */
  changes(step: number, after = ""): boolean {
    return this.#amendments.some((one) => one.date > after && this.#reaches(one, step));
  }

  #reaches({ effect, gate, from, to }: Amendment, step: number): boolean {
    const own = this.#step.get(gate) ?? 0;
    const index = (name: string) => this.#steps.findIndex((one) => one.name === name);
    // Without an end of its own: a grant is for those that lost the gate, a revocation for those
    // that had it.
    const [oldest, newest] = effect === "grants" ? [own, this.#steps.length - 1] : [0, own - 1];
    const first = from === null ? oldest : index(from);
    const last = to === null ? newest : index(to);
    return first <= step && step <= last;
  }
}
