import type { Kind } from "../definition/kind.js";
import type { Expr, ObjectShape, ShapeField } from "../definition/shape.js";

// Within one process a key is a number: texts that hold each other would grow without need.

const known = new WeakMap<ObjectShape, string>();
const numbers = new Map<string, number>();

/**
 * A key that two shapes have in common only if they are served alike. Conversions count as the
 * same where the same gates made the same field with the same code.
 */
export function shapeKey(shape: ObjectShape): string {
  const made = known.get(shape) ?? makeKey(shape);
  known.set(shape, made);
  return made;
}

function makeKey(shape: ObjectShape): string {
  const fields = [...shape.fields.values()].map(fieldNumber);
  return String(numbered(`${shape.unknownKeys ?? ""} ${fields.join()}`));
}

const fieldNumbers = new WeakMap<ShapeField, number>();

/** Contracts of many versions have most of their fields in common. */
function fieldNumber(field: ShapeField): number {
  const made = fieldNumbers.get(field) ?? numbered(JSON.stringify(fieldKey(field)));
  fieldNumbers.set(field, made);
  return made;
}

function numbered(text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** The same for some fields, wherever they stand. */
export function fieldsKey(fields: readonly ShapeField[]): string {
  return fields.map(fieldNumber).join();
}

function fieldKey(field: ShapeField): unknown {
  const { kind, description: _description, until: _until, same: _same, ...info } = field.info;
  return [
    field.name,
    { ...info, ...("default" in info && { default: info.default ?? null }) },
    kindKey(kind),
    exprKey(field.value),
    field.target,
    field.conversions.map(exprKey),
    field.via,
    field.missingStatus ?? null,
    field.parts ? field.parts.map((part) => [part.target, part.conversions.map(exprKey)]) : null,
    field.join ? [field.join.index, field.join.group.missing, exprKey(field.join.group.to)] : null,
  ];
}

function kindKey(kind: Kind): unknown {
  return [
    kind.name,
    kind.label,
    kind.limits ?? null,
    Object.keys(kind.values ?? {}),
    kind.constant ?? null,
    kind.resource ?? null,
    kind.takesEmpty ?? false,
    kind.sharesScope ?? false,
    kind.shape ? shapeKey(kind.shape) : null,
    (kind.parts ?? []).map(kindKey),
    (kind.arms ?? []).map(({ head, called }) => [head, called]),
    kind.discriminator ?? null,
    kind.unknownAs ?? null,
    kind.place ?? null,
  ];
}

// Functions are told apart by their text, of which JSON would know nothing.
function exprKey(expr: Expr): unknown {
  return JSON.stringify(expr, (_name, value: unknown) =>
    typeof value === "function" ? String(value) : value,
  );
}
