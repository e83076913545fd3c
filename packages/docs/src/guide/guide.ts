import type { Difference, DifferenceSubject } from "../compare/difference.js";
import type { JsonDiffLine } from "../diff/json-diff.js";
import type { Prose } from "../model/docs.js";
import type { SubjectRef, VersionRef } from "../model/refs.js";

/** What somebody has to know who moves from one version to another. Net of the two ends. */
export interface Guide {
  readonly from: VersionRef;
  readonly to: VersionRef;
  /** Whether the versions were asked for in the other order. */
  readonly swapped: boolean;
  /** What it is limited to, by names today; empty where it is about everything. */
  readonly only: readonly SubjectRef[];
  /** Names to which it should be limited that neither version knows. */
  readonly unknown: readonly string[];
  /** What changed, by what it is about: first what all requests share, then methods and so on. */
  readonly parts: readonly GuidePart[];
  readonly behaviours: readonly GuideBehaviour[];
  /** Changes between the two that are described, but that nothing shows; none where it is limited. */
  readonly described: readonly GuideNote[];
  readonly counts: GuideCounts;
}

export interface GuideCounts {
  /** Differences that code has to follow. */
  readonly needed: number;
  /** Differences that code can leave alone. */
  readonly others: number;
  /** Methods and resources that are on both sides what they were. */
  readonly untouched: { readonly methods: number; readonly resources: number };
}

/** What changed about one thing. */
export interface GuidePart {
  readonly subject: DifferenceSubject;
  /** How callers know it on either side. */
  readonly before: string;
  readonly after: string;
  /** What code has to follow: each has a mend. */
  readonly needed: readonly Difference[];
  readonly others: readonly Difference[];
  /** What samples show on either side; empty where they show nothing, or were left out. */
  readonly samples: readonly GuideSample[];
  /** Whether samples were left out, because there is too much else on the page. */
  readonly more: boolean;
}

export interface GuideSample {
  readonly of: "request" | "response" | "object";
  readonly lines: readonly JsonDiffLine[];
}

/** A change on the way, in the author's sentence. */
export interface GuideNote {
  readonly gate: string;
  /** The version that it came with. */
  readonly version: string;
  readonly description: Prose;
}

/** Something that is done otherwise, though no request and no answer looks different. */
export interface GuideBehaviour extends GuideNote {
  /** The methods that it is about. */
  readonly methods: readonly SubjectRef[];
}
