import type { Json } from "holdfast";

/**
 * What of a value stands at some paths, such as `source.last4`, with what it stands in. Paths lead
 * through lists without saying so; of a list, the first item that has anything is kept. Undefined
 * where nothing stands at any of them.
 */
export function pickPaths(value: Json | undefined, paths: readonly string[]): Json | undefined {
  if (value === undefined || paths.length === 0) return undefined;
  if (paths.includes("")) return value;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => pickPaths(item, paths));
    const found = items.find((item) => item !== undefined);
    return found === undefined ? undefined : [found];
  }
  if (value === null || typeof value !== "object") return undefined;
  const picked = Object.entries(value).flatMap(([name, member]) => {
    const found = pickPaths(member, restsOf(paths, name));
    return found === undefined ? [] : [[name, found] as const];
  });
  // Own members, whatever they are called.
  return picked.length === 0 ? undefined : Object.fromEntries(picked);
}

/** How paths go on after a name. */
function restsOf(paths: readonly string[], name: string): readonly string[] {
  return paths.flatMap((path) => {
    if (path === name) return [""];
    return path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : [];
  });
}
