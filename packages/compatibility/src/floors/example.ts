import {
  type Floor,
  type FloorField,
  type FloorObject,
  type FloorType,
  isPlainObject,
  type Plain,
} from "holdfast/floor";

/** Left out. */
export const ABSENT = Symbol("absent");

/** The smallest params that a floor takes, with a value of one's own, or none, at one place. */
export function exampleParams(
  floor: Floor,
  object: FloorObject,
  [name, ...rest]: readonly string[] = [],
  value: Plain | typeof ABSENT = ABSENT,
): Record<string, Plain> {
  const params: Record<string, Plain> = {};
  for (const [key, field] of Object.entries(object.fields)) {
    if (key !== name) {
      if (field.optional !== true && field.default === undefined) {
        params[key] = exampleOf(floor, field.type);
      }
    } else if (rest.length > 0) {
      params[key] = exampleOf(floor, field.type, (inner) =>
        exampleParams(floor, inner, rest, value),
      );
    } else if (value !== ABSENT) params[key] = value;
  }
  return params;
}

/** A simple value of a type. */
export function exampleOf(
  floor: Floor,
  type: FloorType,
  object: (shape: FloorObject) => Plain = (shape) => exampleParams(floor, shape),
): Plain {
  if (!isPlainObject(type)) return null;
  const { $object, $resource, items, anyOf, allOf } = type;
  if (isPlainObject($object)) return object($object as unknown as FloorObject);
  if (typeof $resource === "string") return {};
  if ("const" in type) return type.const ?? null;
  if (Array.isArray(type.enum)) return type.enum[0] === "$events" ? "*" : (type.enum[0] ?? null);
  if (items !== undefined) return [exampleOf(floor, items, object)];
  if (Array.isArray(anyOf)) {
    const hash = anyOf.find((arm) => isPlainObject(arm) && "$object" in arm);
    return exampleOf(floor, hash ?? anyOf[0] ?? {}, object);
  }
  if (Array.isArray(allOf)) return armExample(floor, allOf, object);
  return scalarExample(type);
}

/** An arm of a union: its object, with the value that says which arm it is. */
function armExample(
  floor: Floor,
  parts: readonly Plain[],
  object: (shape: FloorObject) => Plain,
): Plain {
  const examples = parts.map((part) => {
    if (!isPlainObject(part) || !isPlainObject(part.properties))
      return exampleOf(floor, part, object);
    return Object.fromEntries(
      Object.entries(part.properties).map(([key, inner]) => [key, exampleOf(floor, inner)]),
    );
  });
  return Object.assign({}, ...[...examples].reverse()) as Plain;
}

function scalarExample(type: Readonly<Record<string, Plain>>): Plain {
  const { minimum, maximum, minLength, type: name } = type;
  switch (name) {
    case "integer":
    case "number":
      return Number(minimum ?? (typeof maximum === "number" && maximum < 1 ? maximum : 1));
    case "boolean":
      return true;
    case "object":
      return { key: "value" };
    default:
      return "a".repeat(Math.max(Number(minLength ?? 1), 1));
  }
}

/** Values at and around everything that may differ between two fields, the simplest first. */
export function candidates(floor: Floor, before: FloorField, now?: FloorField): readonly Plain[] {
  const types = [before.type, ...(now ? [now.type] : [])].filter(isPlainObject);
  const bounds = (keyword: string): number[] =>
    types.flatMap((type) => (typeof type[keyword] === "number" ? [Number(type[keyword])] : []));
  const numbers = [...bounds("minimum"), ...bounds("maximum")].flatMap((one) => [
    one - 1,
    one,
    one + 1,
  ]);
  const lengths = [...bounds("minLength"), ...bounds("maxLength")]
    .flatMap((one) => [one - 1, one, one + 1])
    .filter((one) => one > 0);
  const counts = [...bounds("maxItems")].flatMap((one) => [one, one + 1]);
  const item = types.map(({ items }) => items).find((one) => one !== undefined);
  const values = types.flatMap(({ enum: all }) => (Array.isArray(all) ? all : []));
  const itemValues = isPlainObject(item) && Array.isArray(item.enum) ? item.enum : [];
  return [
    exampleOf(floor, before.type),
    ...values,
    ...itemValues.map((value) => [value]),
    ...numbers,
    ...lengths.map((length) => "a".repeat(length)),
    ...counts.map((count) => Array.from({ length: count }, () => exampleOf(floor, item ?? {}))),
    "text",
    "1",
    0.5,
    1,
    true,
    null,
  ];
}
