import type { Api, Json } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { Difference } from "../compare/difference.js";
import { diffJson, type JsonDiffLine } from "../diff/json-diff.js";
import { requestLines } from "../diff/request-lines.js";
import type { SubjectRef } from "../model/refs.js";
import type { BeforeAfter, Change } from "./entry.js";
import { isRef } from "./is-ref.js";
import type { SampleSource } from "./sample-source.js";

/** As many as help; what else changed is said in words. */
const MOST_EXAMPLES = 4;
const MOST_LINES = 40;

/** What samples show on either side of a change: only what it is about. */
export function beforeAfterOf(
  { timeline, definitions }: Api,
  samples: SampleSource,
  { gate, differences, affects }: Change,
): readonly BeforeAfter[] {
  const version = timeline.gates.get(gate)?.version ?? "";
  const all = [...timeline.versions, ...timeline.drafts].map(({ name }) => name);
  const before = all[all.indexOf(version) - 1];
  if (before === undefined) return [];
  const found: BeforeAfter[] = [];
  for (const { subject, of, paths } of placesOf(differences, affects, definitions.lists.name)) {
    const shown = [{ subject, of }, ...answersWith(subject, affects, timeline.at(version))].flatMap(
      (one) => {
        const lines = linesOf(samples, one.subject, one.of, paths, before, version);
        return lines.length === 0 ? [] : [{ ...one, lines: shortened(lines) }];
      },
    );
    if (shown[0]) found.push(shown[0]);
    if (found.length === MOST_EXAMPLES) break;
  }
  return found;
}

/** How many methods are asked to show a resource that its own sample does not show. */
const MOST_ASKED = 6;

/** The answers that are a resource as it is. */
function answersWith(
  { on, name }: SubjectRef,
  affects: readonly SubjectRef[],
  contract: Contract | undefined,
): readonly { readonly subject: SubjectRef; readonly of: "response" }[] {
  return affects
    .filter(
      (one) =>
        on === "resource" &&
        one.on === "method" &&
        contract?.methods.get(one.name)?.returns.resource === name,
    )
    .slice(0, MOST_ASKED)
    .map((subject) => ({ subject, of: "response" }));
}

/** Something that samples can show. */
interface Place {
  readonly subject: SubjectRef;
  readonly of: BeforeAfter["of"];
  /** What of it is looked at, by its names on both sides. */
  readonly paths: readonly string[];
}

/** Each subject of differences once for each thing that shows them. */
function placesOf(
  differences: readonly Difference[],
  affects: readonly SubjectRef[],
  lists: string,
): readonly Place[] {
  const places = new Map<string, { subject: SubjectRef; of: Place["of"]; paths: Set<string> }>();
  const put = (subject: SubjectRef, of: Place["of"], paths: readonly string[]) => {
    const key = `${subject.on} ${subject.name} ${of}`;
    const place = places.get(key) ?? { subject, of, paths: new Set<string>() };
    for (const path of paths) place.paths.add(path);
    places.set(key, place);
  };
  const methods = affects.filter(({ on }) => on === "method");
  for (const { subject, part, before, after, kind } of differences) {
    const named = part === "itself" ? [] : [before?.path ?? [], after?.path ?? []].flat();
    const paths = named.length === 0 ? [""] : named.map(withoutVariants);
    // What wraps a page is never there by itself.
    if (!isRef(subject) || subject.name === lists) {
      for (const method of methods) put(method, "response", isRef(subject) ? paths : [""]);
    } else if (subject.on === "method") {
      const of = kind === "list_style" || kind === "returns" ? "response" : "request";
      put(subject, of, part === "fields" ? [""] : paths);
    } else put(subject, "object", paths);
  }
  return [...places.values()].map((place) => ({ ...place, paths: [...place.paths] }));
}

/** Samples show a variant as it is, without saying which one it is: `source<card>.last4`. */
function withoutVariants(path: string): string {
  return path.replace(/<[^>]*>/g, "");
}

function linesOf(
  samples: SampleSource,
  { on, name }: SubjectRef,
  of: Place["of"],
  paths: readonly string[],
  before: string,
  after: string,
): readonly JsonDiffLine[] {
  if (on === "method" && of === "request") {
    const [older, newer] = [before, after].map((at) => samples.methodSample(name, at)?.request);
    return older && newer ? requestLines(older, newer, paths) : [];
  }
  const [older, newer] = [before, after].map((version): Json | undefined => {
    if (on === "method") return samples.methodSample(name, version)?.response.body;
    if (on === "resource") return samples.resourceSample(name, version);
    if (on === "event") return samples.eventSample(name, version);
    return samples.errorSample(name, version);
  });
  // A sample that is missing is no difference.
  if (older === undefined || newer === undefined) return [];
  return diffJson(older, newer, paths);
}

function shortened(lines: readonly JsonDiffLine[]): readonly JsonDiffLine[] {
  if (lines.length <= MOST_LINES) return lines;
  return [
    ...lines.slice(0, MOST_LINES),
    { mark: "skipped", lines: lines.length - MOST_LINES, depth: 0 },
  ];
}
