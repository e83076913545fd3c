import type { Change } from "holdfast";
import type { Built, Pending } from "./built.js";
import { happenings } from "./happenings.js";
import type { ApiPlan } from "./plan.js";
import type { Random } from "./random.js";
import { standingToday } from "./standing.js";
import { Step } from "./step.js";

/** A version of a made-up past and its gates. */
export interface PastVersion {
  readonly name: string;
  readonly gates: readonly PastGate[];
}

/** A gate of a made-up past. */
export interface PastGate {
  readonly gate: string;
  readonly description: string;
  changes(built: Built): readonly Change[];
}

/** How many changes of each kind the published history has over its 104 versions. */
const MIX: Readonly<Record<string, number>> = {
  field_renamed: 39,
  behaviour_changed: 38,
  field_removed: 31,
  field_type_changed: 21,
  validation_tightened: 20,
  enum_value_added: 19,
  field_nested: 16,
  param_removed: 14,
  default_changed: 13,
  field_moved: 9,
  enum_renamed: 9,
  param_required: 8,
  expandable_changed: 7,
  error_code_changed: 7,
  field_added: 6,
  event_type_changed: 6,
  param_renamed: 5,
  list_shape_changed: 5,
  error_status_changed: 4,
  enum_value_removed: 4,
  validation_loosened: 3,
  endpoint_moved: 3,
  endpoint_added: 3,
  endpoint_removed: 2,
  param_type_changed: 1,
  param_added: 1,
};
const VERSIONS_OF_MIX = 104;

/**
 * Makes up a past of so many versions, genesis included, with the published history's mix of
 * changes. Walks back from today; what only old versions have is added to the plan.
 */
export function makePast(plan: ApiPlan, versions: number, random: Random): PastVersion[] {
  const standing = standingToday(plan);
  const steps = versions - 1;
  const bag = random.shuffled(
    Object.entries(MIX).flatMap(([kind, count]) =>
      Array.from({ length: Math.round((count * versions) / VERSIONS_OF_MIX) }, () => kind),
    ),
  );
  const past: PastVersion[] = [];
  for (let step = steps; step > 0; step--) {
    const kinds = bag.slice(
      Math.floor(((step - 1) * bag.length) / steps),
      Math.floor((step * bag.length) / steps),
    );
    const name = dateOf(step);
    const gates = gatesOf(kinds, new Step(standing, random, step));
    past.unshift({ name, gates });
  }
  return [{ name: "genesis", gates: [] }, ...past];
}

function gatesOf(kinds: readonly string[], step: Step): PastGate[] {
  return kinds.map((kind, index) => {
    const gate = `${kind}_${step.number}_${index + 1}`;
    const pending = happen(kind, gate, step);
    return {
      gate,
      description: `${kind.replaceAll("_", " ")}, the way it was before.`,
      changes: (built) => pending.map((one) => one(built)),
    };
  });
}

/** Lets a kind of change happen; where there is nothing left that it could happen to, logic changes. */
function happen(kind: string, gate: string, step: Step): readonly Pending[] {
  const happening = happenings[kind];
  if (!happening) throw new TypeError(`nothing is known of the kind ${kind}`);
  const found = happening(step, gate);
  return found.length > 0 ? found : (happenings.behaviour_changed?.(step, gate) ?? []);
}

const FIRST_DAY = Date.UTC(2011, 5, 21);
const DAYS_BETWEEN = 11;
const DAY = 86_400_000;

function dateOf(step: number): string {
  return new Date(FIRST_DAY + step * DAYS_BETWEEN * DAY).toISOString().slice(0, 10);
}
