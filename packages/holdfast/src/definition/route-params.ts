const PARAM = /\{(\w+)\}/g;

const known = new Map<string, readonly string[]>();

/** How many paths' names are kept. */
const KEPT = 4096;

/** The names of the params that a path carries: `/v1/charges/{charge}` has `charge`. */
export function routeParams(path: string): readonly string[] {
  const found = known.get(path) ?? [...path.matchAll(PARAM)].map(([, name = ""]) => name);
  if (known.size < KEPT) known.set(path, found);
  return found;
}

/** A path with something in the place of each of its params. */
export function mapParams(path: string, fill: (name: string) => string): string {
  return path.replace(PARAM, (_all, name: string) => fill(name));
}

/** A path without the names of its params: two that are equal answer the same requests. */
export function namelessRoute(path: string): string {
  return mapParams(path, () => "{}");
}
