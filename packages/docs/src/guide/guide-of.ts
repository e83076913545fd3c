import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import { calledAt } from "../changelog/called.js";
import { isRef } from "../changelog/is-ref.js";
import { isToldByAuthor } from "../changelog/is-told-by-author.js";
import type { SampleSource } from "../changelog/sample-source.js";
import { compareContracts } from "../compare/compare.js";
import type { Difference, DifferenceSubject } from "../compare/difference.js";
import { reachableResources, resourceOf } from "../compare/reachable.js";
import type { SubjectRef, VersionRef } from "../model/refs.js";
import { versionsOf } from "../model/versions.js";
import { fillNames } from "../text/fill.js";
import type { Guide, GuideBehaviour, GuideCounts, GuideNote, GuidePart } from "./guide.js";
import { limitsOf } from "./limits.js";
import { samplesBetween } from "./samples.js";

/** With more parts than these on a page, samples are on the pages of single ones. */
const MOST_SAMPLED = 12;

/**
 * What changed for those who move from one version to another: net of the two, so that what was
 * renamed and renamed back is not told.
 *
 * @param only names of methods, resources, events and errors to which it is limited
 * @returns undefined where one of the versions is not known
 */
export function guideOf(
  api: Api,
  samples: SampleSource,
  from: string,
  to: string,
  only: readonly string[] = [],
): Guide | undefined {
  const ends = endsOf(api, from, to);
  if (!ends) return undefined;
  const [older, newer] = ends.versions;
  const sides = ends.contracts;
  const limits = limitsOf(api, sides, only);
  const differences = compareContracts(...sides, api.definitions, limits.includes);
  const behaving = differences.filter(isToldByAuthor);
  const parts = partsOf(
    differences.filter((one) => !isToldByAuthor(one)),
    sides,
  );
  // What wraps a page is never there by itself.
  const isShown = ({ on, name }: DifferenceSubject) =>
    on !== "resource" || resourceOf(name) !== api.definitions.lists.name;
  const isSampled = parts.length <= MOST_SAMPLED;
  return {
    from: older,
    to: newer,
    swapped: ends.swapped,
    only: limits.only,
    unknown: limits.unknown,
    parts: parts.map((part) => ({
      ...part,
      samples:
        isSampled && isShown(part.subject)
          ? samplesBetween(samples, part.subject, older.name, newer.name)
          : [],
      more: !isSampled && isRef(part.subject) && isShown(part.subject),
    })),
    behaviours: behavioursOf(api, behaving, sides[1]),
    described: only.length > 0 ? [] : describedBetween(api, older, newer, sides[1]),
    counts: countsOf(parts, behaving, sides, limits.includes),
  };
}

type Part = Omit<GuidePart, "samples" | "more">;

/** Both versions, the older one first. */
function endsOf(api: Api, from: string, to: string) {
  const { timeline } = api;
  const names = [from, to].map((name) => timeline.find(name)?.name ?? "");
  const swapped = timeline.rank(names[0] ?? "") > timeline.rank(names[1] ?? "");
  if (swapped) names.reverse();
  const known = versionsOf(api);
  const [older, newer] = names.map((name) => known.find((one) => one.name === name));
  const [before, after] = names.map((name) => timeline.at(name));
  if (!older || !newer || !before || !after) return undefined;
  const versions: readonly [VersionRef, VersionRef] = [older, newer];
  const contracts: readonly [Contract, Contract] = [before, after];
  return { versions, contracts, swapped };
}

/** What all requests share stands first. */
const ORDER: readonly DifferenceSubject["on"][] = [
  "wire",
  "headers",
  "method",
  "resource",
  "event",
  "error",
];

function partsOf(
  differences: readonly Difference[],
  [older, newer]: readonly [Contract, Contract],
): readonly Part[] {
  const bySubject = new Map<string, { subject: DifferenceSubject; found: Difference[] }>();
  for (const difference of differences) {
    const { subject } = difference;
    // What all requests, or all answers, share is one part.
    const key = isRef(subject) ? `${subject.on} ${subject.name}` : subject.on;
    const part = bySubject.get(key) ?? { subject, found: [] };
    part.found.push(difference);
    bySubject.set(key, part);
  }
  return [...bySubject.values()]
    .map(
      ({ subject, found }): Part => ({
        subject,
        before: calledBy(older, subject),
        after: calledBy(newer, subject),
        needed: found.filter(({ mend }) => mend !== undefined),
        others: found.filter(({ mend }) => mend === undefined),
      }),
    )
    .sort((a, b) => ORDER.indexOf(a.subject.on) - ORDER.indexOf(b.subject.on));
}

function calledBy(contract: Contract, subject: DifferenceSubject): string {
  if (isRef(subject)) return calledAt(contract, subject);
  return subject.on === "wire" ? "Everything on the wire" : "Headers of answers";
}

/** What is done otherwise, once for each gate, however many methods it is about. */
function behavioursOf(
  api: Api,
  differences: readonly Difference[],
  contract: Contract,
): readonly GuideBehaviour[] {
  const methods = new Map<string, SubjectRef[]>();
  for (const { gates, subject } of differences) {
    for (const gate of gates) {
      const known = methods.get(gate) ?? [];
      if (isRef(subject)) known.push(subject);
      methods.set(gate, known);
    }
  }
  return [...methods].flatMap(([gate, about]) => {
    const note = noteOf(api, gate, contract);
    return note ? [{ ...note, methods: about }] : [];
  });
}

function noteOf({ timeline }: Api, gate: string, contract: Contract): GuideNote | undefined {
  const entry = timeline.gates.get(gate);
  return (
    entry && {
      gate,
      version: entry.version,
      description: fillNames(entry.description, contract),
    }
  );
}

function describedBetween(
  api: Api,
  older: VersionRef,
  newer: VersionRef,
  contract: Contract,
): readonly GuideNote[] {
  const { timeline } = api;
  const all = [...timeline.versions, ...timeline.drafts];
  return all
    .slice(timeline.rank(older.name) + 1, timeline.rank(newer.name) + 1)
    .flatMap(({ gates }) => gates.filter(({ planned }) => planned))
    .flatMap(({ gate }) => noteOf(api, gate, contract) ?? []);
}

function countsOf(
  parts: readonly Part[],
  behaving: readonly Difference[],
  [older, newer]: readonly [Contract, Contract],
  includes: (subject: DifferenceSubject) => boolean,
): GuideCounts {
  const touched = new Set(
    [...parts, ...behaving].map(({ subject: { on, name } }) => `${on} ${resourceOf(name)}`),
  );
  const isUntouched = (on: "method" | "resource", name: string) =>
    includes({ on, name }) && !touched.has(`${on} ${name}`);
  const methods = [...newer.methods].filter(
    ([name, { exists }]) =>
      exists && older.methods.get(name)?.exists && isUntouched("method", name),
  );
  const before = reachableResources(older);
  const resources = [...reachableResources(newer)].filter(
    (name) => name === resourceOf(name) && before.has(name) && isUntouched("resource", name),
  );
  return {
    needed: parts.flatMap(({ needed }) => needed).length,
    others: parts.flatMap(({ others }) => others).length,
    untouched: { methods: methods.length, resources: resources.length },
  };
}
