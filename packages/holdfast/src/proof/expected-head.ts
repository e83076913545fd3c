import type { MethodShape } from "../contract/contract.js";
import { evaluate } from "../definition/evaluate.js";
import { isHash } from "../definition/kinds/containers.js";
import type { Path } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import type { WireObject, WireValue } from "../http/message.js";
import { mayBeAbsent } from "./param-sampler.js";

/** What must stand at a place of head's params; the value is known only where nothing converts it. */
export interface Expected {
  readonly path: Path;
  readonly value?: unknown;
  /** Whether it is there because the caller left it out. */
  readonly isDefault: boolean;
}

/** What must come of a request's params, and nothing else. `sent` is as JSON has it. */
export function expectedHead(
  { params, presets }: Pick<MethodShape, "params" | "presets">,
  sent: WireObject,
): Expected[] {
  const found = new Map<string, Expected>();
  const add = (one: Expected): void => {
    const key = one.path.join(".");
    if (!found.has(key)) found.set(key, one);
  };
  for (const one of givenIn(params, sent)) add(one);
  for (const one of defaultsIn(params, sent)) add(one);
  for (const { target, value } of presets.values()) add({ path: target, value, isDefault: true });
  return [...found.values()];
}

function givenIn(shape: ObjectShape, sent: WireObject): Expected[] {
  return [...shape.fields.values()].flatMap((field): Expected[] => {
    const value = sent[field.name];
    if (value === undefined) return [];
    const { kind } = field.info;
    if (kind.sharesScope && kind.shape) {
      const own = field.target.length > 0 ? placesOf(field) : [];
      if (isHash(value)) return [...own, ...givenIn(kind.shape, value)];
      // What only older versions have is null wherever its members go.
      return own.length > 0 ? own : [...kind.shape.fields.values()].flatMap(placesOf);
    }
    const known = takenAs(field, value);
    return known ? [{ path: field.target, ...known, isDefault: false }] : placesOf(field);
  });
}

/** Where a param's value goes; to several places, where it is several params of head. */
function placesOf({ target, parts }: ShapeField): Expected[] {
  const targets = parts?.map((part) => part.target) ?? [target];
  return targets.map((path) => ({ path, isDefault: false }));
}

/** What head has for what was sent, by what each step of the field says; nothing where that is open. */
export function takenAs(
  { info, steps, parts, join }: ShapeField,
  sent: WireValue,
): { readonly value: unknown } | undefined {
  if (parts || join || info.kind.taken || info.kind.shape || info.kind.arms) return undefined;
  if (sent === null && info.kind.takesEmpty === true) return undefined;
  const ups = steps.toReversed().flatMap(({ up }) => up ?? []);
  return { value: ups.reduce<unknown>((value, up) => evaluate(up, [value]), sent) };
}

function defaultsIn(shape: ObjectShape, sent: WireObject): Expected[] {
  return [...shape.fields.values()].flatMap((field): Expected[] => {
    const value = sent[field.name];
    const { kind, default: before } = field.info;
    if (value === undefined) {
      if (!mayBeAbsent(field) || before === undefined) return [];
      const known = takenAs(field, before as WireValue);
      return placesOf(field).map((one) => ({ ...one, ...known, isDefault: true }));
    }
    return kind.sharesScope && kind.shape && isHash(value) ? defaultsIn(kind.shape, value) : [];
  });
}

/** Whether each value that was sent has a counterpart today: a text that is no date has none. */
export function isConvertible(shape: ObjectShape, sent: WireObject): boolean {
  return [...shape.fields.values()].every((field) => {
    const value = sent[field.name];
    if (value === undefined) return true;
    const inner = field.info.kind.shape;
    if (inner && isHash(value)) return isConvertible(inner, value);
    const known = takenAs(field, value);
    return known === undefined || known.value !== undefined;
  });
}

/** The places of head's params at which there is something that nothing is expected at. */
export function unexpectedIn(head: object, expected: readonly Expected[]): Path[] {
  const leaves = new Set(expected.map(({ path }) => path.join(".")));
  const ways = new Set(
    expected.flatMap(({ path }) => path.map((_name, index) => path.slice(0, index).join("."))),
  );
  const found: Path[] = [];
  const walk = (value: object, path: Path): void => {
    for (const [name, inner] of Object.entries(value)) {
      const here = [...path, name];
      const key = here.join(".");
      if (ways.has(key) && typeof inner === "object" && inner !== null) walk(inner, here);
      else if (!leaves.has(key)) found.push(here);
    }
  };
  walk(head, []);
  return found;
}
