import { parse } from "node:querystring";

interface FormHash {
  [key: string]: FormValue;
}
type FormValue = string | FormValue[] | FormHash;

/**
 * Decodes a form with nested keys (`a[b]=c`, `a[]=c`), in the few lines that one writes by hand:
 * Fastify's own parser takes no forms.
 */
export function parseNestedForm(text: string): FormHash {
  const root: FormHash = Object.create(null);
  const flat = parse(text);
  for (const key in flat) {
    const value = flat[key];
    if (value === undefined) continue;
    if (key.includes("[")) put(root, key.replaceAll("]", "").split("["), value);
    else root[key] = value;
  }
  return root;
}

function put(root: FormHash, path: readonly string[], value: string | string[]): void {
  const isList = path.at(-1) === "";
  const names = isList ? path.slice(0, -1) : path;
  let here = root;
  for (const name of names.slice(0, -1)) {
    const next = here[name] ?? Object.create(null);
    if (typeof next !== "object" || Array.isArray(next)) throw new TypeError("conflicting keys");
    here[name] = next;
    here = next;
  }
  here[names.at(-1) ?? ""] = isList ? [value].flat() : value;
}

/** An empty text unsets, at any depth but in metadata, whose values have a meaning of their own. */
export function nullEmpty<T extends object>(params: T): T {
  const hash = params as Record<string, unknown>;
  for (const key in hash) {
    const value = hash[key];
    if (value === "") hash[key] = null;
    else if (typeof value === "object" && value !== null && key !== "metadata") nullEmpty(value);
  }
  return params;
}
