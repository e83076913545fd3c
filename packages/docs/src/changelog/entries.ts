import type { Api, Version } from "holdfast";
import type { Addition } from "holdfast/floor";
import type { VersionRef } from "../model/refs.js";
import { additionEntries } from "./addition-entries.js";
import type { AmendEntry, Entry, ReleaseEntry, RetirementEntry } from "./entry.js";

/** Everything that was released, newest first; the version before all others is no release. */
export function entriesOf(
  api: Api,
  versions: readonly VersionRef[],
  additions: readonly Addition[],
): readonly Entry[] {
  const { timeline } = api;
  const releases = versions.flatMap((version) => {
    const found = timeline.find(version.name);
    return version.date === undefined || !found ? [] : [releaseOf(version, found)];
  });
  const retirements = timeline.versions.flatMap(retirementsOf);
  const amends = timeline.amendments.map((amendment): AmendEntry => {
    const { date, gate, effect, description, from, to } = amendment;
    return {
      is: "amend",
      id: `amend-${date}-${gate}`,
      date,
      gate,
      effect,
      description,
      from: from ?? undefined,
      to: to ?? undefined,
    };
  });
  const all = [...releases, ...additionEntries(api, additions), ...amends, ...retirements];
  return all
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => compareDays(b.entry, a.entry) || b.index - a.index)
    .map(({ entry }) => entry);
}

/** What is not released, first to be released first. */
export function draftEntries(
  { timeline }: Api,
  versions: readonly VersionRef[],
): readonly ReleaseEntry[] {
  return timeline.drafts.flatMap((draft) => {
    const version = versions.find(({ name }) => name === draft.name);
    return version ? [releaseOf(version, draft)] : [];
  });
}

function releaseOf(version: VersionRef, { gates }: Version): ReleaseEntry {
  return {
    is: "release",
    id: version.name,
    version,
    date: version.status === "draft" ? undefined : version.date,
    gates: gates.map(({ gate }) => gate),
  };
}

function retirementsOf({ name, retirement }: Version): readonly RetirementEntry[] {
  if (!retirement) return [];
  const { deprecated, sunset, after, link } = retirement;
  const entry = (what: RetirementEntry["what"], date: string): RetirementEntry => ({
    is: "retirement",
    id: `${what}-${name}`,
    date,
    version: name,
    what,
    sunset: sunset ?? undefined,
    after,
    link: link ?? undefined,
  });
  return [
    ...(deprecated === null ? [] : [entry("deprecated", deprecated)]),
    ...(sunset === null ? [] : [entry("sunset", sunset)]),
  ];
}

function compareDays(a: Entry, b: Entry): number {
  const [one = "", other = ""] = [a.date, b.date];
  return one < other ? -1 : Number(one > other);
}
