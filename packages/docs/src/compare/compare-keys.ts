import type { ObjectShape } from "holdfast/contract";
import type { Difference } from "./difference.js";
import { matched } from "./matching.js";
import { named } from "./named.js";
import { differ, type Place, type Sides } from "./sides.js";

/** What differs in how unknown keys of params are met. */
export function compareKeys(
  older: ObjectShape,
  newer: ObjectShape,
  place: Place,
  sides: Sides,
): readonly Difference[] {
  if (place.part !== "params") return [];
  return matched(older, newer).pairs.flatMap(([before, after]) => {
    if (!after.field.info.kind.shape) return [];
    const was = before.field.info.kind.shape?.unknownKeys;
    const is = after.field.info.kind.shape?.unknownKeys;
    if (was === is) return [];
    const path = place.after + after.name;
    const refused = (is ?? sides.newer.wire.unknownParams) === "refused";
    if (refused === ((was ?? sides.older.wire.unknownParams) === "refused")) return [];
    return differ("unknown_keys", place, {
      before: { path: place.before + before.name, value: refused ? "ignored" : "refused" },
      after: { path, value: refused ? "refused" : "ignored" },
      says: `Unknown keys in ${named(path)} are ${refused ? "refused now; they were ignored" : "ignored now; they were refused"}`,
      mend: refused ? `Send only keys of ${named(path)} that are documented.` : undefined,
      gates: sides.gatesOf(before.field, after.field),
    });
  });
}
