import type { Path } from "../definition/path.js";

type Hash = Readonly<Record<string, unknown>>;

/** A copy of an object with another value at a path, or with none where it is undefined. */
export function withValue<T extends Hash>(
  object: T,
  [name = "", ...rest]: Path,
  value: unknown,
): T {
  const { [name]: old, ...others } = object;
  const inner = rest.length === 0 ? value : withValue(isObject(old) ? old : {}, rest, value);
  return (inner === undefined ? others : { ...others, [name]: inner }) as unknown as T;
}

/** A copy without the value at a path, and without what held that value alone. */
export function withoutValue<T extends Hash>(object: T, [name = "", ...rest]: Path): T {
  const { [name]: old, ...others } = object;
  const inner = rest.length > 0 && isObject(old) ? withoutValue(old, rest) : {};
  const isLeft = Object.keys(inner).length > 0;
  return (isLeft ? { ...others, [name]: inner } : others) as unknown as T;
}

function isObject(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
