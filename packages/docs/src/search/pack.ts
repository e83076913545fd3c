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
