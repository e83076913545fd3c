import type { Path } from "../definition/path.js";

type Hash = Readonly<Record<string, unknown>>;

/** A copy of an object with another value at a path, or with none where it is undefined. */
export function withValue<T extends Hash>(
  object: T,
  [name = "", ...rest]: Path,
  value: unknown,
): T {
  const { [name]: old, ...others } = object;
  if (rest.length > 0) {
    const inner = withValue(isObject(old) ? old : {}, rest, value);
    // What held this value alone goes with it.
    const isGone = value === undefined && Object.keys(inner).length === 0;
    return (isGone ? others : { ...others, [name]: inner }) as unknown as T;
  }
  return (value === undefined ? others : { ...others, [name]: value }) as unknown as T;
}

function isObject(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
