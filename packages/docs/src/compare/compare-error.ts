import type { ErrorShape } from "holdfast/contract";
import { code } from "../text/code.js";
import { errorsAnswered } from "./answered-errors.js";
import { compareShapes } from "./compare-shapes.js";
import type { Difference } from "./difference.js";
import { resourceOf } from "./reachable.js";
import { differ, type Place, placeOf, type Sides } from "./sides.js";

/** What differs about an error, or, for `error@method`, about what one method answers for it. */
export function compareError(key: string, sides: Sides): readonly Difference[] {
  const name = resourceOf(key);
  const [was, is] = [sides.older, sides.newer].map((contract) =>
    errorsAnswered(contract).has(name),
  );
  const [older, newer] = [sides.older, sides.newer].map(
    ({ errors }) => errors.get(key) ?? errors.get(name),
  );
  if (!older || !newer || older === newer) return [];
  const method = key.slice(name.length + 1);
  const note = method === "" ? "" : ` (where ${code(method)} answers it)`;
  const place: Place = { ...placeOf({ on: "error", name }, "itself"), note };
  const answered = answeredAs(older, newer, place, sides);
  // What is not answered on one side has nothing there that it could be compared with.
  if (!was || !is || older.answersAs || newer.answersAs) return answered;
  return [
    ...answered,
    ...status(older, newer, place, sides),
    ...compareShapes(older.shape, newer.shape, { ...place, part: "fields" }, sides),
  ];
}

/** What differs about an error at one method, less what is so everywhere. */
export function compareErrorAt(
  key: string,
  own: readonly Difference[],
  sides: Sides,
): readonly Difference[] {
  const known = new Set(own.map(textOf));
  return compareError(key, sides).filter((one) => !known.has(textOf(one)));
}

function textOf({ kind, before, after }: Difference): string {
  return JSON.stringify([kind, before, after]);
}

function answeredAs(
  older: ErrorShape,
  newer: ErrorShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  const { name } = older.definition;
  const [was, is] = [older, newer].map(({ answersAs }) => answersAs?.error ?? name);
  if (was === undefined || is === undefined || was === is) return [];
  return [
    differ("error", place, {
      before: { path: was },
      after: { path: is },
      says: `Where ${code(was)} was answered, ${code(is)} is now`,
      mend: `Handle ${code(is)} as you did ${code(was)}.`,
      gates: sides.among(),
    }),
  ];
}

function status(
  older: ErrorShape,
  newer: ErrorShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  if (older.status === newer.status) return [];
  return [
    differ("status", place, {
      before: { path: undefined, value: older.status },
      after: { path: undefined, value: newer.status },
      says: `${code(older.definition.name)} has the status ${newer.status} now; it was ${older.status}`,
      mend: `Look for ${newer.status} instead of ${older.status}.`,
      gates: sides.among(),
    }),
  ];
}
