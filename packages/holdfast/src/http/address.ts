/** The most levels of lists and objects a request may have, its own object counted. */
export const MAX_DEPTH = 32;

/** The address of a nested param as callers write it: `["card", "number"]` → `card[number]`. */
export function addressOf(path: readonly (string | number)[]): string {
  const [first = "", ...rest] = path;
  return `${first}${rest.map((segment) => `[${segment}]`).join("")}`;
}
