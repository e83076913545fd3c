import type { Changelog } from "./changelog.js";
import type { ChangelogFilters } from "./filters.js";
import { type SelectedEntry, selectEntries } from "./select.js";

/** How many changes a page of the list has room for. */
const ROOM = 40;

/** A page of the list, and the way to the others. */
export interface ChangelogPage {
  readonly entries: readonly SelectedEntry[];
  /** What `before` has to be for the next older page; undefined on the last one. */
  readonly older: string | undefined;
  /** Whether newer entries stand on other pages. */
  readonly isNewest: boolean;
  /** Each year that has anything, newest first, with what `before` has to be to start with it. */
  readonly years: readonly {
    readonly year: string;
    readonly changes: number;
    readonly before: string;
  }[];
  /** How many changes there are on all pages. */
  readonly total: number;
}

/** Fills a page with entries; those of one day stay together. */
export function pageOf(changelog: Changelog, filters: ChangelogFilters): ChangelogPage {
  const all = selectEntries(changelog, { ...filters, before: undefined });
  const { before } = filters;
  const left =
    before === undefined ? all : all.filter(({ entry }) => (entry.date ?? before) < before);
  let room = ROOM;
  let end = 0;
  let day: string | undefined;
  for (const { entry, gates } of left) {
    if (room <= 0 && entry.date !== day) break;
    room -= Math.max(1, gates.length);
    day = entry.date;
    end += 1;
  }
  return {
    entries: left.slice(0, end),
    older: end < left.length ? day : undefined,
    isNewest: left.length === all.length,
    years: yearsOf(all),
    total: all.reduce((sum, one) => sum + weightOf(one), 0),
  };
}

/** How many changes an entry tells of; an additive release is one. */
function weightOf({ entry, gates }: SelectedEntry): number {
  if (entry.is === "additions") return entry.additions.length;
  return Math.max(1, gates.length);
}

function yearsOf(entries: readonly SelectedEntry[]): ChangelogPage["years"] {
  const years = new Map<string, number>();
  for (const one of entries) {
    const year = one.entry.date?.slice(0, 4);
    if (year !== undefined) years.set(year, (years.get(year) ?? 0) + weightOf(one));
  }
  return [...years].map(([year, changes]) => ({
    year,
    changes,
    before: String(Number(year) + 1).padStart(4, "0"),
  }));
}
