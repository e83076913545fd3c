import type { Kind } from "holdfast";

type Limit = number | string;

/** How each limit of a kind reads. */
const WORDS: Readonly<Record<string, (limit: Limit) => string>> = {
  min: (limit) => `at least ${limit}`,
  max: (limit) => `at most ${limit}`,
  minLength: (limit) => `at least ${counted(limit, "character")}`,
  maxLength: (limit) => `at most ${counted(limit, "character")}`,
  pattern: (limit) => `matches ${limit}`,
  prefix: (limit) => `starts with ${limit}_`,
  minItems: (limit) => `at least ${counted(limit, "item")}`,
  maxItems: (limit) => `at most ${counted(limit, "item")}`,
  maxKeys: (limit) => `at most ${counted(limit, "key")}`,
  maxKeyLength: (limit) => `keys of at most ${counted(limit, "character")}`,
  maxValueLength: (limit) => `values of at most ${counted(limit, "character")}`,
};

/** The limits of a kind in words; those of a list's items, or a map's values, after its own. */
export function limitsOf(kind: Kind): readonly string[] {
  const own = Object.entries(kind.limits ?? {}).flatMap(([name, limit]) =>
    limit === undefined ? [] : (WORDS[name]?.(limit) ?? `${name}: ${limit}`),
  );
  const [part] = kind.parts ?? [];
  if (!part) return own;
  if (kind.name === "either") return [...own, ...limitsOf(part)];
  const isOfMany = kind.name === "list" || kind.name === "map_of";
  return isOfMany ? [...own, ...limitsOf(part).map((limit) => `each ${limit}`)] : own;
}

function counted(count: Limit, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
