/** What several rounds of one measurement say: the middle, and the least and the greatest. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** Sums up at least one value. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = sorted.length >> 1;
  return {
    median: sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2,
    least: at(0),
    greatest: at(sorted.length - 1),
  };
}

/** Ratios round by round: what slows a whole round down slows both sides of its ratio. */
export function ratios(values: readonly number[], against: readonly number[]): Summary {
  return summarize(values.map((value, round) => value / (against[round] ?? Number.NaN)));
}
