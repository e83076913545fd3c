import type { Api, MethodDefinition } from "holdfast";

/** The gates whose changes are about a method or an error itself: its route, its status, its rules. */
export class OwnGates {
  readonly #bySubject = new Map<string, string[]>();

  constructor({ timeline }: Api) {
    for (const { gate, changes } of timeline.modules.values()) {
      const subjects = changes.flatMap(({ about, subject }) => (about ? [] : subject));
      for (const subject of new Set(subjects)) {
        const gates = this.#bySubject.get(subject) ?? [];
        this.#bySubject.set(subject, [...gates, gate]);
      }
    }
  }

  /** In no order; those of the method that answers for it are its own, too. */
  ofMethod({ name, checks, dispatch }: MethodDefinition): readonly string[] {
    const names = dispatch ? [name, dispatch.to] : [name];
    const subjects = names.flatMap((one) => [
      one,
      `list of ${one}`,
      ...Object.keys(checks).map((check) => `${one} (check ${check})`),
    ]);
    return subjects.flatMap((subject) => this.#bySubject.get(subject) ?? []);
  }

  /** In no order; those of the error everywhere, and of the error as one method answers it. */
  ofError(name: string, method?: string): readonly string[] {
    const subjects = method === undefined ? [name] : [name, `${name} of ${method}`];
    return subjects.flatMap((subject) => this.#bySubject.get(subject) ?? []);
  }
}
