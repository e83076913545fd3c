import { shapesOf } from "../contract/forms.js";
import type { Expansion, Kind } from "../definition/kind.js";
import { raise } from "../definition/raised.js";
import type { ObjectShape } from "../definition/shape.js";
import * as errors from "../definition/validation-errors.js";
import type { CompiledResources } from "./scope-compiler.js";

/** How deep a path may expand. */
const DEEPEST = 4;

/** Reads `expand` paths, in the caller's names, against what a method returns. */
export function readExpansion(
  paths: readonly string[],
  returns: Kind,
  resources: CompiledResources,
): Expansion | undefined {
  if (paths.length === 0) return undefined;
  const root: MutableExpansion = {};
  for (const path of paths) {
    const names = path.split(".");
    if (names.length > DEEPEST || !expands(names, returns, resources)) {
      raise(errors.cannotExpand, { path: path.slice(0, 80) }, { param: ["expand"] });
    }
    let node = root;
    for (const name of names) {
      node[name] ??= {};
      node = node[name];
    }
  }
  return root;
}

interface MutableExpansion {
  [name: string]: MutableExpansion;
}

/** Whether naming the path changes anything: it passes through, or ends at, something expandable. */
function expands(names: readonly string[], kind: Kind, resources: CompiledResources): boolean {
  const [first, ...rest] = names;
  if (first === undefined) return false;
  if (kind.expandsInto === "page") {
    const [item] = kind.parts ?? [];
    if (!item) return false;
    const list = resources.plain.listAt(item, kind.place);
    if (list === null) return expands(names, item, resources);
    return first === list.items && expands(rest, item, resources);
  }
  if (kind.resource !== undefined) {
    return anyShape(kind.resource, resources, (shape) => expandsField(names, shape, resources));
  }
  if (kind.arms?.some((arm) => arm.called !== null && expands(names, arm.kind, resources))) {
    return true;
  }
  return kind.shape !== undefined && expandsField(names, kind.shape, resources);
}

function expandsField(
  [name, ...rest]: readonly string[],
  shape: ObjectShape,
  resources: CompiledResources,
): boolean {
  const field = name === undefined ? undefined : shape.fields.get(name);
  if (!field) return false;
  const { kind, onlyExpanded } = field.info;
  if (rest.length === 0) {
    return onlyExpanded || kind.expandable === true || kind.expandsInto !== undefined;
  }
  return expands(rest, kind, resources);
}

/** Tries every shape that a record of a resource may have. */
function anyShape(
  name: string,
  resources: CompiledResources,
  test: (shape: ObjectShape) => boolean,
): boolean {
  const shapes = shapesOf(resources.contract, name);
  return shapes.some((one) => test(resources.get(one).shape));
}
