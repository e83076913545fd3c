/** The way to a field through nested objects, outermost name first. */
export type Path = readonly string[];

/** Reads `outcome.rule` as a path. Lists and maps on the way are passed through unnamed. */
export function parsePath(text: string): Path {
  return text.split(".");
}

/** Shows a path as integrators write it in a form: `card[number]`. */
export function showPath(path: Path): string {
  const [first = "", ...rest] = path;
  return first + rest.map((name) => `[${name}]`).join("");
}

/** Whether `path` starts with `prefix`. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((name, index) => path[index] === name);
}

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && startsWith(a, b);
}
