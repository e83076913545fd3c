import {
  type FloorField,
  type FloorObject,
  isPlainObject,
  type Plain,
  type PlainObject,
} from "holdfast/floor";

/** What people are told of something below the field that is written down. */
export type Words = (path: readonly string[]) => string | undefined;

/** What stands for a resource in the source: `charge`. */
export type ResourceName = (resource: string) => string;

const NO_WORDS = "As it was.";

/** A field as the source of its definition: `t.string({ maxLength: 5 }).nullable().describe("…")`. */
export function fieldText(
  field: FloorField,
  words: Words,
  resources: ResourceName,
  path: readonly string[] = [],
): string {
  const { nullable, optional, default: value, onlyExpanded, audience } = field;
  return [
    typeText(field, words, resources, path),
    nullable === true ? ".nullable()" : "",
    optional === true ? ".optional()" : "",
    value === undefined ? "" : `.default(${JSON.stringify(value)})`,
    onlyExpanded === true ? ".onlyExpanded()" : "",
    audience === "secret" ? ".secretOnly()" : "",
    `.describe(${JSON.stringify(words(path) ?? NO_WORDS)})`,
  ].join("");
}

function typeText(
  field: FloorField,
  words: Words,
  resources: ResourceName,
  path: readonly string[],
): string {
  const text = (type: Plain): string => {
    if (!isPlainObject(type)) return "t.string()";
    const { $object, $resource, $reference, $page, items, anyOf } = type;
    if (isPlainObject($object)) return objectText($object as unknown as FloorObject);
    if (typeof $resource === "string") return `t.resource(${resources($resource)})`;
    if (typeof $reference === "string") return `t.ref(${JSON.stringify($reference)})`;
    if ($page !== undefined) return `t.page(${pageItem($page, resources)})`;
    if (Array.isArray(type.enum)) return enumText(type.enum.map(String));
    if ("const" in type) return `t.literal(${JSON.stringify(type.const)})`;
    if (isPlainObject(items))
      return `t.list(${text(items)}${options(type, { maxItems: "maxItems" }, ", ")})`;
    if (Array.isArray(anyOf)) return `t.either(${anyOf.map((arm) => text(arm)).join(", ")})`;
    return scalarText(field, type);
  };
  const objectText = ({ fields }: FloorObject): string => {
    const members = Object.entries(fields).map(
      ([name, member]) => `${name}: ${fieldText(member, words, resources, [...path, name])}`,
    );
    return `t.object({ ${members.join(", ")} })`;
  };
  const enumText = (values: readonly string[]): string => {
    if (values.includes("$events")) return "t.eventType()";
    const members = values.map((value) => {
      const last = path.at(-1) ?? "";
      const meaning = words([...path.slice(0, -1), `${last}=${value}`]) ?? NO_WORDS;
      return `${JSON.stringify(value)}: ${JSON.stringify(meaning)}`;
    });
    return `t.enum({ ${members.join(", ")} })`;
  };
  return text(field.type);
}

function pageItem(item: Plain, resources: ResourceName): string {
  const name = isPlainObject(item) ? item.$resource : undefined;
  return typeof name === "string" ? resources(name) : "t.string()";
}

const TEXT = { minLength: "minLength", maxLength: "maxLength", pattern: "pattern" };
const NUMBER = { minimum: "min", maximum: "max" };

function scalarText({ kind, prefix, takesEmpty }: FloorField, type: PlainObject): string {
  if (kind === "id" && typeof prefix === "string") return `t.id(${JSON.stringify(prefix)})`;
  if (kind === "timestamp") return "t.timestamp()";
  if (type.type === "integer") return `t.integer(${options(type, NUMBER)})`;
  if (type.type === "number") return `t.number(${options(type, NUMBER)})`;
  if (type.type === "boolean") return "t.boolean()";
  if (type.type === "object") return `t.map(${mapOptions(type)})`;
  return `${takesEmpty === true ? "t.textOrEmpty" : "t.string"}(${options(type, TEXT)})`;
}

function options(
  type: PlainObject,
  names: Readonly<Record<string, string>>,
  before: string = "",
): string {
  const given = Object.entries(names).flatMap(([keyword, name]) => {
    const value = type[keyword];
    if (value === undefined) return [];
    const text =
      name === "pattern" ? `new RegExp(${JSON.stringify(value)}, "u")` : JSON.stringify(value);
    return [`${name}: ${text}`];
  });
  return given.length === 0 ? "" : `${before}{ ${given.join(", ")} }`;
}

function mapOptions(type: PlainObject): string {
  const { maxProperties, propertyNames, additionalProperties } = type;
  const limits = {
    maxKeys: maxProperties,
    maxKeyLength: isPlainObject(propertyNames) ? propertyNames.maxLength : undefined,
    maxValueLength: isPlainObject(additionalProperties)
      ? additionalProperties.maxLength
      : undefined,
  };
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ""
    : `{ ${given.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}
