const compiled = new Map<string, RegExp | undefined>();

/** A schema's pattern; undefined for one that is not written as JavaScript's are. */
export function regex(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}
