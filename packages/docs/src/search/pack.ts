import type { SearchEntry, SearchIndex } from "./entry.js";

/** Puts entries into the form in which they are sent. */
export function packEntries(entries: readonly SearchEntry[]): SearchIndex {
  const places = new Map<string, number>();
  const place = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const packed = entries.map(({ name, kind, subject, slug, anchor, from, to, now }) =>
    [name, kind, subject, slug, anchor, from, to, now].map(place),
  );
  return { texts: [...places.keys()], entries: packed };
}

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
