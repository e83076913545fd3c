import { type EventShape, typesOfEvent } from "holdfast/contract";
import { code } from "../text/code.js";
import type { Difference } from "./difference.js";
import { differ, placeOf, type Sides } from "./sides.js";

/** What differs in how an event is called, and in whether it is sent. */
export function compareEvent(
  older: EventShape | undefined,
  newer: EventShape | undefined,
  sides: Sides,
): readonly Difference[] {
  if (older === newer) return [];
  const [was, is] = [older, newer].map((event) => (event ? typesOfEvent(event) : []));
  if (!was || !is) return [];
  const type = (older ?? newer)?.definition.type ?? "";
  const place = placeOf({ on: "event", name: type }, "itself");
  const gates = sides.among(older?.via);
  const gone = was.filter((name) => !is.includes(name));
  const come = is.filter((name) => !was.includes(name));
  const instead = come[0] ?? is.at(-1);
  return [
    ...gone.map((name) =>
      instead === undefined
        ? differ("removed", place, {
            before: { path: name },
            says: `${code(name)} is no longer sent`,
            mend: `Do not wait for ${code(name)}: it is gone.`,
            gates,
          })
        : differ("renamed", place, {
            before: { path: name },
            after: { path: instead },
            says: `${code(name)} is now ${code(instead)}`,
            mend: `Listen for ${code(instead)} instead of ${code(name)}.`,
            gates,
          }),
    ),
    ...come
      .filter((name) => gone.length === 0 || name !== instead)
      .map((name) =>
        differ("added", place, { after: { path: name }, says: `${code(name)} is sent now`, gates }),
      ),
    ...(gone.length + come.length === 0 && older && newer ? guards(older, newer, sides) : []),
  ];
}

/** The same names, for other objects. */
function guards(older: EventShape, newer: EventShape, sides: Sides): readonly Difference[] {
  const [was, is] = [guardsOf(older), guardsOf(newer)];
  if (was === is) return [];
  const { type } = newer.definition;
  return [
    differ("converted", placeOf({ on: "event", name: type }, "itself"), {
      before: { path: type },
      after: { path: type },
      says: `Which objects ${code(type)} is sent for, and under which name, is told otherwise now`,
      mend: `Look at the object that ${code(type)} is about.`,
      gates: sides.among(older.via),
    }),
  ];
}

function guardsOf({ names }: EventShape): string {
  return JSON.stringify(names.map(({ type, when }) => [type, when?.by, when?.is]));
}
