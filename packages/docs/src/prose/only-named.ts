import type { AttributeDoc } from "../model/docs.js";

/** The attributes at some ways, in the caller's names, however deep; in the order of the ways. */
export function onlyNamed(
  attributes: readonly AttributeDoc[],
  ways: readonly (readonly string[])[],
): readonly AttributeDoc[] {
  return ways.flatMap((way) => findAt(attributes, way) ?? []);
}

function findAt(
  attributes: readonly AttributeDoc[],
  way: readonly string[],
): AttributeDoc | undefined {
  const [name, ...rest] = way;
  for (const one of attributes) {
    if (one.name !== name) continue;
    if (rest.length === 0) return one;
    const below = [one.attributes, ...one.variants.map((variant) => variant.attributes)];
    for (const within of below) {
      const found = findAt(within, rest);
      if (found) return found;
    }
  }
  return undefined;
}
