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
/** How many places are looked at for one that shows a change. */
const MOST_ASKED = 12;

/** What samples show on either side of a change: only what it is about. */
export function beforeAfterOf(
  { timeline, definitions }: Api,
  samples: SampleSource,
  { gate, differences, affects }: Change,
): readonly BeforeAfter[] {
  const version = timeline.gates.get(gate)?.version ?? "";
  const all = [...timeline.versions, ...timeline.drafts].map(({ name }) => name);
  const before = all[all.indexOf(version) - 1];
  const contract = timeline.at(version);
  if (before === undefined || !contract) return [];
  const found: BeforeAfter[] = [];
  for (const { paths, places } of lookedAt(
    differences,
    affects,
    contract,
    definitions.lists.name,
  )) {
    for (const place of places.slice(0, MOST_ASKED)) {
      const lines = linesOf(samples, place, paths, before, version);
      if (lines.length === 0) continue;
      found.push({ ...place, lines: shortened(lines) });
      break;
    }
    if (found.length === MOST_EXAMPLES) break;
  }
  return found;
}

/** Something that samples can show. */
type Place = Pick<BeforeAfter, "subject" | "of">;

/** Paths, and the places that can show them: the first that does is enough. */
interface Looked {
  readonly paths: readonly string[];
  readonly places: readonly Place[];
}

/** What differences are about: each subject's requests, answers or objects once. */
function lookedAt(
  differences: readonly Difference[],
  affects: readonly SubjectRef[],
  contract: Contract,
  lists: string,
): readonly Looked[] {
  const groups = new Map<string, { paths: Set<string>; places: readonly Place[] }>();
  for (const difference of differences) {
    const places = placesOf(difference, affects, contract, lists);
    const [first] = places;
    if (!first) continue;
    const key = `${first.of} ${first.subject.on} ${first.subject.name}`;
    const group = groups.get(key) ?? { paths: new Set<string>(), places };
    for (const path of pathsOf(difference)) group.paths.add(path);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ paths, places }) => ({ paths: [...paths], places }));
}

function pathsOf({ part, before, after }: Difference): readonly string[] {
  const named = part === "itself" ? [] : [before?.path ?? [], after?.path ?? []].flat();
  return named.length === 0 ? [""] : named.map(withoutVariants);
}

/** Samples show a variant as it is, without saying which one it is: `source<card>.last4`. */
function withoutVariants(path: string): string {
  return path.replace(/<[^>]*>/g, "");
}

function placesOf(
  { subject, kind, part }: Difference,
  affects: readonly SubjectRef[],
  { methods }: Contract,
  lists: string,
): readonly Place[] {
  const answers = affects
    .filter(({ on }) => on === "method")
    .map((method): Place => ({ subject: method, of: "response" }));
  // What wraps a page is never there by itself.
  if (!isRef(subject) || subject.name === lists) return answers;
  if (subject.on === "method") {
    const isAnswer = part === "fields" || kind === "list_style" || kind === "returns";
    return [{ subject, of: isAnswer ? "response" : "request" }];
  }
  const asItIs = answers.filter(
    (answer) => methods.get(answer.subject.name)?.returns.resource === subject.name,
  );
  return [{ subject, of: "object" }, ...asItIs];
}

function linesOf(
  samples: SampleSource,
  { subject: { on, name }, of }: Place,
  paths: readonly string[],
  before: string,
  after: string,
): readonly JsonDiffLine[] {
  if (of === "request") {
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
