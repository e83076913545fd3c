import {
  ajvJudges,
  type CheckSettings,
  checkFloors,
  type FloorCheck,
  sourcesOf,
} from "@holdfast/compatibility";
import fc from "fast-check";
import type { Api } from "holdfast";

/** How many texts are made up for each pattern. */
const TEXTS = 20;

/** Checks an API against its floors, with the judges that every command has. */
export function checkApi(
  api: Api,
  settings: Omit<CheckSettings, "judges" | "sources">,
): Promise<FloorCheck> {
  return checkFloors(api, {
    ...settings,
    judges: ajvJudges(matching),
    sources: sourcesOf(api, api.gatesFolder),
  });
}

/** Texts that a pattern describes, the same ones each time. */
function matching(pattern: string): readonly string[] {
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: TEXTS });
}
