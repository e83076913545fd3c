import type { Path } from "../definition/path.js";

/** What a version says of one of head's params where its callers do not. */
export interface Preset {
  /** Where the param stands in head. */
  readonly target: Path;
  readonly value: unknown;
  /** Whether calling the method says it: of a dispatched method, what is the same for every call. */
  readonly isSaid: boolean;
  /** Gates whose changes say so. */
  readonly via: readonly string[];
}

/** A preset's key among those of a method: what an older version says takes its place. */
export function presetKey(target: Path): string {
  return target.join(".");
}
