import type { MethodShape } from "../contract/contract.js";
import type { Preset } from "../contract/preset.js";
import type { KindCompiler } from "../definition/kind.js";
import type { MethodDefinition } from "../definition/method.js";
import type { Path } from "../definition/path.js";

/**
 * Puts into head's params what their caller could not say, or did not; gives what they said. A view
 * or an order of the version is no word of the caller's; what a dispatched method fixes is one.
 */
export type Fill = (head: Record<string, unknown>) => Readonly<Record<string, unknown>>;

/** Makes what completes a method's params at one contract, once they are read. */
export function compileFill(
  { definition, params, presets }: MethodShape,
  compiler: KindCompiler,
): Fill {
  const filters = [...params.fields.values()].flatMap(({ info, target }) =>
    info.kind.unsaid ? [{ target, value: info.kind.unsaid(compiler) }] : [],
  );
  const filter = filters.find(({ value }) => value !== undefined);
  // Checks are typed for what head requires, whoever says it.
  const isSaid = (preset: Preset) => preset.isSaid || isRequired(definition, preset.target);
  const fixed = [...presets.values()].filter(isSaid);
  const shown = [...presets.values()].filter((preset) => !isSaid(preset));
  return (head) => {
    for (const { target, value } of fixed) setUnlessSet(head, target, value);
    if (shown.length === 0 && !filter) return head;
    const said = { ...head };
    for (const { target, value } of shown) setUnlessSet(head, target, value);
    // Any filter of the kind says enough: what its caller named is at the caller's version.
    if (filter && !filters.some(({ target }) => isSet(head, target))) {
      setUnlessSet(head, filter.target, filter.value);
    }
    return said;
  };
}

function isRequired({ params }: MethodDefinition, [name = "", ...below]: Path): boolean {
  const info = params[name]?.info;
  return info !== undefined && below.length === 0 && !info.optional && info.default === undefined;
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
