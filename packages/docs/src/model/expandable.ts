import type { Kind } from "holdfast";
import {
  type Contract,
  envelopeOf,
  itemsName,
  type ObjectShape,
  shapesOf,
} from "holdfast/contract";

/** How many names a path may have. */
const DEEPEST = 4;

/**
 * The paths that `expand` may name in answers of a kind, in the caller's names: those of what stands
 * in the answer itself. What stands in something that is expanded can be expanded in its turn.
 */
export function expandablePaths(kind: Kind, contract: Contract): readonly string[] {
  return [...new Set(inKind(kind, [], [], contract))];
}

type Names = readonly string[];

function* inKind(kind: Kind, above: Names, inside: Names, contract: Contract): Generator<string> {
  if (above.length >= DEEPEST) return;
  if (kind.expandsInto === "page") {
    const [item] = kind.parts ?? [];
    const envelope = item && envelopeOf(contract, item, kind.place);
    const items = envelope ? itemsName(contract, envelope) : undefined;
    if (!item || (envelope && items === undefined)) return;
    yield* inKind(item, items === undefined ? above : [...above, items], inside, contract);
  } else if (kind.resource !== undefined) {
    if (kind.expandable || inside.includes(kind.resource)) return;
    const around = [...inside, kind.resource];
    for (const key of shapesOf(contract, kind.resource)) {
      const shape = contract.resources.get(key)?.shape;
      if (shape) yield* inShape(shape, above, around, contract);
    }
  } else if (kind.arms) {
    for (const arm of kind.arms) {
      if (arm.called !== null) yield* inKind(arm.kind, above, inside, contract);
    }
  } else if (kind.shape) {
    yield* inShape(kind.shape, above, inside, contract);
  }
}

function* inShape(
  shape: ObjectShape,
  above: Names,
  inside: Names,
  contract: Contract,
): Generator<string> {
  for (const { name, info } of shape.fields.values()) {
    if (info.undocumented) continue;
    const path = [...above, name];
    if (info.onlyExpanded || info.kind.expandable) yield path.join(".");
    yield* inKind(info.kind, path, inside, contract);
  }
}
