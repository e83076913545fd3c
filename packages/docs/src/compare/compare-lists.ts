import type { Contract, ListPlace } from "holdfast/contract";
import { code } from "../text/code.js";
import type { Difference } from "./difference.js";
import { resourceOf } from "./reachable.js";
import { differ, type Place, placeOf, type Sides } from "./sides.js";

/** What differs in how the lists of single methods, fields or resources are written. */
export function compareLists(sides: Sides): readonly Difference[] {
  const { older, newer } = sides;
  if (older.lists === newer.lists) return [];
  const keys = new Set([...older.lists.places.keys(), ...newer.lists.places.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after] = [older.lists.places.get(key), newer.lists.places.get(key)];
    const [was, is] = [isArray(older, before), isArray(newer, after)];
    if (was === is) return [];
    const usual = older.wire.lists !== newer.wire.lists && (!before || !after);
    // What all lists do is told of the wire.
    if (usual && was === isArray(older, undefined) && is === isArray(newer, undefined)) return [];
    const { place, name } = placedAt(key, before ?? after, newer);
    return differ("list_style", place, {
      before: { path: name, value: was ? "array" : "object" },
      after: { path: name, value: is ? "array" : "object" },
      says: is
        ? `${code(name)}: the list is a bare array now; it was wrapped in an object`
        : `${code(name)}: the list is wrapped in an object now; it was a bare array`,
      mend: is
        ? `Read the list of ${code(name)} as an array.`
        : `Read the items of ${code(name)} from the object that wraps them.`,
      gates: sides.among(before?.via),
    });
  });
}

function isArray({ wire }: Contract, place: ListPlace | undefined): boolean {
  return place ? place.envelope === null : wire.lists === "array";
}

/** A method, a field, or all lists of a resource. */
function placedAt(
  key: string,
  place: ListPlace | undefined,
  { methods, resources }: Contract,
): { readonly place: Place; readonly name: string } {
  const method = methods.get(key);
  if (method) {
    return { place: placeOf({ on: "method", name: key }, "itself"), name: method.name };
  }
  const item = place?.item ?? "";
  const [owner = "", ...path] = key.split(".");
  if (resources.has(owner) && path.length > 0) {
    const subject = { on: "resource", name: resourceOf(owner) } as const;
    return { place: placeOf(subject, "fields"), name: path.join(".") };
  }
  return { place: placeOf({ on: "resource", name: resourceOf(item) }, "itself"), name: item };
}
