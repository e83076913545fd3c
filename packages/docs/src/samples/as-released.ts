import type {
  Contract,
  ErrorShape,
  MethodShape,
  ObjectShape,
  ResourceShape,
  ShapeField,
} from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";

/** Tells what a version had not yet when it was released. */
export interface Releases {
  /** @param path in the version's names; empty for the subject itself */
  isReleasedLater(subject: SubjectRef, path: readonly string[], version: string): boolean;
}

type IsLater = (path: readonly string[]) => boolean;

/**
 * A version's contract less everything that came later without a gate; the contract itself, and
 * every part of it, where nothing did.
 */
export function contractAsReleased(
  contract: Contract,
  version: string,
  releases: Releases,
): Contract {
  const later = (on: SubjectRef["on"], name: string) => (path: readonly string[]) =>
    releases.isReleasedLater({ on, name }, path, version);
  const resources = changed(contract.resources, (key, resource: ResourceShape) => {
    const shape = less(resource.shape, later("resource", key.split(/[@:]/)[0] ?? key), []);
    return shape === resource.shape ? resource : { ...resource, shape };
  });
  const methods = changed(contract.methods, (name, method: MethodShape) => {
    const isLater = later("method", name);
    if (isLater([])) return { ...method, exists: false };
    const params = less(method.params, isLater, []);
    return params === method.params ? method : { ...method, params };
  });
  const errors = changed(contract.errors, (name, error: ErrorShape) => {
    const shape = less(error.shape, later("error", name.split("@")[0] ?? name), []);
    return shape === error.shape ? error : { ...error, shape };
  });
  const isSame =
    resources === contract.resources && methods === contract.methods && errors === contract.errors;
  return isSame ? contract : { ...contract, resources, methods, errors };
}

/** A map with each value changed; the map itself where none is. */
function changed<V>(
  all: ReadonlyMap<string, V>,
  change: (key: string, value: V) => V,
): ReadonlyMap<string, V> {
  const made = new Map([...all].map(([key, value]) => [key, change(key, value)]));
  return [...all].every(([key, value]) => made.get(key) === value) ? all : made;
}

function less(shape: ObjectShape, isLater: IsLater, above: readonly string[]): ObjectShape {
  const fields = new Map<string, ShapeField>();
  let isSame = true;
  for (const [key, field] of shape.fields) {
    const path = [...above, field.name];
    if (isLater(path)) {
      isSame = false;
      continue;
    }
    const left = lessWithin(field, isLater, path);
    isSame &&= left === field;
    fields.set(key, left);
  }
  return isSame ? shape : { ...shape, fields };
}

/** A field whose value's own members are less: an object's, a list's items', an arm's. */
function lessWithin(field: ShapeField, isLater: IsLater, path: readonly string[]): ShapeField {
  const { kind } = field.info;
  const arms = kind.arms?.map((arm) => {
    const shape = arm.kind.shape && less(arm.kind.shape, isLater, path);
    return shape && shape !== arm.kind.shape
      ? { ...arm, kind: arm.kind.withShape?.(shape) ?? arm.kind }
      : arm;
  });
  const isSame = arms?.every((arm, index) => arm === kind.arms?.[index]) ?? true;
  const shape = arms || !kind.shape ? kind.shape : less(kind.shape, isLater, path);
  if (isSame && shape === kind.shape) return field;
  const made = arms ? kind.withArms?.(arms) : shape && kind.withShape?.(shape);
  return { ...field, info: { ...field.info, kind: made ?? kind } };
}
