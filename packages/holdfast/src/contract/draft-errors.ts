import type { AnsweredAs, Contract, ErrorShape } from "./contract.js";
import { DraftObject } from "./draft.js";
import { overlay } from "./overlay.js";

/** What a method answers for an error, where that differs from all others. */
export function errorAtMethod(error: string, method: string): string {
  return `${error}@${method}`;
}

/** The errors of a contract that is being taken one version back. */
export class DraftErrors {
  readonly #newer: Contract["errors"];
  readonly #atMethods = new Map<string, ErrorShape>();
  readonly #objects = new Map<string, DraftObject>();
  readonly #changes = new Map<string, Partial<ErrorShape>>();
  readonly #onPlace: () => void;

  /** @param onPlace called where what a method answers for an error becomes another than all others */
  constructor(newer: Contract["errors"], onPlace: () => void) {
    this.#newer = newer;
    this.#onPlace = onPlace;
  }

  /** An error as it is, or as one method answers it. */
  get(name: string): ErrorShape | undefined {
    const error = this.#asNewer(name);
    return error && { ...error, ...this.#changes.get(name) };
  }

  #asNewer(name: string): ErrorShape | undefined {
    return this.#atMethods.get(name) ?? this.#newer.get(name);
  }

  get #all(): readonly string[] {
    return [...this.#newer.keys(), ...this.#atMethods.keys()];
  }

  /**
   * What a change of an error is about: the error and what single methods answer for it, or what
   * one method answers for it, which the first such change gives a shape of its own.
   */
  names(error: string, method: string | undefined): readonly string[] {
    const general = this.get(error);
    if (!general) return [];
    if (method === undefined) {
      return this.#all.filter(
        (name) => name === error || name.startsWith(errorAtMethod(error, "")),
      );
    }
    const name = errorAtMethod(error, method);
    if (!this.get(name)) {
      this.#atMethods.set(name, general);
      this.#onPlace();
    }
    return [name];
  }

  /** The object that an error's fields stand in. */
  object(name: string): DraftObject | undefined {
    const shape = this.get(name)?.shape;
    const object = this.#objects.get(name) ?? (shape && new DraftObject(shape));
    if (object) this.#objects.set(name, object);
    return object;
  }

  change(name: string, changed: Partial<ErrorShape>): void {
    this.#changes.set(name, { ...this.#changes.get(name), ...changed });
  }

  /** The errors that are answered as this one, itself among them, and how their data becomes its. */
  answeredAs(name: string): readonly [string, AnsweredAs["data"] | undefined][] {
    return this.#all.flatMap((one): [string, AnsweredAs["data"] | undefined][] => {
      const answersAs = this.#asNewer(one)?.answersAs;
      return (answersAs?.error ?? one) === name ? [[one, answersAs?.data]] : [];
    });
  }

  /** Throws a CollisionError where two fields would have one name. */
  freeze(): Contract["errors"] {
    const base =
      this.#atMethods.size === 0 ? this.#newer : new Map([...this.#newer, ...this.#atMethods]);
    const shaped = overlay(base, this.#objects, (error, object) => ({
      ...error,
      shape: object.freeze(),
    }));
    return overlay(shaped, this.#changes, (error, changed) => ({ ...error, ...changed }));
  }
}
