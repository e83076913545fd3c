import type { Change, What } from "../change.js";
import { baseOf } from "../root-causes.js";

/** What old versions do, as the end of a gate's name. */
const ENDINGS: Readonly<Record<What, (place: string, change: Change) => string>> = {
  method: (place) => `has_${place}`,
  name: (place) => `${place}_is_called_so`,
  route: (place) => `${place}_is_at_old_route`,
  keys: (place) => `${place}_takes_other_keys`,
  checks: (place, { names }) => `${place}_skips_${names.join("_and_")}`,
  groups: (place) => `${place}_takes_other_groups`,
  status: (place, { before }) => `${place}_is_${String(before)}`,
  returns: (place) => `${place}_returns_otherwise`,
  aspect: (place, { names }) => `${place}_has_other_${names.join("_")}`,
  field: (place, { before }) => (before === undefined ? `${place}_is_optional` : place),
  renamed: (place) => place,
  type: (place) => `${place}_has_other_type`,
  values: (place) => `${place}_has_other_values`,
  limits: (place) => `${place}_has_other_limits`,
  optional: (place, { sent }) => `${place}_is_${sent === "narrower" ? "optional" : "required"}`,
  nullable: (place, { now }) => `${place}_is_${now === true ? "never_null" : "nullable"}`,
  default: (place) => `${place}_has_other_default`,
  expansion: (place) => `${place}_is_always_shown`,
  audience: (place) => `${place}_is_shown_to_all`,
  unknown_keys: (place) => `${place}_ignores_unknown_keys`,
  error: (place) => `answers_${place}`,
  event: (place) => `sends_${place}`,
  event_object: (place) => `${place}_has_other_object`,
  header: (place) => `sends_${place}`,
  wire: (place) => `${place}_was_otherwise`,
};

/** A name for the legacy behaviour, that no other gate has. */
export function gateName(change: Change, taken: ReadonlySet<string>): string {
  const { owner, path, what } = change;
  const verb = owner.kind === "method" ? "takes" : "has";
  const isThere = what === "field" || what === "renamed";
  const words =
    path.length === 0 ? [baseOf(owner)] : [baseOf(owner), ...(isThere ? [verb] : []), ...path];
  const place = ENDINGS[what](snake(words.join("_")), change);
  const name = snake(/^[a-z]/.test(snake(place)) ? place : `had_${place}`);
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}_${count}`;
    if (!taken.has(tried)) return tried;
  }
}

function snake(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}
