import { ChangeProblem } from "./change.js";

/** Which gate sets what, among the changes of one version. */
export class Claims {
  readonly #taken = new Map<unknown, Map<string, string>>();
  /** What changes of one place set, which changes of all places leave to them. */
  readonly #firm = new Map<unknown, Set<string>>();
  /** How many firm claims there are. */
  firm = 0;

  /** Forgets all claims but the firm ones, before the changes are resolved anew. */
  reset(): void {
    this.#taken.clear();
  }

  /** Throws a ChangeProblem where another change sets it, or where a yielding one comes second. */
  claim(gate: string, what: unknown, aspect: string, yields: boolean): void {
    if (yields && this.#firm.get(what)?.has(aspect)) {
      throw new ChangeProblem("conflict", { gates: gate });
    }
    const taken = this.#taken.get(what) ?? new Map<string, string>();
    this.#taken.set(what, taken);
    const other = taken.get(aspect);
    if (!yields && this.#firmly(what, aspect)) {
      // A yielding change that came first gives way when all are resolved anew.
      taken.set(aspect, gate);
      return;
    }
    if (other !== undefined) {
      const gates = other === gate ? gate : `${other} and ${gate}`;
      throw new ChangeProblem("conflict", { gates });
    }
    taken.set(aspect, gate);
  }

  #firmly(what: unknown, aspect: string): boolean {
    const aspects = this.#firm.get(what) ?? new Set<string>();
    this.#firm.set(what, aspects);
    if (aspects.has(aspect)) return false;
    aspects.add(aspect);
    this.firm++;
    return true;
  }
}
