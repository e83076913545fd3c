/** What makes a method be there or not. */
const EXISTENCE = new Set(["method_added", "method_removed", "method_needs", "method_dispatched"]);

const THERE = "existence";

/**
 * Which gates set which aspects of what is no field: a method's route, an error's status, how
 * everything is written. An older gate that sets the same builds on those that set it since; one
 * that changes anything about a method builds on those that make it be there.
 */
export class Aspects {
  readonly #setters = new Map<string, Set<string>>();
  readonly #names = new Map<unknown, string>();
  #step: { readonly gate: string; readonly key: string; readonly there: string }[] = [];

  /** Forgets what the gates of a version set, before its changes are resolved anew. */
  reset(): void {
    this.#step = [];
  }

  /** Notes that a gate of the version that is being resolved sets something. */
  note(gate: string, what: unknown, aspect: string): void {
    const of = this.#nameOf(what);
    const key = `${of} ${EXISTENCE.has(aspect) ? THERE : aspect}`;
    this.#step.push({ gate, key, there: `${of} ${THERE}` });
  }

  /** Ends the version: what each of its gates builds on. */
  settle(): ReadonlyMap<string, ReadonlySet<string>> {
    const needs = new Map<string, Set<string>>();
    const need = (gate: string, key: string) => {
      const others = [...(this.#setters.get(key) ?? [])].filter((other) => other !== gate);
      needs.set(gate, new Set([...(needs.get(gate) ?? []), ...others]));
    };
    for (const { gate, key } of this.#step) need(gate, key);
    for (const { gate, key } of this.#step) {
      this.#setters.set(key, new Set([...(this.#setters.get(key) ?? []), gate]));
    }
    // Gates of one version apply at once: what makes the method be there may be one of them.
    for (const { gate, there } of this.#step) need(gate, there);
    this.#step = [];
    return needs;
  }

  #nameOf(what: unknown): string {
    if (typeof what === "string") return what;
    const name = this.#names.get(what) ?? `#${this.#names.size}`;
    this.#names.set(what, name);
    return name;
  }
}
