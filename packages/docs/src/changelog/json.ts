import type { DifferenceKind, DifferenceSubject, Side } from "../compare/difference.js";
import type { Prose } from "../model/docs.js";
import type { SubjectRef, VersionRef } from "../model/refs.js";
import type { Changelog } from "./changelog.js";
import type { Change, ChangeKind } from "./entry.js";
import { type ChangelogFilters, NO_FILTERS, type UnknownFilters, unknownIn } from "./filters.js";
import { type SelectedEntry, selectEntries } from "./select.js";

/** The changelog as JSON. Members may be added; those that are there keep their meaning. */
export interface ChangelogJson {
  /** What the document follows; another number would mean another shape. */
  readonly format: 1;
  readonly api: string;
  /** The request header that asks for a version. */
  readonly versionHeader: string;
  /** What was asked for that there is not; left out where there is all of it. */
  readonly unknown?: UnknownFilters;
  /** Newest first. */
  readonly entries: readonly EntryJson[];
}

type EntryJson = {
  /** Unique within the API, and never another: `2015-02-18`, `additions-2026-11-21`. */
  readonly id: string;
  /** The day, in UTC; null for what is not released. */
  readonly date: string | null;
} & (
  | {
      readonly type: "release";
      readonly version: string;
      readonly status: VersionRef["status"];
      /** None for an additive release. */
      readonly changes: readonly ChangeJson[];
    }
  | {
      readonly type: "additions";
      readonly additions: readonly {
        readonly what: string;
        readonly subject: SubjectJson | null;
      }[];
    }
  | {
      readonly type: "amend";
      readonly effect: "revokes" | "grants";
      readonly description: Prose;
      readonly from: string | null;
      readonly to: string | null;
      readonly change: ChangeJson | null;
    }
  | {
      readonly type: "retirement";
      readonly version: string;
      readonly what: "deprecated" | "sunset";
      readonly sunset: string | null;
      readonly after: "error" | "forward";
      readonly link: string | null;
    }
);

/** Something by its name today: `{"type": "method", "name": "charges.create"}`. */
interface SubjectJson {
  readonly type: SubjectRef["on"] | DifferenceSubject["on"];
  readonly name: string;
}

interface ChangeJson {
  readonly gate: string;
  /** Markdown. */
  readonly description: Prose;
  /** Described only: nothing in the API changes with it. */
  readonly planned: boolean;
  readonly kinds: readonly ChangeKind[];
  readonly differences: readonly {
    readonly kind: DifferenceKind;
    readonly subject: SubjectJson;
    readonly part: "params" | "fields" | "itself";
    readonly before: Side | null;
    readonly after: Side | null;
    /** Markdown. */
    readonly says: Prose;
    /** What to do about it: Markdown; null where nothing needs doing. */
    readonly mend: Prose | null;
  }[];
  readonly affects: readonly SubjectJson[];
}

/** The changelog as a JSON text, as far as filters leave it. All of it, without pages. */
export function jsonOf(changelog: Changelog, filters: ChangelogFilters = NO_FILTERS): string {
  const unknown = unknownIn(changelog.api, filters);
  const document: ChangelogJson = {
    format: 1,
    api: changelog.api.name,
    versionHeader: changelog.api.versionHeader,
    ...(unknown && { unknown }),
    entries: selectEntries(changelog, filters).map((one) => entryJson(changelog, one)),
  };
  return JSON.stringify(document);
}

function entryJson(changelog: Changelog, { entry, gates }: SelectedEntry): EntryJson {
  const base = { id: entry.id, date: entry.date ?? null };
  const changes = gates.flatMap((gate) => changelog.change(gate) ?? []).map(changeJson);
  if (entry.is === "release") {
    const { name, status } = entry.version;
    return { ...base, type: "release", version: name, status, changes };
  }
  if (entry.is === "additions") {
    const additions = entry.additions.map(({ what, subject }) => ({
      what,
      subject: subject ? subjectJson(subject) : null,
    }));
    return { ...base, type: "additions", additions };
  }
  if (entry.is === "amend") {
    const { effect, description, from = null, to = null } = entry;
    return { ...base, type: "amend", effect, description, from, to, change: changes[0] ?? null };
  }
  const { version, what, sunset = null, after, link = null } = entry;
  return { ...base, type: "retirement", version, what, sunset, after, link };
}

function changeJson({
  gate,
  description,
  planned,
  kinds,
  differences,
  affects,
}: Change): ChangeJson {
  return {
    gate,
    description,
    planned,
    kinds,
    differences: differences.map(({ kind, subject, part, before, after, says, mend }) => ({
      kind,
      subject: subjectJson(subject),
      part,
      before: before ?? null,
      after: after ?? null,
      says,
      mend: mend ?? null,
    })),
    affects: affects.map(subjectJson),
  };
}

function subjectJson({ on, name }: SubjectRef | DifferenceSubject): SubjectJson {
  return { type: on, name };
}
