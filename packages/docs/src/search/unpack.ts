import type { SearchEntry, SearchIndex } from "./entry.js";

/** Reads what `packEntries` made. */
export function unpackEntries({ texts, entries }: SearchIndex): readonly SearchEntry[] {
  const text = (place: number | undefined): string => texts[place ?? -1] ?? "";
  return entries.map(([name, kind, subject, slug, anchor, from, to, now]) => ({
    name: text(name),
    kind: text(kind) as SearchEntry["kind"],
    subject: text(subject),
    slug: text(slug),
    anchor: text(anchor),
    from: text(from),
    to: text(to),
    now: now === -1 ? undefined : text(now),
  }));
}
