import type { ShapeField } from "../definition/shape.js";
import { DraftField, type DraftObject } from "./draft.js";

/** A field with a name of the version before, and the gate that says so. */
export interface CalledBefore {
  readonly field: DraftField;
  readonly gate: string;
}

type Names = Map<DraftObject, Map<string, CalledBefore>>;

/**
 * What the version before calls the fields of a draft, as its changes find out: what one of them
 * notes, the others know when all are resolved anew.
 */
export class NamesBefore {
  #known: Names = new Map();
  #found: Names = new Map();
  readonly #made = new Map<DraftObject, Map<string, DraftField>>();

  /** Notes what the version before calls a field, so that other changes can use that name. */
  call(object: DraftObject, name: string, called: CalledBefore): void {
    const names = this.#found.get(object) ?? new Map<string, CalledBefore>();
    this.#found.set(object, names);
    names.set(name, called);
  }

  /**
   * A field that only the version before has, in an object of the newer one: the same one however
   * often it is asked for. Changes find it at once; it is put there when all have been found.
   */
  bringBack(
    object: DraftObject,
    { name, gate }: { readonly name: string; readonly gate: string },
    make: () => ShapeField,
  ): DraftField {
    const key = `${gate} ${name}`;
    const made = this.#made.get(object) ?? new Map<string, DraftField>();
    this.#made.set(object, made);
    const field = made.get(key) ?? newField(make(), { name, gate }, object);
    made.set(key, field);
    this.call(object, name, { field, gate });
    return field;
  }

  /** The field that the version before calls `name`, where a change of this version says so. */
  find(object: DraftObject, name: string): CalledBefore | undefined {
    return this.#known.get(object)?.get(name);
  }

  /** Makes known what was found since the last call; false where that was known already. */
  learn(): boolean {
    const learnt = !sameNames(this.#known, this.#found);
    this.#known = this.#found;
    this.#found = new Map();
    return learnt;
  }
}

function newField(
  field: ShapeField,
  { name, gate }: { readonly name: string; readonly gate: string },
  object: DraftObject,
): DraftField {
  return new DraftField({ ...field, name, via: [gate, ...field.via] }, object);
}

function sameNames(one: Names, other: Names): boolean {
  const same = (names: Map<string, CalledBefore>, others: Map<string, CalledBefore> | undefined) =>
    names.size === others?.size &&
    [...names].every(([name, { field, gate }]) => {
      const called = others.get(name);
      return called?.field === field && called.gate === gate;
    });
  return (
    one.size === other.size && [...one].every(([object, names]) => same(names, other.get(object)))
  );
}
