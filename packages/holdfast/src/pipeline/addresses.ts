import type { Path } from "../definition/path.js";
import type { ObjectShape } from "../definition/shape.js";

/** Where each param of head stands at one contract, in the caller's names. */
export class Addresses {
  readonly #byHead = new Map<string, Path>();

  constructor(params: ObjectShape) {
    this.#add(params, [], []);
  }

  // Objects that share their scope give their fields' targets from its top; others start anew.
  #add(shape: ObjectShape, caller: Path, scope: Path): void {
    for (const { name, target, info } of shape.fields.values()) {
      const here = [...caller, name];
      const head = [...scope, ...target];
      if (!this.#byHead.has(head.join("."))) this.#byHead.set(head.join("."), here);
      const { shape: inner, sharesScope } = info.kind;
      if (inner) this.#add(inner, here, sharesScope ? scope : head);
    }
  }

  /** The caller's address of a head param; undefined where it has no counterpart. */
  of(head: Path): Path | undefined {
    for (let length = head.length; length > 0; length--) {
      const found = this.#byHead.get(head.slice(0, length).join("."));
      if (found) return [...found, ...head.slice(length)];
    }
    return undefined;
  }
}
