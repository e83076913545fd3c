import type { Page } from "./page.js";

/** Names and values below each other. */
export function fields(pairs: readonly (readonly [string, string])[], page: Page): string {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs
    .map(([name, value]) => `${page.colours.faint(name.padEnd(width))}  ${value}`)
    .join("\n");
}
