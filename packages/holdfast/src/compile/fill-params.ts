import type { MethodShape } from "../contract/contract.js";
import type { KindCompiler } from "../definition/kind.js";
import type { Path } from "../definition/path.js";

/** Puts into head's params what their caller could not say, or did not. */
export type Fill = (head: Record<string, unknown>) => void;

/** Makes what completes a method's params at one contract, once they are read. */
export function compileFill({ params, presets }: MethodShape, compiler: KindCompiler): Fill {
  const filters = [...params.fields.values()].flatMap(({ info, target }) =>
    info.kind.unsaid ? [{ target, value: info.kind.unsaid(compiler) }] : [],
  );
  const filter = filters.find(({ value }) => value !== undefined);
  return (head) => {
    for (const { target, value } of presets.values()) setUnlessSet(head, target, value);
    // Any filter of the kind says enough: what its caller named is at the caller's version.
    if (filter && !filters.some(({ target }) => isSet(head, target))) {
      setUnlessSet(head, filter.target, filter.value);
    }
  };
}

function isSet(head: Record<string, unknown>, path: Path): boolean {
  let value: unknown = head;
  for (const name of path) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value !== undefined;
}

function setUnlessSet(head: Record<string, unknown>, path: Path, value: unknown): void {
  let object = head;
  for (const name of path.slice(0, -1)) {
    const next = object[name];
    if (next === null || (next !== undefined && typeof next !== "object")) return;
    object[name] = { ...(next as object) };
    object = object[name] as Record<string, unknown>;
  }
  const name = path[path.length - 1] ?? "";
  if (object[name] === undefined) object[name] = value;
}
