import type { DraftField, DraftObject } from "../contract/draft.js";
import type { Owner } from "../contract/owner.js";
import type { Path } from "../definition/path.js";
import type { Expr } from "../definition/shape.js";
import type { FieldInfo } from "../definition/type.js";
import { nearest } from "../diagnostics/near.js";
import { ChangeProblem, type ChangeScope, type Edits, unfit } from "./change.js";

/** A place that a change is about, in one object: the path is in the names of the version before. */
export interface Address {
  readonly owner: Owner;
  readonly ownerName: string;
  readonly root: DraftObject;
  readonly path: Path;
  readonly scope: ChangeScope;
}

/** The object that the last name of `path` stands in; the path is in the names of one side. */
export function parentOf(
  address: Address,
  path: Path = address.path,
  side: "before" | "now" = "before",
): DraftObject {
  const { scope, ownerName } = address;
  const way: string[] = [];
  let object = address.root;
  for (const step of path.slice(0, -1)) {
    const { name, arm } = stepOf(step);
    const found = side === "now" ? object.find(name) : find(address, object, name);
    const field = found ?? missing(object, name);
    touch(scope, field);
    way.push(arm === undefined ? field.name : `${field.name}<${arm}>`);
    const at = [ownerName, way.join(".")] as const;
    const inner =
      arm === undefined
        ? (field.inner ?? scope.draft.resources.place(...at, field))
        : armWithin(address, field, arm, at);
    object = inner ?? missing(object, step);
  }
  return object;
}

/** A name on the way to a field, and which arm of a union is meant: `source<card>`. */
export function stepOf(step: string): { readonly name: string; readonly arm: string | undefined } {
  const [, name = step, arm] = /^([^<]*)<([^>]*)>$/.exec(step) ?? [];
  return { name, arm };
}

/** The object of one arm: of a union of hashes, or of a union of resources that is embedded. */
function armWithin(
  { scope }: Address,
  field: DraftField,
  name: string,
  at: readonly [owner: string, way: string],
): DraftObject | undefined {
  const arm =
    field.arms.find(({ before }) => before === name) ??
    field.arms.find(({ called, before }) => called === name && before === undefined);
  if (arm) return arm.inner ?? scope.draft.resources.place(...at, arm);
  return scope.draft.resources.placeArm(...at, field, name);
}

/** The field at the address. What made it what it is becomes a dependency of the gate. */
export function fieldAt(address: Address): DraftField {
  const parent = parentOf(address);
  const name = lastOf(address.path);
  const field = find(address, parent, name) ?? missing(parent, name);
  touch(address.scope, field);
  return field;
}

/** The sibling of the address's field that is now called `name`, or the field at a path of its own. */
export function siblingAt(address: Address, name: string): DraftField {
  const { parent, last } = sibling(address, name);
  const field = parent.find(last) ?? missing(parent, last);
  touch(address.scope, field);
  return field;
}

/**
 * The value of the sibling that is called `name`: one that is shown, or one that the definition
 * keeps for conversions.
 */
export function valueAt(address: Address, name: string): Source {
  const { parent, last } = sibling(address, name);
  const before = parentBefore(address);
  if (before) requireSameRecord(before, parent);
  const internal = parent.dormant.get(last);
  const { value, info } = internal?.info.internal ? internal : siblingAt(address, name);
  return { value, info };
}

/** What an older value follows from: a value of today, with its type. */
export interface Source {
  readonly value: Expr;
  readonly info: FieldInfo;
}

function sibling(address: Address, name: string): { parent: DraftObject; last: string } {
  const [first, ...rest] = name.split(".");
  const path = first === "" ? rest : [first ?? "", ...rest];
  const isBeside = rest.length === 0;
  const parent = isBeside ? parentOf(address) : parentOf(address, path, "now");
  return { parent, last: lastOf(path) };
}

/** Gives a field the name and the place that the address says. */
export function relocate(address: Address, field: DraftField): Edits {
  const { scope } = address;
  const name = lastOf(address.path);
  const now = field.parent;
  const before = parentBefore(address);
  if (before) {
    requireSameRecord(before, now);
    scope.draft.names.call(before, name, { field, gate: scope.gate });
  }
  claim(address, field, "name");
  return {
    edit: () => {
      now.free(field.name, scope.gate);
      field.name = name;
      field.via.add(scope.gate);
      if (before !== now) now.remove(field);
    },
    place: () => {
      const parent = parentOf(address);
      if (parent !== now) {
        requireSameRecord(parent, now);
        field.parent = parent;
        if (!parent.isBroughtBack) field.order = Number.MAX_SAFE_INTEGER;
        parent.fields.push(field);
      }
      arrive(scope, parent, name);
    },
  };
}

/** Fields do not leave the list, or the resource, that they stand in: there are no values there. */
export function requireSameRecord(one: DraftObject, other: DraftObject): void {
  if (one.top !== other.top) unfit("its two places do not belong to the same record");
}

/** The object that the field stood in; undefined while a change of this version still makes it. */
export function parentBefore(address: Address): DraftObject | undefined {
  try {
    return parentOf(address);
  } catch (problem) {
    if (problem instanceof ChangeProblem && problem.id === "unknown_name") return undefined;
    throw problem;
  }
}

/** A name is taken: the gate builds on those that made it free. */
export function arrive(scope: ChangeScope, object: DraftObject, name: string): void {
  for (const gate of object.freed.get(name) ?? []) {
    if (gate !== scope.gate) scope.dependencies.add(gate);
  }
  object.freed.delete(name);
}

/** Says that the change sets something about a field; what changes one place beats what changes all. */
export function claim({ scope, ownerName }: Address, field: DraftField, aspect: string): void {
  scope.claim(field, aspect, ownerName.includes("@"));
}

/** Records that the gate changes a field that other gates have changed after it. */
function touch({ gate, dependencies }: ChangeScope, field: DraftField): void {
  for (const other of field.via) if (other !== gate) dependencies.add(other);
}

// Names of the version before go first: where fields swap names, they say which one is meant.
function find({ scope }: Address, object: DraftObject, name: string): DraftField | undefined {
  const before = scope.draft.names.find(object, name);
  if (before && before.gate !== scope.gate) scope.dependencies.add(before.gate);
  return before?.field ?? object.find(name);
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
