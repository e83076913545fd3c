import type { SampleSource } from "../changelog/sample-source.js";
import type { DifferenceSubject } from "../compare/difference.js";
import { diffJson } from "../diff/json-diff.js";
import { requestLines } from "../diff/request-lines.js";
import type { GuideSample } from "./guide.js";

/** What the samples of something show at two versions, where they show a difference. */
export function samplesBetween(
  samples: SampleSource,
  subject: DifferenceSubject,
  from: string,
  to: string,
): readonly GuideSample[] {
  return sidesOf(samples, subject, from, to).filter(({ lines }) => lines.length > 0);
}

function sidesOf(
  samples: SampleSource,
  { on, name }: DifferenceSubject,
  from: string,
  to: string,
): readonly GuideSample[] {
  if (on === "wire" || on === "headers") return [];
  if (on === "method") {
    const before = samples.methodSample(name, from);
    const after = samples.methodSample(name, to);
    if (!before || !after) return [];
    return [
      { of: "request", lines: requestLines(before.request, after.request) },
      { of: "response", lines: diffJson(before.response.body, after.response.body) },
    ];
  }
  const [before, after] = [from, to].map((version) => {
    if (on === "resource") return samples.resourceSample(name, version);
    if (on === "event") return samples.eventSample(name, version);
    return samples.errorSample(name, version);
  });
  // A sample that is missing is no difference.
  const isBoth = before !== undefined && after !== undefined;
  return [{ of: "object", lines: isBoth ? diffJson(before, after) : [] }];
}
