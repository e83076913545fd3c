import type { ObjectShape, ShapeField, UnionArm } from "holdfast/contract";

/** A field or param as it stands in a shape, however deep. */
export interface Attribute {
  /**
   * The caller's way to it. Lists and maps on the way are passed through unnamed; a name on the way
   * says which variant of a union is meant: `source<card>`.
   */
  readonly path: readonly string[];
  /** The same as one text, its names joined by dots. */
  readonly name: string;
  readonly field: ShapeField;
  /** What the paths of its value, or its targets, are within: the record, or an item of a list. */
  readonly scope: string;
  /** What it stands for, whatever it is called; several of one shape may stand for the same. */
  readonly base: string;
  /** Whether pages show it: neither it nor what it stands in is undocumented. */
  readonly listed: boolean;
}

const known = new WeakMap<ObjectShape, readonly Attribute[]>();

/** Every attribute of a shape, parents before what stands in them, in the order of the shape. */
export function attributesOf(shape: ObjectShape): readonly Attribute[] {
  const made = known.get(shape) ?? [...within(shape, [], "", true)];
  known.set(shape, made);
  return made;
}

/** A name on the way to an attribute with the variant that is meant. */
export function armStep(name: string, arm: string): string {
  return `${name}<${arm}>`;
}

function* within(
  shape: ObjectShape,
  above: readonly string[],
  scope: string,
  aboveIsListed: boolean,
): Generator<Attribute> {
  const prefix = above.length === 0 ? "" : `${above.join(".")}.`;
  for (const field of shape.fields.values()) {
    const path = [...above, field.name];
    const base = `${scope}${standsFor(field)}`;
    const listed = aboveIsListed && !field.info.undocumented;
    yield { path, name: `${prefix}${field.name}`, field, scope, base, listed };
    const { kind } = field.info;
    if (kind.shape) {
      yield* within(kind.shape, path, kind.sharesScope ? scope : `${base}.`, listed);
    } else {
      for (const { name, arm, shape: inner } of armShapes(kind.arms)) {
        yield* within(inner, [...above, armStep(field.name, name)], `${base}<${arm}>.`, listed);
      }
    }
  }
}

function* armShapes(arms: readonly UnionArm[] = []) {
  for (const { called, head, kind } of arms) {
    if (called !== null && kind.shape) yield { name: called, arm: head, shape: kind.shape };
  }
}

/**
 * What a field stands for within its scope: its place in head, which renames, moves and conversions
 * leave as it is.
 */
function standsFor({ name, target, parts, join, via }: ShapeField): string {
  if (parts) return `(${parts.map((part) => part.target.join(".")).join("+")})`;
  if (join) return `${target.join(".")}#${join.index}`;
  // An object that only older versions have: the gate that ended it comes first.
  return target.length === 0 ? `{${via[0] ?? name}}` : target.join(".");
}
