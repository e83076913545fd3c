import type { Contract, MethodShape } from "../contract/contract.js";

/** What a request's path leads to at a contract. */
export type Routed =
  | { readonly method: MethodShape; readonly params: Readonly<Record<string, string>> }
  | { readonly allowed: readonly string[] };

interface Node {
  readonly children: Map<string, Node>;
  param: Node | undefined;
  readonly methods: Map<
    string,
    { readonly method: MethodShape; readonly names: readonly string[] }
  >;
}

function node(): Node {
  return { children: new Map(), param: undefined, methods: new Map() };
}

/** Finds methods by verb and path. A fixed segment goes before a `{param}`. */
export class Router {
  readonly #root = node();

  constructor(contract: Contract) {
    for (const method of contract.methods.values()) {
      if (method.exists || method.needs !== undefined) this.#add(method);
    }
  }

  #add(method: MethodShape): void {
    const names: string[] = [];
    let here = this.#root;
    for (const segment of method.path.split("/").slice(1)) {
      if (segment.startsWith("{")) {
        names.push(segment.slice(1, -1));
        here.param ??= node();
        here = here.param;
      } else {
        const next = here.children.get(segment) ?? node();
        here.children.set(segment, next);
        here = next;
      }
    }
    here.methods.set(method.verb, { method, names });
  }

  /** The method at a path, or which verbs the path takes (none: it leads nowhere). */
  find(verb: string, path: string): Routed {
    const segments = path.split("/").slice(1).map(decode);
    const values: string[] = [];
    const found = walk(this.#root, segments, 0, values);
    const route = found?.methods.get(verb === "HEAD" ? "GET" : verb);
    if (!route) return { allowed: found ? [...found.methods.keys()] : [] };
    const params: Record<string, string> = {};
    for (const [index, name] of route.names.entries()) params[name] = values[index] ?? "";
    return { method: route.method, params };
  }
}

function walk(
  here: Node,
  segments: readonly (string | undefined)[],
  index: number,
  values: string[],
): Node | undefined {
  if (index === segments.length) return here.methods.size > 0 ? here : undefined;
  const segment = segments[index];
  if (segment === undefined || segment === "") return undefined;
  const child = here.children.get(segment);
  const found = child && walk(child, segments, index + 1, values);
  if (found || !here.param) return found;
  values.push(segment);
  const below = walk(here.param, segments, index + 1, values);
  if (!below) values.pop();
  return below;
}

/** A path segment's text; undefined where it is no percent-encoded UTF-8, or has a NUL in it. */
function decode(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    const text = decodeURIComponent(segment);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
