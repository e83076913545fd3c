import type { SampleRequest } from "../samples/sample.js";
import type { Changelog } from "./changelog.js";
import type { ReleaseEntry } from "./entry.js";
import type { SampleSource } from "./sample-source.js";

/** How many methods are asked for a sample before it is done without one. */
const MOST_ASKED = 12;

/**
 * A request that shows a release to who sends it: of a method that the release affects, reading
 * rather than writing, with the header that asks for the version.
 */
export function optInRequest(
  changelog: Changelog,
  samples: SampleSource,
  entry: ReleaseEntry,
): SampleRequest | undefined {
  const { api } = changelog;
  const version = entry.version.name;
  const methods = api.timeline.at(version)?.methods;
  const names = new Set(
    changelog
      .changesOf(entry)
      .flatMap(({ affects }) => affects)
      .flatMap(({ on, name }) => (on === "method" && methods?.get(name)?.exists ? [name] : [])),
  );
  const asked = [...names].slice(0, MOST_ASKED);
  const reading = asked.filter((name) => methods?.get(name)?.verb === "GET");
  for (const name of new Set([...reading, ...asked])) {
    const request = samples.methodSample(name, version)?.request;
    if (request) return { ...request, version: { header: api.versionHeader, name: version } };
  }
  return undefined;
}
