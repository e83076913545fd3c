import type { Path } from "../definition/path.js";
import type { ObjectShape } from "../definition/shape.js";

/** Where a param of head stands at one contract. */
interface Place {
  /** The caller's names, without the indexes of lists. */
  readonly path: Path;
  /** Whether what may stand below it is known: an object's fields, not a map's keys. */
  readonly closed: boolean;
}

/** Where each param of head stands at one contract, in the caller's names. */
export class Addresses {
  readonly #byHead = new Map<string, Place>();

  constructor(params: ObjectShape) {
    this.#add(params, [], []);
  }

  // Objects that share their scope give their fields' targets from its top; others start anew.
  #add(shape: ObjectShape, caller: Path, scope: Path): void {
    for (const { name, target, info } of shape.fields.values()) {
      const path = [...caller, name];
      const head = [...scope, ...target];
      const { shape: inner, sharesScope } = info.kind;
      const key = head.join(".");
      if (!this.#byHead.has(key)) this.#byHead.set(key, { path, closed: inner !== undefined });
      if (inner) this.#add(inner, path, sharesScope ? scope : head);
    }
  }

  /** The caller's address of a head param; undefined where it has no counterpart. */
  of(head: Path): Path | undefined {
    const names = head.filter((name) => !isIndex(name));
    for (let length = names.length; length > 0; length--) {
      const found = this.#byHead.get(names.slice(0, length).join("."));
      if (!found) continue;
      const rest = names.slice(length);
      return found.closed && rest.length > 0
        ? undefined
        : this.#withIndexes([...found.path, ...rest], head);
    }
    return undefined;
  }

  /** Puts a head address's indexes behind the lists that they belong to. */
  #withIndexes(path: Path, head: Path): Path {
    const indexed = [...path];
    let put = 0;
    head.forEach((index, position) => {
      if (!isIndex(index)) return;
      const before = head.slice(0, position).filter((name) => !isIndex(name));
      const list = this.#byHead.get(before.join("."))?.path ?? before;
      indexed.splice(list.length + put, 0, index);
      put++;
    });
    return indexed;
  }
}

function isIndex(name: string): boolean {
  return /^\d+$/.test(name);
}
