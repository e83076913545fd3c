import type { Kind, UnionArm } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";

/** The shape as the newest callers know it: arms of unions that only a gate shows are unknown. */
export function withoutRemovedArms(shape: ObjectShape): ObjectShape {
  const fields = eachKind(shape.fields);
  const dormant = eachKind(shape.dormant);
  return fields === shape.fields && dormant === shape.dormant
    ? shape
    : { ...shape, fields, dormant };
}

type FieldMap = ReadonlyMap<string, ShapeField>;

function eachKind(fields: FieldMap): FieldMap {
  const changed = new Map(fields);
  for (const [name, field] of fields) {
    const kind = within(field.info.kind);
    if (kind !== field.info.kind) changed.set(name, { ...field, info: { ...field.info, kind } });
  }
  return [...changed].every(([name, field]) => fields.get(name) === field) ? fields : changed;
}

function within(kind: Kind): Kind {
  const { arms, shape } = kind;
  if (arms) {
    const known = arms.map(armOf);
    return known.every((arm, index) => arm === arms[index])
      ? kind
      : (kind.withArms?.(known) ?? kind);
  }
  const inner = shape && withoutRemovedArms(shape);
  return inner && inner !== shape ? (kind.withShape?.(inner) ?? kind) : kind;
}

function armOf(arm: UnionArm): UnionArm {
  const kind = within(arm.kind);
  const called = arm.until ? null : arm.called;
  return kind === arm.kind && called === arm.called ? arm : { ...arm, called, kind };
}
