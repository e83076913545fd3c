import type { AttributeDoc } from "../model/docs.js";

/** What the members of a sample are at every version: the keys of attributes, by their way. */
export type KeysByPath = ReadonlyMap<string, string>;

/**
 * The keys of attributes and of what stands in them, by their names joined by dots.
 *
 * @param within the way to what they are attributes of
 */
export function keysByPath(
  attributes: readonly AttributeDoc[],
  within: readonly string[] = [],
): KeysByPath {
  const keys = new Map<string, string>();
  const add = (attribute: AttributeDoc): void => {
    const way = [...within, ...attribute.path].join(".");
    if (!keys.has(way)) keys.set(way, attribute.key);
    for (const one of attribute.attributes) add(one);
    for (const { attributes: own } of attribute.variants) for (const one of own) add(one);
  };
  for (const attribute of attributes) add(attribute);
  return keys;
}
