import type { Path } from "./path.js";
import type { ResourceDefinition } from "./resource.js";
import { headShape, type ObjectShape, type ShapeField } from "./shape.js";

/** The values that a field of a resource may have in head, where its type says them. */
export function headValues(definition: ResourceDefinition, path: Path): readonly unknown[] {
  const field = fieldAt(headShape(definition.fields, []), path);
  if (!field) return [];
  const { kind, nullable } = field.info;
  if (kind.constant) return [kind.constant.value];
  const values = kind.name === "boolean" ? [true, false] : Object.keys(kind.values ?? {});
  return nullable ? [...values, null] : values;
}

function fieldAt(shape: ObjectShape, [name = "", ...rest]: Path): ShapeField | undefined {
  const field = shape.fields.get(name) ?? shape.dormant.get(name);
  if (!field || rest.length === 0) return field;
  return field.info.kind.shape && fieldAt(field.info.kind.shape, rest);
}
