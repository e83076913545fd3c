import type { ObjectShape } from "holdfast/contract";
import { code, codes } from "../text/code.js";
import type { Attribute } from "./attributes.js";
import { compareAttribute } from "./compare-attribute.js";
import { compareKeys } from "./compare-keys.js";
import type { Difference } from "./difference.js";
import { type Matching, matched } from "./matching.js";
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
    ...matching.pairs.flatMap(([before, after]) => compareAttribute(before, after, place, sides)),
    ...gone(matching, older, newer, place, sides),
    ...come(matching, older, place, sides),
  ];
}

/** Those that are called, or stand, otherwise; what stands in them goes along. */
function renamed({ pairs }: Matching, place: Place, sides: Sides): readonly Difference[] {
  const newerOf = new Map(pairs.map(([before, after]) => [before.name, after.name]));
  return pairs.flatMap(([before, after]) => {
    const isWithinSame =
      before.path.length === 1 && after.path.length === 1
        ? true
        : newerOf.get(parentOf(before)) === parentOf(after) && before.scope === after.scope;
    const isCalledSame = before.path.at(-1) === after.path.at(-1);
    if (isWithinSame && isCalledSame) return [];
    const [was, is] = namesOf(before, after, place);
    const mend =
      place.part === "params"
        ? `Send ${code(is)} instead of ${code(was)}.`
        : `Read ${code(is)} instead of ${code(was)}.`;
    return differ(isWithinSame ? "renamed" : "moved", place, {
      before: { path: was },
      after: { path: is },
      says: `${code(was)} is now ${code(is)}`,
      mend,
      gates: sides.gatesOf(before.field, after.field),
    });
  });
}

/** Those that the newer side has no longer, but for what stands in another one that it has not. */
function gone(
  { gone: all }: Matching,
  older: ObjectShape,
  newer: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const names = new Set(all.map(({ name }) => name));
  const isParams = place.part === "params";
  const top = all.filter((one) => !names.has(parentOf(one)));
  return top.map((one) => {
    const was = place.before + one.name;
    const others = standInsFor(one, older, newer, isParams ? "params" : "fields").map(
      ({ name }) => place.after + name,
    );
    const stop = isParams ? `Do not send ${code(was)}` : `Do not read ${code(was)}`;
    const instead = isParams
      ? `Send ${codes(others, "and")} instead of ${code(was)}.`
      : `Read ${codes(others, "and")} instead of ${code(was)}.`;
    return differ("removed", place, {
      before: { path: was, value: sides.labelBefore(one.field.info.kind) },
      says:
        others.length === 0
          ? `${code(was)} is gone`
          : `${code(was)} is gone; see ${codes(others, "and")}`,
      mend: others.length === 0 ? `${stop}; nothing took its place.` : instead,
      gates: sides.gatesOf(one.field),
    });
  });
}

/** Those that the older side has not. */
function come(
  { come: all }: Matching,
  older: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const names = new Set(all.map(({ name }) => name));
  const top = all.filter((one) => !names.has(parentOf(one)));
  return top.map((one) => {
    const { info } = one.field;
    const is = place.after + one.name;
    const isNeeded =
      place.part === "params" &&
      !info.optional &&
      info.default === undefined &&
      one.path.length === 1;
    const label = sides.labelAfter(info.kind);
    return differ("added", place, {
      after: { path: is, value: label },
      says: `${code(is)} is new${isNeeded ? ", and must be sent" : ""}`,
      mend: isNeeded ? `Send ${code(is)}.` : undefined,
      gates: sides.among(older.freed.get(one.field.name)),
    });
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
