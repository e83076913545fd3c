import type { ObjectShape } from "holdfast/contract";
import { type Attribute, attributesOf } from "./attributes.js";
import { compareAttribute } from "./compare-attribute.js";
import { compareKeys } from "./compare-keys.js";
import { mustBeSent } from "./compare-presence.js";
import { kindKey } from "./compare-type.js";
import type { Difference } from "./difference.js";
import { type Matching, matched } from "./matching.js";
import { allNamed, named } from "./named.js";
import { differ, type Place, type Sides } from "./sides.js";
import { standInsFor } from "./stand-ins.js";

/** What differs between the params, or the fields, of a subject on both sides. */
export function compareShapes(
  older: ObjectShape,
  newer: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  if (older === newer) return [];
  const matching = matched(older, newer);
  return [
    ...compareKeys(older, newer, place, sides),
    ...renamed(matching, place, sides),
    ...withoutTags(
      matching.pairs.flatMap(([before, after]) =>
        compareAttribute(before, after, newer, place, sides),
      ),
    ),
    ...gone(matching, older, newer, place, sides),
    ...come(matching, older, newer, place, sides),
  ];
}

/** What tells variants apart is called what they are, which is told already. */
function withoutTags(all: readonly Difference[]): readonly Difference[] {
  const textOf = ({ before, after }: Difference) => JSON.stringify([before?.value, after?.value]);
  const variants = all.filter(({ kind }) => kind === "variant_renamed").map(textOf);
  return all.filter((one) => one.kind !== "value_renamed" || !variants.includes(textOf(one)));
}

/** Those that are called, or stand, otherwise; what stands in them goes along. */
function renamed({ pairs }: Matching, place: Place, sides: Sides): readonly Difference[] {
  const changed = pairs.filter(([before, after]) => before.name !== after.name);
  if (changed.length === 0) return [];
  const newerOf = new Map(pairs.map(([before, after]) => [before.name, after.name]));
  return changed.flatMap(([before, after]) => {
    const isWithinSame =
      before.path.length === 1 && after.path.length === 1
        ? true
        : newerOf.get(parentOf(before)) === parentOf(after) && before.scope === after.scope;
    const isCalledSame = before.path.at(-1) === after.path.at(-1);
    if (isWithinSame && isCalledSame) return [];
    const [was, is] = namesOf(before, after, place);
    const mend =
      place.part === "params"
        ? `Send ${named(is)} instead of ${named(was)}.`
        : `Read ${named(is)} instead of ${named(was)}.`;
    return differ(isWithinSame ? "renamed" : "moved", place, {
      before: { path: was },
      after: { path: is },
      says: `${named(was)} is now ${named(is)}`,
      mend,
      gates: sides.gatesOf(before.field, after.field),
    });
  });
}

/** Those that the newer side has no longer, but for what stands in another one that it has not. */
function gone(
  matching: Matching,
  older: ObjectShape,
  newer: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const all = matching.gone;
  const isParams = place.part === "params";
  const top = ofTheirOwn(all, matching, older, newer);
  return top.map((one) => {
    const was = place.before + one.name;
    const others = standInsFor(one, older, newer, isParams ? "params" : "fields").map(
      ({ name }) => place.after + name,
    );
    const stop = isParams ? `Do not send ${named(was)}` : `Do not read ${named(was)}`;
    const instead = isParams
      ? `Send ${allNamed(others)} instead of ${named(was)}.`
      : `Read ${allNamed(others)} instead of ${named(was)}.`;
    return differ("removed", place, {
      before: { path: was, value: sides.labelBefore(one.field.info.kind) },
      says:
        others.length === 0
          ? `${named(was)} is gone`
          : `${named(was)} is gone; see ${allNamed(others)}`,
      mend: others.length === 0 ? `${stop}: it is gone.` : instead,
      gates: sides.gatesOf(one.field),
    });
  });
}

/** Those that the older side has not. */
function come(
  matching: Matching,
  older: ObjectShape,
  newer: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const top = ofTheirOwn(matching.come, matching, newer, older);
  const bases = top.length === 0 ? [] : attributesOf(newer).map(({ base }) => base);
  return top.map((one) => {
    const { info } = one.field;
    const is = place.after + one.name;
    const isNeeded =
      place.part === "params" &&
      mustBeSent(info) &&
      one.path.length === 1 &&
      // What may be sent under another name as well need not be sent under this one.
      bases.filter((base) => base === one.base).length === 1;
    const label = sides.labelAfter(info.kind);
    return differ("added", place, {
      after: { path: is, value: label },
      says: `${named(is)} is new${isNeeded ? ", and must be sent" : ""}`,
      mend: isNeeded ? `Send ${named(is)}.` : undefined,
      gates: sides.among(older.freed.get(one.field.name)),
    });
  });
}

/**
 * Those of one side that are told of by themselves, and not with what they stand in: an object that
 * the other side has not either, that is of another type there, or a variant that it does not know.
 */
function ofTheirOwn(
  all: readonly Attribute[],
  { pairs }: Matching,
  here: ObjectShape,
  there: ObjectShape,
): readonly Attribute[] {
  return all.filter((one) => {
    const way = parentOf(one);
    const above = attributesOf(here).find(({ name }) => name === way);
    if (!above) return true;
    const pair = pairs.find((both) => both.includes(above));
    const other = pair?.find((side) => side !== above);
    if (!other) return false;
    const [kind, otherKind] = [above, other].map(({ field }) => field.info.kind);
    if (!kind || !otherKind || kindKey(kind) !== kindKey(otherKind)) return false;
    return !kind.arms || attributesOf(there).some(({ scope }) => scope === one.scope);
  });
}

/** The way to what an attribute stands in; of one at the top, nothing. */
function parentOf({ path }: Attribute): string {
  const above = path.slice(0, -1);
  return above
    .map((step, index) => (index === above.length - 1 ? step.replace(/<[^<>]*>$/, "") : step))
    .join(".");
}

function namesOf(before: Attribute, after: Attribute, place: Place): [string, string] {
  return [place.before + before.name, place.after + after.name];
}
