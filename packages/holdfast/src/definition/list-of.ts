import type { MethodDefinition } from "./method.js";
import type { ResourceDefinition } from "./resource.js";

/** Some of an API's lists: what one method returns, one field holds, or all of one resource. */
export interface ListSubject {
  readonly list: string;
  /** The resource that they are of, where they are all of one. */
  readonly item: string | undefined;
}

/**
 * What wraps some of an API's lists, for changes of these alone: the list that a method returns,
 * the one that a field of a resource holds (by its name in the definition), or every list of a
 * resource.
 *
 * @example
 * field(listOf(listCharges), "count", removed())
 * listWas(listOf(charge, "refunds"), "array")
 */
export function listOf(of: MethodDefinition | ResourceDefinition, name?: string): ListSubject {
  if ("execute" in of) {
    const { withPlace, resource } = of.returns;
    return { list: of.name, item: withPlace && resource };
  }
  if (name === undefined) return { list: `[${of.name}]`, item: of.name };
  const [first = "", ...rest] = name.split(".");
  let kind = of.fields[first]?.info.kind;
  for (const next of rest) {
    kind = (kind?.shape?.fields.get(next) ?? kind?.shape?.dormant.get(next))?.info.kind;
  }
  return { list: `${of.name}.${name}`, item: kind?.withPlace ? kind.resource : undefined };
}
