import type { Api, Version } from "holdfast";
import { isLive } from "holdfast";
import type { VersionRef } from "./refs.js";

/**
 * Every version of an API, oldest first, drafts last.
 *
 * @param now in milliseconds since 1970
 */
export function versionsOf({ timeline }: Api, now = Date.now()): readonly VersionRef[] {
  const newest = timeline.versions.at(-1);
  const today = new Date(now).toISOString().slice(0, 10);
  const released = timeline.versions.map((version): VersionRef => {
    const { sunset = null } = version.retirement ?? {};
    const status = version === newest ? "newest" : statusOf(version, now, today);
    return {
      name: version.name,
      date: dateOf(version.name),
      status,
      ...(sunset !== null && { sunset }),
    };
  });
  const drafts = timeline.drafts.map(
    ({ name }): VersionRef => ({ name, date: undefined, status: "draft" }),
  );
  return [...released, ...drafts];
}

function statusOf(version: Version, now: number, today: string): VersionRef["status"] {
  if (!isLive(version, now)) return "sunset";
  const { deprecated = null, sunset = null } = version.retirement ?? {};
  const isAdvisedAgainst = deprecated !== null && deprecated <= today;
  return isAdvisedAgainst || sunset !== null ? "deprecated" : "live";
}

/** The day that a version's name begins with; genesis has none. */
function dateOf(name: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
}
