import type { Pending } from "./built.js";
import { fieldHappenings } from "./field-happenings.js";
import { methodHappenings } from "./method-happenings.js";
import { paramHappenings } from "./param-happenings.js";
import type { Step } from "./step.js";

/**
 * Lets something happen between a version and the one before: it takes the standing API back, and
 * says the changes. Nothing where it finds nothing that it could happen to.
 */
export type Happening = (step: Step, gate: string) => readonly Pending[];

/** What happens in a history, by the published history's kinds. */
export const happenings: Readonly<Record<string, Happening>> = {
  ...fieldHappenings,
  ...paramHappenings,
  ...methodHappenings,
};
