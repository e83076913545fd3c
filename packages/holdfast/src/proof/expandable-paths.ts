import { armsOfUnion } from "../contract/arms.js";
import type { Json, Kind } from "../definition/kind.js";
import type { Path } from "../definition/path.js";
import type { ObjectShape } from "../definition/shape.js";
import type { ContractView } from "./contract-view.js";

/** How deep the paths go that are tried. */
const DEEPEST = 3;

/** A path that a caller may name in `expand`, in the caller's names. */
export interface Expandable {
  readonly path: Path;
  /** Whether an id stands there that becomes an object; else it is absent unless it is named. */
  readonly isId: boolean;
}

/** Paths that a caller may name in `expand`. */
export function* expandablePaths(
  view: ContractView,
  kind: Kind,
  above: Path = [],
): Generator<Expandable> {
  if (above.length >= DEEPEST) return;
  if (kind.expandsInto === "page") {
    const [item] = kind.parts ?? [];
    if (!item) return;
    const list = view.compiled.resources.plain.listAt(item, kind.place);
    if (list === null) yield* expandablePaths(view, item, above);
    else if (list.items !== undefined) {
      yield* expandablePaths(view, item, [...above, list.items]);
    }
  } else if (kind.resource !== undefined) {
    for (const shape of shapesOf(view, kind.resource)) yield* inShape(view, shape, above);
  } else if (kind.shape) {
    yield* inShape(view, kind.shape, above);
  }
}

function* inShape(view: ContractView, shape: ObjectShape, above: Path): Generator<Expandable> {
  for (const { name, info } of shape.fields.values()) {
    const path = [...above, name];
    const isId = info.kind.expandable === true;
    if ((info.onlyExpanded || isId) && path.length <= DEEPEST) yield { path, isId };
    yield* expandablePaths(view, info.kind, path);
  }
}

/** A resource's shape, or those of a union's arms. */
function shapesOf({ contract }: ContractView, name: string): ObjectShape[] {
  const resource = contract.resources.get(name);
  if (!resource?.definition.arms) return resource ? [resource.shape] : [];
  return [...armsOfUnion(resource).values()].flatMap(
    (arm) => contract.resources.get(arm)?.shape ?? [],
  );
}

/** What stands at a path of an answer, however many items of lists are on the way. */
export function valuesAt(json: Json, path: Path): Json[] {
  if (Array.isArray(json)) return json.flatMap((item: Json) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return [json];
  if (typeof json !== "object" || json === null) return [];
  return valuesAt((json as { readonly [key: string]: Json })[name], rest);
}
