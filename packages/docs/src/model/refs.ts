/** A version as pages name it. */
export interface VersionRef {
  /** As callers send it: `2014-09-08`, `2024-09-30.acacia`, `genesis`, or a draft's name. */
  readonly name: string;
  /** The day on which it was released, `2014-09-08`; undefined for genesis and for drafts. */
  readonly date: string | undefined;
  readonly status: "newest" | "live" | "deprecated" | "sunset" | "draft";
  /** From when on it is no longer served as it was: `2027-01-01`. */
  readonly sunset?: string;
}

/** What has a page of its own. `name` is today's, in the definitions: it does not hang on the version. */
export interface SubjectRef {
  readonly on: "method" | "resource" | "event" | "error";
  readonly name: string;
}

/** A legacy behaviour that plays a part in what is shown. */
export interface GateNote {
  readonly gate: string;
  /** The version that ended it; callers of that version and newer ones do not have it. */
  readonly endedIn: string;
  /** The author's sentence about what changed then: Markdown. */
  readonly description: string;
}

/** From when to when something exists, and how it was called. Additions count from their release. */
export interface Life {
  /** The first version that has it; undefined where the oldest one does. */
  readonly since: string | undefined;
  /** The first version that has it no longer; undefined where the newest one has it. */
  readonly until: string | undefined;
  /** Every name that it had, oldest first: for attributes the whole path, `source.last4`. */
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** The day on which it came without a gate, from the ledger of additions: shown at every version. */
  readonly addedOn: string | undefined;
  /** What took its place where it went: caller's paths at the version that has it no longer. */
  readonly replacedBy: readonly string[];
}
