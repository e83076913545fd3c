import { isBefore } from "./version-order.js";

/** Where a value stands: the version that it was served at, its path, and what was expanded. */
export interface Where {
  readonly version: string;
  readonly path: string;
  readonly expanded: readonly string[];
}

/** The violations of a value, in words; none when it is as it should be. */
export type Check = (value: unknown, where: Where) => readonly string[];

/** What a check may be told apart by date: `[["2014-06-13", older], newer]`. */
export type Dated = Check | readonly [...(readonly [until: string, check: Check])[], Check];

/** The checks of an object's fields. */
export type Fields = Readonly<Record<string, Dated>>;

function say(where: Where, expected: string, value: unknown): readonly string[] {
  const found = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
  return [`${where.path} at ${where.version}: expected ${expected}, found ${found}`];
}

function simple(expected: string, test: (value: unknown) => boolean): Check {
  return (value, where) => (test(value) ? [] : say(where, expected, value));
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const absent = simple("no such field", (value) => value === undefined);
export const string = simple("a string", (value) => typeof value === "string");
export const integer = simple("an integer", Number.isInteger);
export const boolean = simple("a boolean", (value) => typeof value === "boolean");
export const object = simple("an object", isObject);
export const array = simple("an array", Array.isArray);
/** Not judged: the facts leave it open. */
export const open: Check = () => [];

export const one = (...values: readonly unknown[]): Check =>
  simple(`one of ${JSON.stringify(values)}`, (value) => values.includes(value));

export const id = (prefix: string): Check =>
  simple(
    `an id ${prefix}_…`,
    (value) => typeof value === "string" && value.startsWith(`${prefix}_`),
  );

/** May be missing; must be right if it is there. */
export const optional =
  (check: Check): Check =>
  (value, where) =>
    value === undefined ? [] : check(value, where);

/** Null fields were left out until 2012-02-23, and are shown as null since. */
export const nullable =
  (check: Check): Check =>
  (value, where) => {
    if (isBefore(where.version, "2012-02-23")) return optional(check)(value, where);
    return value === null ? [] : check(value, where);
  };

/** Absent unless the request expanded it. */
export const whenExpanded =
  (check: Check): Check =>
  (value, where) => {
    const field = where.path.split(".").at(-1) ?? "";
    return where.expanded.includes(field) ? check(value, where) : absent(value, where);
  };

/** The check that holds at a version. */
export function at(dated: Dated, version: string): Check {
  if (typeof dated === "function") return dated;
  for (const entry of dated) {
    if (typeof entry === "function") return entry;
    if (isBefore(version, entry[0])) return entry[1];
  }
  return open;
}

/** An object with these fields; others are not judged. */
export const fields =
  (expected: Fields): Check =>
  (value, where) => {
    if (!isObject(value)) return object(value, where);
    return Object.entries(expected).flatMap(([name, dated]) => {
      const inside = { ...where, path: `${where.path}.${name}` };
      return at(dated, where.version)(value[name], inside);
    });
  };

/** An array of which each item passes. */
export const arrayOf =
  (check: Check): Check =>
  (value, where) => {
    if (!Array.isArray(value)) return array(value, where);
    return value.flatMap((item: unknown, index) =>
      check(item, { ...where, path: `${where.path}[${index}]`, expanded: [] }),
    );
  };

const envelope = (data: Check) => ({
  bare: arrayOf(data),
  counted: fields({
    object: optional(one("list")),
    count: integer,
    data: arrayOf(data),
    has_more: absent,
  }),
  paged: fields({
    object: one("list"),
    data: arrayOf(data),
    has_more: boolean,
    url: string,
    count: absent,
    total_count: absent,
  }),
});

/** A list in the envelope of its version, of which each item passes. */
export const listOf =
  (item: Check): Check =>
  (value, where) => {
    const { bare, counted, paged } = envelope(item);
    return at([["2011-08-01", bare], ["2014-03-28", counted], paged], where.version)(value, where);
  };
