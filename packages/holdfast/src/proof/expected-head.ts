import { headDefault } from "../compile/read-params.js";
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
export function expectedHead(shape: ObjectShape, sent: WireObject): Expected[] {
  const given = givenIn(shape, sent);
  const places = new Set(given.map(({ path }) => path.join(".")));
  const defaults = defaultsIn(shape, sent).filter(({ path }) => !places.has(path.join(".")));
  return [...given, ...defaults];
}

function givenIn(shape: ObjectShape, sent: WireObject): Expected[] {
  return [...shape.fields.values()].flatMap((field): Expected[] => {
    const value = sent[field.name];
    if (value === undefined) return [];
    const { kind } = field.info;
    const own = { path: field.target, isDefault: false };
    if (kind.sharesScope && kind.shape && isHash(value)) {
      return [own, ...givenIn(kind.shape, value)];
    }
    return [isKnown(field, value) ? { ...own, value } : own];
  });
}

function isKnown({ info, conversions }: ShapeField, value: WireValue): boolean {
  if (value === null) return info.kind.takesEmpty !== true && conversions.length === 0;
  return conversions.length === 0 && info.kind.taken === undefined && !info.kind.shape;
}

function defaultsIn(shape: ObjectShape, sent: WireObject): Expected[] {
  return [...shape.fields.values()].flatMap((field): Expected[] => {
    const value = sent[field.name];
    const { kind, default: before } = field.info;
    if (value === undefined) {
      return mayBeAbsent(field) && before !== undefined
        ? [{ path: field.target, value: headDefault(field), isDefault: true }]
        : [];
    }
    return kind.sharesScope && kind.shape && isHash(value) ? defaultsIn(kind.shape, value) : [];
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
