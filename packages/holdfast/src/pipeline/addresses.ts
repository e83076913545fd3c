import type { Kind } from "../definition/kind.js";
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
  /** For each union of head: the field that tells its arms apart. */
  readonly #unions = new Map<string, string>();

  constructor(params: ObjectShape) {
    this.#add(params, [], []);
  }

  // Objects that share their scope give their fields' targets from its top; others start anew.
  #add(shape: ObjectShape, caller: Path, scope: Path): void {
    for (const { name, target, parts, info } of shape.fields.values()) {
      const path = [...caller, name];
      for (const { target: place } of parts ?? [{ target }]) {
        this.#put([...scope, ...place], path, info.kind);
      }
      const { shape: inner, sharesScope } = info.kind;
      if (inner) this.#add(inner, path, sharesScope ? scope : [...scope, ...target]);
    }
  }

  #put(head: Path, path: Path, { shape, arms = [], discriminator }: Kind): void {
    const key = head.join(".");
    const closed = shape !== undefined || arms.length > 0;
    if (!this.#byHead.has(key)) this.#byHead.set(key, { path, closed });
    if (discriminator === undefined) return;
    this.#unions.set(key, discriminator);
    const last = head[head.length - 1] ?? "";
    for (const { head: arm, called, kind } of arms) {
      if (called === null || !kind.shape) continue;
      this.#add(kind.shape, path, [...head.slice(0, -1), `${last}<${arm}>`]);
    }
  }

  /**
   * The caller's address of a head param; undefined where it has no counterpart. `params` are
   * head's, by which arms of unions are told apart.
   */
  of(head: Path, params?: unknown): Path | undefined {
    const names = this.#withArms(head, params);
    for (let length = names.length; length > 0; length--) {
      const found = this.#byHead.get(names.slice(0, length).join("."));
      if (!found) continue;
      const rest = names.slice(length);
      return found.closed && rest.length > 0
        ? undefined
        : this.#withIndexes([...found.path, ...rest], head, params);
    }
    return undefined;
  }

  /** A head address without the indexes of lists, each union on the way with its arm. */
  #withArms(head: Path, params: unknown): Path {
    const names: string[] = [];
    let value = params;
    let by: string | undefined;
    for (const name of head) {
      value = memberOf(value, name);
      const isItem = isIndex(name);
      if (!isItem) names.push(name);
      by = this.#unions.get(names.join(".")) ?? (isItem ? by : undefined);
      const arm = by === undefined ? undefined : memberOf(value, by);
      const last = names.pop() ?? "";
      names.push(typeof arm === "string" && !last.endsWith(">") ? `${last}<${arm}>` : last);
    }
    const end = names.pop() ?? "";
    return [...names, end.replace(/<.*>$/, "")];
  }

  /** Puts a head address's indexes behind the lists that they belong to. */
  #withIndexes(path: Path, head: Path, params: unknown): Path {
    const indexed = [...path];
    let put = 0;
    head.forEach((index, position) => {
      if (!isIndex(index)) return;
      const before = this.#withArms(head.slice(0, position), params);
      const list = this.#byHead.get(before.join("."))?.path ?? before;
      indexed.splice(list.length + put, 0, index);
      put++;
    });
    return indexed;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function isIndex(name: string): boolean {
  return /^\d+$/.test(name);
}
