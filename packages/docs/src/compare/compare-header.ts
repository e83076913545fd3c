import type { HeaderShape } from "holdfast/contract";
import { code } from "../text/code.js";
import type { Difference } from "./difference.js";
import { differ, placeOf, type Sides } from "./sides.js";
import { toldBy } from "./told-by.js";

/** What differs about a header of answers. */
export function compareHeader(
  older: HeaderShape | undefined,
  newer: HeaderShape | undefined,
  sides: Sides,
): readonly Difference[] {
  if (older === newer) return [];
  const [was, is] = [older?.name ?? undefined, newer?.name ?? undefined];
  const { name: today, until } = (newer ?? older)?.definition ?? { name: "", until: undefined };
  const place = placeOf({ on: "headers", name: today }, "itself");
  if (was === undefined) {
    if (is === undefined) return [];
    const says = `Answers carry the header ${code(is)} now`;
    return [differ("added", place, { after: { path: is }, says, gates: sides.among() })];
  }
  if (is === undefined) {
    return [
      differ("removed", place, {
        before: { path: was },
        says: `Answers carry the header ${code(was)} no longer`,
        mend: `Do not read the header ${code(was)}.`,
        gates: sides.among(until === undefined ? [] : [until]),
      }),
    ];
  }
  const sidesOf = { before: { path: was }, after: { path: is } };
  const known = new Set(newer?.steps);
  const steps = (older?.steps ?? []).filter((step) => !known.has(step));
  const gates = sides.among(steps.map(({ gate }) => gate));
  return [
    ...(was === is
      ? []
      : [
          differ("renamed", place, {
            ...sidesOf,
            says: `The header ${code(was)} of answers is now ${code(is)}`,
            mend: `Read the header ${code(is)} instead of ${code(was)}.`,
            gates: sides.among(),
          }),
        ]),
    ...(steps.length === 0
      ? []
      : [
          differ("converted", place, {
            ...sidesOf,
            says: `The header ${code(is)} has other values; before: ${toldBy(steps, () => false)}`,
            mend: `Read the header ${code(is)} as it is now.`,
            gates,
          }),
        ]),
  ];
}
