/** A name and the versions, by their places in the history, from and to which something had it. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names that something had, each from and to the versions that follow each other with it. */
export function spansOf(
  named: readonly {
    readonly names: readonly string[];
    readonly from: number;
    readonly to: number;
  }[],
): readonly Span[] {
  return joinedSpans(
    named.flatMap(({ names, from, to }) => names.map((name) => ({ name, from, to }))),
  );
}

/** Spans, oldest first, with those of one name that follow each other put together. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: { name: string; from: number; to: number }[] = [];
  for (const { name, from, to } of spans) {
    const last = joined.findLast((one) => one.name === name);
    if (last?.to === from - 1) last.to = to;
    else joined.push({ name, from, to });
  }
  return joined;
}
