import { headPathsOf, type ObjectShape, readView } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";

/** Which side of a method attributes are on: what answers show follows, what callers send leads. */
export type Part = "params" | "fields";

/** What of head an attribute shows, or sets; for an object that only older versions have, none. */
function feedsOf({ field, scope }: Attribute, part: Part): readonly string[] {
  if (part === "fields") {
    return headPathsOf(field.value).map(
      ([first = "", ...rest]) =>
        // What shows a part of a list is of the list.
        scope + [readView(first).field, ...rest].join("."),
    );
  }
  const targets = field.parts ? field.parts.map(({ target }) => target) : [field.target];
  return targets.filter(({ length }) => length > 0).map((path) => scope + path.join("."));
}

/**
 * The attributes of another shape that show, or set, what an attribute did, in the order of that
 * shape. What stands in one of them is not named beside it.
 */
export function standInsFor(
  gone: Attribute,
  from: ObjectShape,
  within: ObjectShape,
  part: Part,
): readonly Attribute[] {
  const own = feedsOf(gone, part);
  const feeds = new Set(
    own.length > 0 ? own : membersOf(gone, from).flatMap((one) => feedsOf(one, part)),
  );
  const found = attributesOf(within).filter((one) =>
    feedsOf(one, part).some((feed) => feeds.has(feed)),
  );
  return found.filter((one) => !found.some((other) => isWithin(one, other)));
}

function membersOf(parent: Attribute, shape: ObjectShape): readonly Attribute[] {
  return attributesOf(shape).filter((one) => isWithin(one, parent));
}

function isWithin({ path }: Attribute, { path: above }: Attribute): boolean {
  return path.length > above.length && above.every((name, index) => path[index] === name);
}
