import type { KnownName } from "../compare/known-names.js";
import { anchorOf } from "../model/spot.js";
import type { SearchEntry } from "../search/index.js";

/** Names as search finds them: with the page that they are on, and where on it. */
export function searchEntries(names: readonly KnownName[]): readonly SearchEntry[] {
  return names.map(({ name, kind, subject, path, from, to, now }): SearchEntry => {
    const base = { name, kind, subject: subject.name, from, to, now };
    // Events share a page, and so do errors.
    if (subject.on === "event") return { ...base, slug: "events", anchor: subject.name };
    if (subject.on === "error") return { ...base, slug: "errors", anchor: subject.name };
    return { ...base, slug: subject.name, anchor: path ? anchorOf(path) : "" };
  });
}
