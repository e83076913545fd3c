import type { Prose } from "../model/docs.js";
import { code, codes } from "../text/code.js";
import type { AmendEntry, ChangeKind, Entry, RetirementEntry } from "./entry.js";
import { type ChangelogFilters, isFiltering, type UnknownFilters } from "./filters.js";

/** Kinds as readers choose them. */
export const KIND_LABELS: Readonly<Record<ChangeKind, string>> = {
  field: "Fields",
  param: "Params",
  value: "Enum values",
  method: "Methods and routes",
  resource: "Resources",
  event: "Events",
  error: "Errors",
  list: "Lists",
  header: "Headers",
  format: "Wire format",
  behaviour: "Behaviour",
  addition: "Additions",
  amend: "Corrections",
  retirement: "Ends of versions",
};

/** What stands over an entry. Plain text. */
export function titleOf(entry: Entry): string {
  if (entry.is === "release") return entry.version.name;
  if (entry.is === "additions") return `${entry.date}: additions at every version`;
  if (entry.is === "amend") return `${entry.date}: correction of released versions`;
  const what = entry.what === "deprecated" ? "is deprecated" : "is no longer served";
  return `${entry.date}: version ${entry.version} ${what}`;
}

/** What an entry of a version's end says: Markdown. */
export function retirementWords({
  version,
  what,
  date,
  sunset,
  after,
  link,
}: RetirementEntry): Prose {
  const ends =
    after === "error"
      ? "requests that ask for it, and those of accounts that are held at it, get an error"
      : "its callers are served the next version that lives";
  const more = link === undefined ? "" : ` [What to do](${link}).`;
  if (what === "sunset") {
    return `From ${date} on, version ${code(version)} is no longer served: ${ends}.${more}`;
  }
  const then = sunset === undefined ? "" : ` From ${sunset} on, ${ends}.`;
  return `Version ${code(version)} is deprecated: move to a newer one.${then}${more}`;
}

/** Which versions an amend is about: Markdown. */
export function amendReach({ effect, from, to }: AmendEntry): Prose {
  const all = effect === "revokes" ? "every version that had it" : "every version that lost it";
  if (from === undefined && to === undefined) return `This holds for ${all}.`;
  if (from === to) return `This holds for version ${code(from ?? "")}.`;
  if (from === undefined) return `This holds for versions up to ${code(to ?? "")}.`;
  if (to === undefined) return `This holds for versions from ${code(from)} on.`;
  return `This holds for versions ${code(from)} to ${code(to)}.`;
}

/** What a release without gates says. */
export const ADDITIVE = "An additive release: nothing that old integrations could notice.";

/** What is said of filters that ask for what there is not: sentences of Markdown. */
export function unknownWords(unknown: UnknownFilters | undefined): readonly Prose[] {
  const { methods = [], resources = [], kinds = [] } = unknown ?? {};
  return [
    ...(methods.length === 0 ? [] : [`No method is called ${codes(methods)} today.`]),
    ...(resources.length === 0 ? [] : [`No resource is called ${codes(resources)} today.`]),
    ...(kinds.length === 0 ? [] : [`No kind of change is called ${codes(kinds)}.`]),
  ];
}

/** What is said where there is no entry. Plain text. */
export function emptyWords(filters: ChangelogFilters): string {
  return isFiltering(filters) ? "No change fits these filters." : "Nothing has changed.";
}

/** More names than these say less. */
const MOST_NAMES = 5;

/** Names as code, of which the first are told: `` `a`, `b` and 3 more ``. */
export function codesOf(names: readonly string[], most = MOST_NAMES): Prose {
  if (names.length <= most + 1) return codes(names, "and");
  return `${names.slice(0, most).map(code).join(", ")} and ${names.length - most} more`;
}

/** A statement with what it is about before it: `` `charge`: `card` is now `source`. `` */
export function withNames(names: readonly string[], says: Prose): Prose {
  return names.length === 0 ? says : `${codesOf(names)}: ${says}`;
}

/** `1 change`, `2 changes`. */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}
