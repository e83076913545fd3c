import type { SubjectRef } from "../model/refs.js";
import type { Changelog } from "./changelog.js";
import type { Change, Entry } from "./entry.js";
import { type ChangelogFilters, isFiltering } from "./filters.js";

/** An entry with what filters left of it. */
export interface SelectedEntry {
  readonly entry: Entry;
  /** The gates of a release or an amend that are looked at. */
  readonly gates: readonly string[];
}

/** What filters leave of a changelog, newest first; drafts first of all, where they are asked for. */
export function selectEntries(
  changelog: Changelog,
  filters: ChangelogFilters,
): readonly SelectedEntry[] {
  const drafts = filters.preview ? [...changelog.drafts].reverse() : [];
  return [...drafts, ...changelog.entries].flatMap((entry) => {
    const { before } = filters;
    if (before !== undefined && (entry.date ?? before) >= before) return [];
    const selected = isFiltering(filters)
      ? selectEntry(changelog, entry, filters)
      : { entry, gates: gatesOf(entry) };
    return selected ? [selected] : [];
  });
}

function gatesOf(entry: Entry): readonly string[] {
  if (entry.is === "release") return entry.gates;
  return entry.is === "amend" ? [entry.gate] : [];
}

function selectEntry(
  changelog: Changelog,
  entry: Entry,
  filters: ChangelogFilters,
): SelectedEntry | undefined {
  if (entry.is === "release") {
    const gates = entry.gates.filter((gate) => {
      const change = changelog.change(gate);
      return change !== undefined && fits(filters, change.kinds, change.affects);
    });
    return gates.length === 0 ? undefined : { entry, gates };
  }
  if (entry.is === "amend") {
    const { kinds, affects } = changelog.change(entry.gate) ?? NOTHING;
    const all: Change["kinds"] = ["amend", ...kinds];
    return fits(filters, all, affects) ? { entry, gates: [entry.gate] } : undefined;
  }
  if (entry.is === "retirement") {
    return fits(filters, ["retirement"], []) ? { entry, gates: [] } : undefined;
  }
  const additions = entry.additions.filter(({ subject }) =>
    fits(filters, ["addition"], subject ? [subject] : []),
  );
  return additions.length === 0 ? undefined : { entry: { ...entry, additions }, gates: [] };
}

const NOTHING: Pick<Change, "kinds" | "affects"> = { kinds: [], affects: [] };

function fits(
  { resources, methods, kinds }: ChangelogFilters,
  found: Change["kinds"],
  affects: readonly SubjectRef[],
): boolean {
  const has = (on: SubjectRef["on"], names: readonly string[]) =>
    names.length === 0 || affects.some((one) => one.on === on && names.includes(one.name));
  return (
    has("resource", resources) &&
    has("method", methods) &&
    (kinds.length === 0 || found.some((kind) => kinds.includes(kind)))
  );
}
