import { ajvJudges, asText, checkFloors, sourcesOf } from "@holdfast/compatibility";
import { contractsFolder } from "holdfast/floor";
import { expect, test } from "vitest";
import { api } from "./app.js";

test("every version is served as it was released", async () => {
  const check = await checkFloors(api, {
    folder: contractsFolder(api.historyFile),
    judges: ajvJudges(() => []),
    sources: sourcesOf(api, api.gatesFolder),
  });
  expect(asText(check, { root: process.cwd(), all: true })).toBe(
    `Safe: what ${api.timeline.versions.length} versions promised is served.`,
  );
});
