import type { Contract, MethodShape } from "./contract.js";
import { DraftObject } from "./draft.js";
import { overlay } from "./overlay.js";
import { methodsWithSame } from "./same-params.js";

/** The methods of a contract that is being taken one version back. */
export class DraftMethods {
  readonly #newer: Contract["methods"];
  readonly #params = new Map<string, DraftObject>();
  readonly #changes = new Map<string, Partial<MethodShape>>();

  constructor(newer: Contract["methods"]) {
    this.#newer = newer;
  }

  get(name: string): MethodShape | undefined {
    const method = this.#newer.get(name);
    return method && { ...method, ...this.#changes.get(name) };
  }

  /** The object that a method's params stand in. */
  params(name: string): DraftObject | undefined {
    const shape = this.#newer.get(name)?.params;
    const object = this.#params.get(name) ?? (shape && new DraftObject(shape));
    if (object) this.#params.set(name, object);
    return object;
  }

  /** What a change of a method is about: the method, and those that it answers for. */
  names(name: string): readonly string[] {
    const dispatched = [...this.#newer.values()]
      .filter(({ definition }) => definition.dispatch?.to === name)
      .map(({ definition }) => definition.name);
    return [name, ...dispatched];
  }

  /** The methods with params that are `t.same` as a field. */
  withSame(link: number): readonly string[] {
    return methodsWithSame(this.#newer, link);
  }

  change(name: string, changed: Partial<MethodShape>): void {
    this.#changes.set(name, { ...this.#changes.get(name), ...changed });
  }

  /** Throws a CollisionError where two params would have one name. */
  freeze(): Contract["methods"] {
    const shaped = overlay(this.#newer, this.#params, (method, object) => ({
      ...method,
      params: object.freeze(),
    }));
    return overlay(shaped, this.#changes, (method, changed) => ({ ...method, ...changed }));
  }
}
