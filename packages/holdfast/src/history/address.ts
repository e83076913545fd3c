import type { DraftField, DraftObject } from "../contract/draft.js";
import type { Owner } from "../contract/draft-contract.js";
import type { Path } from "../definition/path.js";
import type { Expr } from "../definition/shape.js";
import { nearest } from "../diagnostics/near.js";
import { ChangeProblem, type ChangeScope } from "./change.js";

/** A place that a change is about, in one object: the names lead to it as of the newer version. */
export interface Address {
  readonly owner: Owner;
  readonly ownerName: string;
  readonly root: DraftObject;
  readonly path: Path;
  readonly scope: ChangeScope;
}

/** The object that the last name of `path` stands in. */
export function parentOf(address: Address, path: Path = address.path): DraftObject {
  let object = address.root;
  for (const name of path.slice(0, -1)) {
    const field = object.find(name) ?? missing(object, name);
    object =
      field.inner ?? address.scope.draft.place(address.ownerName, field) ?? missing(object, name);
  }
  return object;
}

/** The field at `path`. What made it what it is becomes a dependency of the gate. */
export function fieldAt(address: Address, path: Path = address.path): DraftField {
  const parent = parentOf(address, path);
  const name = lastOf(path);
  const field = parent.find(name) ?? missing(parent, name);
  touch(address.scope, field);
  return field;
}

/** The sibling of the address's field that is called `name`, or the field at a path of its own. */
export function siblingAt(address: Address, name: string): DraftField {
  const path = name.includes(".") ? name.split(".") : [...address.path.slice(0, -1), name];
  return fieldAt(address, path);
}

/**
 * The value of the sibling that is called `name`: one that is shown, or one that the definition
 * keeps for conversions.
 */
export function valueAt(address: Address, name: string): Expr {
  const path = name.includes(".") ? name.split(".") : [...address.path.slice(0, -1), name];
  const internal = parentOf(address, path).dormant.get(lastOf(path));
  return internal?.info.internal ? internal.value : fieldAt(address, path).value;
}

/** Records that the gate changes a field that other gates have changed after it. */
export function touch({ gate, dependencies }: ChangeScope, field: DraftField): void {
  for (const other of field.via) if (other !== gate) dependencies.add(other);
}

export function lastOf(path: Path): string {
  return path[path.length - 1] ?? "";
}

function missing(object: DraftObject, name: string): never {
  const near = nearest(
    name,
    object.fields.map((field) => field.name),
  );
  throw new ChangeProblem("unknown_name", {
    name,
    near: near === undefined ? "" : ` Did you mean ${near}?`,
  });
}
