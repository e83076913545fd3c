import type { Contract, ResourceShape } from "holdfast/contract";
import { code, codes } from "../text/code.js";
import type { Attribute } from "./attributes.js";
import { compareShapes } from "./compare-shapes.js";
import type { Difference, DifferenceSubject } from "./difference.js";
import { namesAt } from "./existing.js";
import { matched } from "./matching.js";
import { reachableResources, resourceOf } from "./reachable.js";
import { differ, type Place, placeOf, type Sides } from "./sides.js";

/** What differs about a resource, its forms and places of its own. */
export function compareResource(name: string, sides: Sides): readonly Difference[] {
  const subject = { on: "resource", name } as const;
  const place = placeOf(subject, "itself");
  const [was, is] = [namesAt(sides.older, subject), namesAt(sides.newer, subject)];
  if (was.length === 0 && is.length === 0) return [];
  if (was.length === 0) {
    return [
      differ("added", place, {
        after: { path: is[0] },
        says: `${codes(is)} is new`,
        gates: sides.among(),
      }),
    ];
  }
  if (is.length === 0) {
    const says = `${codes(was, "and")} is gone: nothing shows it any more`;
    return [differ("removed", place, { before: { path: was[0] }, says, gates: sides.among() })];
  }
  const [older, newer] = [sides.older.resources.get(name), sides.newer.resources.get(name)];
  if (!older || !newer || older === newer) return [];
  const names = renamed(older, was, is, place, sides);
  const fields = compareShapes(older.shape, newer.shape, placeOf(subject, "fields"), sides);
  return [...names, ...fields.filter((one) => !isSaidBy(names, one))];
}

/** Whether a field only says what a resource is called, which is told already. */
function isSaidBy(names: readonly Difference[], { kind, before, after }: Difference): boolean {
  return (
    kind === "value_renamed" &&
    names.some((one) => one.before?.path === before?.value && one.after?.path === after?.value)
  );
}

/** Names, several where it was several resources. */
function renamed(
  older: ResourceShape,
  was: readonly string[],
  is: readonly string[],
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const [today = ""] = is;
  return was
    .filter((name) => !is.includes(name))
    .map((name) =>
      differ("renamed", place, {
        before: { path: name },
        after: { path: today },
        says: `What was ${code(name)} is now ${code(today)}`,
        mend: `Look for ${code(today)} instead of ${code(name)}, in ${code("object")} and wherever you name it.`,
        gates: sides.among(older.via),
      }),
    );
}

/**
 * What differs about a resource only at a place, in a form, or in what wraps lists there: what
 * `own` says of the resource everywhere is not told again.
 */
export function comparePlaced(
  key: string,
  own: () => readonly Difference[],
  sides: Sides,
  only: (subject: DifferenceSubject) => boolean,
): readonly Difference[] {
  const place = placedAt(key, sides);
  if (!only(place.subject)) return [];
  const base = resourceOf(key);
  const [older, newer] = [sides.older, sides.newer].map((contract) => shownAt(contract, key));
  if (!older || !newer || older === newer) return [];
  const everywhere = own();
  const known = new Set(everywhere.map(textOf));
  // The same in the place of the resource itself: what is said of all is known.
  const all = compareShapes(
    older.shape,
    newer.shape,
    placeOf({ on: "resource", name: base }, "fields"),
    sides,
  );
  const names = everywhere.filter(({ part, kind }) => part === "itself" && kind === "renamed");
  const told = all.map((one) => !known.has(textOf(one)) && !isSaidBy(names, one));
  return compareShapes(older.shape, newer.shape, place, sides).filter((_one, index) => told[index]);
}

/** The shape at a place, or the resource's where the contract does not tell it apart. */
function shownAt(contract: Contract, key: string): ResourceShape | undefined {
  if (!reachableResources(contract).has(resourceOf(key))) return undefined;
  return contract.resources.get(key) ?? contract.resources.get(resourceOf(key));
}

function textOf({ kind, before, after, says }: Difference): string {
  return JSON.stringify([kind, before, after, says]);
}

/** Where a place is: in which resource, or list, and on which way there. */
function placedAt(key: string, sides: Sides): Place {
  const { resources } = sides.newer;
  const found = sides.older.resources.get(key) ?? resources.get(key);
  const base = resourceOf(key);
  const form = /:([^:]*)$/.exec(key)?.[1];
  const note = form === undefined ? "" : ` (of what was ${code(form)})`;
  if (found?.place) {
    const { owner, way } = found.place;
    const around = owner.includes("@")
      ? placedAt(owner, sides)
      : placeOf({ on: "resource", name: owner }, "fields");
    const [was, is] = waysTo(key, owner, sides);
    return {
      ...around,
      before: `${around.before}${was ?? way}.`,
      after: `${around.after}${is ?? way}.`,
      note: around.note + note,
    };
  }
  if (form !== undefined) return { ...placeOf({ on: "resource", name: base }, "fields"), note };
  return listAt(key.slice(base.length + 1), base, sides);
}

/** Where the lists are that something wraps: of a method, of a field, or all of a resource. */
function listAt(list: string, base: string, { newer }: Sides): Place {
  if (newer.methods.has(list)) return placeOf({ on: "method", name: list }, "fields");
  const [owner = "", ...path] = list.split(".");
  if (path.length > 0 && newer.resources.has(owner)) {
    const way = `${path.join(".")}.`;
    const place = placeOf({ on: "resource", name: resourceOf(owner) }, "fields");
    return { ...place, before: way, after: way };
  }
  const note = ` (in lists of ${code(list.replace(/^\[|\]$/g, ""))})`;
  return { ...placeOf({ on: "resource", name: base }, "fields"), note };
}

/** What the field that holds a place is called on either side. */
function waysTo(key: string, owner: string, sides: Sides): readonly (string | undefined)[] {
  const [older, newer] = [sides.older, sides.newer].map(
    (contract) => shownAt(contract, owner)?.shape,
  );
  if (!older || !newer) return [];
  const { pairs } = matched(older, newer);
  const holds = ({ field }: Attribute) => field.info.kind.resource === key;
  const [was, is] = pairs.find(([before, after]) => holds(before) || holds(after)) ?? [];
  return [was?.name, is?.name];
}
