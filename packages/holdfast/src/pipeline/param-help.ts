import type { MethodShape } from "../contract/contract.js";
import type { Path } from "../definition/path.js";
import { showPath } from "../definition/path.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { nearest } from "../diagnostics/near.js";
import { knownElsewhere } from "../history/known-elsewhere.js";
import type { Timeline } from "../history/timeline.js";
import { Addresses } from "./addresses.js";

/**
 * What helps a caller who sent a param that is not known at this version: the version that knows
 * it and what it is called here, or what was probably meant.
 */
export function paramHelp(
  timeline: Timeline,
  method: MethodShape,
  version: string,
  path: Path,
): string {
  return elsewhere(timeline, method, version, path) ?? probablyMeant(method.params, path) ?? "";
}

function elsewhere(
  timeline: Timeline,
  { definition, params }: MethodShape,
  version: string,
  path: Path,
): string | undefined {
  const known = knownElsewhere(timeline, version, ({ methods }) => {
    const other = methods.get(definition.name)?.params;
    return other && fieldAt(other, path) && other;
  });
  if (!known) return undefined;
  const called = callerName(params, known.found, path);
  if ("since" in known) {
    return `. It was introduced in version ${known.since}${called ? `; at your version, use ${called}` : ""}.`;
  }
  return called
    ? `. Since version ${known.goneIn} it is called ${called}.`
    : `. It was removed in version ${known.goneIn}.`;
}

/** The address at the caller's version of what another version calls `path`. */
function callerName(params: ObjectShape, other: ObjectShape, path: Path): string | undefined {
  const head = headOf(other, path);
  const found = head && new Addresses(params).of(head);
  return found && showPath(found);
}

/** Where a param of a version stands in head, with the indexes of lists. */
function headOf(params: ObjectShape, path: Path): Path | undefined {
  let shape: ObjectShape | undefined = params;
  let scope: Path = [];
  let head: Path = [];
  for (const name of path) {
    const field: ShapeField | undefined = shape?.fields.get(name);
    if (!field) {
      scope = [...head, name];
      head = scope;
      continue;
    }
    head = [...scope, ...field.target];
    if (!field.info.kind.sharesScope) scope = head;
    shape = field.info.kind.shape;
  }
  return head.length === 0 ? undefined : head;
}

function probablyMeant(params: ObjectShape, path: Path): string | undefined {
  const scope = scopeOf(params, path);
  const names = [...(scope?.fields.values() ?? [])].flatMap(({ name, info }) =>
    info.header === undefined ? name : [],
  );
  const meant = nearest(path[path.length - 1] ?? "", names);
  return meant === undefined
    ? undefined
    : `. Did you mean ${showPath([...path.slice(0, -1), meant])}?`;
}

/** The object that the last name of a path stands in. */
function scopeOf(params: ObjectShape, path: Path): ObjectShape | undefined {
  let shape: ObjectShape | undefined = params;
  for (const name of path.slice(0, -1)) {
    // An index of a list leads to the same fields.
    const field: ShapeField | undefined = shape?.fields.get(name);
    if (field) shape = field.info.kind.shape;
    else if (!/^\d+$/.test(name)) return undefined;
  }
  return shape;
}

function fieldAt(params: ObjectShape, path: Path): ShapeField | undefined {
  return scopeOf(params, path)?.fields.get(path[path.length - 1] ?? "");
}
