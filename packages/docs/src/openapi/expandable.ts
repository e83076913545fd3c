import type { Kind } from "holdfast";
import {
  type Contract,
  envelopeOf,
  itemsName,
  type ObjectShape,
  shapesOf,
} from "holdfast/contract";

/** How many names of a path are told; what stands deeper is expanded alike. */
const DEEPEST = 2;

/** The paths that `expand` may name in what a method returns, in the caller's names. */
export function expandablePaths(returns: Kind, contract: Contract): readonly string[] {
  return [...new Set(inKind(returns, contract, [], 0))];
}

function inKind(
  kind: Kind,
  contract: Contract,
  above: readonly string[],
  depth: number,
): readonly string[] {
  if (depth >= DEEPEST) return [];
  if (kind.expandsInto === "page") {
    const [item] = kind.parts ?? [];
    if (!item) return [];
    const list = envelopeOf(contract, item, kind.place);
    const name = list === null ? undefined : itemsName(contract, list);
    if (list !== null && name === undefined) return [];
    return inKind(item, contract, name === undefined ? above : [...above, name], depth);
  }
  if (kind.resource !== undefined) {
    return shapesOf(contract, kind.resource).flatMap((one) => {
      const shape = contract.resources.get(one)?.shape;
      return shape ? inShape(shape, contract, above, depth) : [];
    });
  }
  if (kind.arms) {
    const known = kind.arms.filter(({ called }) => called !== null);
    return known.flatMap((arm) => inKind(arm.kind, contract, above, depth));
  }
  return kind.shape ? inShape(kind.shape, contract, above, depth) : [];
}

function inShape(
  { fields }: ObjectShape,
  contract: Contract,
  above: readonly string[],
  depth: number,
): readonly string[] {
  return [...fields.values()].flatMap(({ name, info }) => {
    if (info.undocumented) return [];
    const path = [...above, name];
    const isOne = info.onlyExpanded || info.kind.expandable === true;
    const below = inKind(info.kind, contract, path, depth + 1);
    return isOne ? [path.join("."), ...below] : below;
  });
}
