/** A status, or the rest of a class of them, and under which name each version tells of it. */
export interface Status {
  readonly name: string;
  readonly isError: boolean;
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/**
 * Every status that one of two versions tells of, each with what the versions say of it: by itself,
 * by its range (`4XX`), or by `default`, which stands for errors, and for all where no success is told.
 */
export function statusesOf(old: readonly string[], next: readonly string[]): readonly Status[] {
  const codes = [...new Set([...old, ...next])].filter((name) => /^\d{3}$/.test(name)).sort();
  const ranges = ["1XX", "2XX", "3XX", "4XX", "5XX"];
  return [...codes, ...ranges].flatMap((name) => {
    const was = toldBy(old, name);
    const is = toldBy(next, name);
    if (was === undefined && is === undefined) return [];
    const isError = /^[45]/.test(name);
    return [{ name, isError, old: was, new: is }];
  });
}

function toldBy(told: readonly string[], name: string): string | undefined {
  if (told.includes(name)) return name;
  const range = `${name.slice(0, 1)}XX`;
  if (told.includes(range)) return range;
  if (!told.includes("DEFAULT")) return undefined;
  const isForAll = !told.some((one) => one.startsWith("2"));
  return /^[45]/.test(name) || (isForAll && name.startsWith("2")) ? "DEFAULT" : undefined;
}
