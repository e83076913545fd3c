import type { Difference } from "../compare/difference.js";
import type { JsonDiffLine } from "../diff/json-diff.js";
import type { Prose } from "../model/docs.js";
import type { SubjectRef, VersionRef } from "../model/refs.js";

/** What a change is, as readers look for it; what came without a gate, and what a version's end is. */
export const CHANGE_KINDS = [
  "field",
  "param",
  "value",
  "method",
  "resource",
  "event",
  "error",
  "list",
  "header",
  "format",
  "behaviour",
  "addition",
  "amend",
  "retirement",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a gate did when it ended: the smallest thing that an integrator can act on. */
export interface Change {
  /** The name of the legacy behaviour that ended; unique in the API's whole history. */
  readonly gate: string;
  /** The author's sentence: Markdown, in the names of the version that it came with. */
  readonly description: Prose;
  /** Described, but not built: nothing in the API changes with it. */
  readonly planned: boolean;
  readonly kinds: readonly ChangeKind[];
  /** What exactly changed. */
  readonly differences: readonly Difference[];
  /** For whom: methods, resources, events and errors, also those that only contain what changed. */
  readonly affects: readonly SubjectRef[];
  /** What integrators have to do when they upgrade, a sentence of Markdown each. */
  readonly mends: readonly Prose[];
}

/** Something on either side of a change, as a sample shows it. */
export interface BeforeAfter {
  readonly subject: SubjectRef;
  /** What is shown: a request, what is answered, an object wherever it stands. */
  readonly of: "request" | "response" | "object";
  /** The lines that differ, in what they stand in. */
  readonly lines: readonly JsonDiffLine[];
}

/** A version that was released, or that will be. */
export interface ReleaseEntry {
  readonly is: "release";
  /** The entry's id on a page, and in feeds: unique, and never another. */
  readonly id: string;
  readonly version: VersionRef;
  /** Undefined for drafts. */
  readonly date: string | undefined;
  /** The gates that ended with it, in the author's order; none for an additive release. */
  readonly gates: readonly string[];
}

/** What came on a day without a gate, at every version that could have it. */
export interface AdditionsEntry {
  readonly is: "additions";
  readonly id: string;
  readonly date: string;
  /** What was added, for people, and what it is part of, where that has a page. */
  readonly additions: readonly {
    readonly what: string;
    readonly subject: SubjectRef | undefined;
  }[];
}

/** A correction of versions that were out already. */
export interface AmendEntry {
  readonly is: "amend";
  readonly id: string;
  readonly date: string;
  readonly gate: string;
  /** Whether versions lost the legacy behaviour or got it back. */
  readonly effect: "revokes" | "grants";
  readonly description: Prose;
  /** The first and the last version that it changed; undefined where nothing bounds it. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A version is advised against, or no longer served. */
export interface RetirementEntry {
  readonly is: "retirement";
  readonly id: string;
  readonly date: string;
  readonly version: string;
  readonly what: "deprecated" | "sunset";
  /** When a version that is advised against will no longer be served. */
  readonly sunset: string | undefined;
  /** What callers get after the sunset: an error, or the next version that lives. */
  readonly after: "error" | "forward";
  /** A page for those who are held at it. */
  readonly link: string | undefined;
}

export type Entry = ReleaseEntry | AdditionsEntry | AmendEntry | RetirementEntry;
