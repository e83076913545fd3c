import { evaluator } from "../definition/evaluate.js";
import type { Path } from "../definition/path.js";
import { raise } from "../definition/raised.js";
import type { Reader } from "../definition/reader.js";
import type { JoinGroup, ObjectShape, ShapeField } from "../definition/shape.js";
import * as errors from "../definition/validation-errors.js";

type Target = Record<string, unknown>;

/** What was sent for the parts of a group so far, by their place in it. */
type Given = Map<number, { readonly value: unknown; readonly at: Reader }>;

const given = new WeakMap<Target, Map<JoinGroup, Given>>();

/** Keeps one of the params that together make one of head's. */
export function keepPart(
  into: Target,
  { group, index }: NonNullable<ShapeField["join"]>,
  value: unknown,
  at: Reader,
): void {
  const groups = given.get(into) ?? new Map<JoinGroup, Given>();
  given.set(into, groups);
  const parts: Given = groups.get(group) ?? new Map();
  groups.set(group, parts);
  parts.set(index, { value, at });
}

/** Makes one of head's params of each group of which something was sent. */
export function joiner(
  shape: ObjectShape,
  put: (into: Target, target: Path, value: unknown) => void,
): ((into: Target, at: Reader) => void) | undefined {
  const parts = partsIn(shape, []);
  if (parts.length === 0) return undefined;
  const groups = new Map(parts.map(({ join: { group } }) => [group, joined(group)]));
  return (into, at) => {
    const sent = given.get(into);
    given.delete(into);
    for (const [group, found] of sent ?? []) {
      const values = Array.from({ length: group.count }, (_, index) => {
        const part = found.get(index);
        if (part) return part.value;
        const path = parts.find(({ join }) => join.group === group && join.index === index)?.path;
        if (group.missing === "refused") {
          raise(errors.missingParam, {}, { param: [...at.path, ...(path ?? [])] });
        }
        return group.missing.as;
      });
      put(into, group.target, groups.get(group)?.(values));
    }
  };
}

function joined(group: JoinGroup): (values: readonly unknown[]) => unknown {
  const steps = [group.to, ...group.conversions].map((expr) =>
    evaluator<undefined>(expr, () => () => undefined),
  );
  return (values) => {
    const [first, ...rest] = steps;
    return rest.reduce(
      (value, step) => step(undefined, undefined, [value]),
      first?.(undefined, undefined, values),
    );
  };
}

interface Part {
  readonly join: NonNullable<ShapeField["join"]>;
  readonly path: Path;
}

/** Every part of a group in one scope, however deep its hashes go. */
function partsIn({ fields }: ObjectShape, above: Path): Part[] {
  return [...fields.values()].flatMap(({ name, join, info: { kind } }) => {
    const path = [...above, name];
    const below = kind.sharesScope && kind.shape ? partsIn(kind.shape, path) : [];
    return join ? [{ join, path }, ...below] : below;
  });
}
