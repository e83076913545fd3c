/** A name and the versions, by their places in the history, from and to which something had it. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names that something had at each version, as stretches of versions that follow each other. */
export function spansOf(names: readonly (readonly string[])[]): readonly Span[] {
  const spans: { name: string; from: number; to: number }[] = [];
  for (const [index, here] of names.entries()) {
    for (const name of new Set(here)) {
      const last = spans.find((span) => span.name === name && span.to === index - 1);
      if (last) last.to = index;
      else spans.push({ name, from: index, to: index });
    }
  }
  return spans;
}

/** Spans of one thing with those that follow each other under one name put together. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { name: string; from: number; to: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.name === span.name && last.to === span.from - 1) last.to = span.to;
    else joined.push({ ...span });
  }
  return joined;
}
