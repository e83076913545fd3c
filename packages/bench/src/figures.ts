import { ratios, type Summary, summarize } from "./statistics.js";

/** One measured value. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly summary: Summary;
  /** What it must reach; null where it is only reported. */
  readonly target: Target | null;
}

export type Unit = "µs" | "ns" | "ms" | "s" | "KiB" | "MiB" | "points" | "requests" | "ratio";

/** A bound that a figure must not exceed, or must not fall short of. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** The figures of one kind, under one heading. */
export interface Group {
  readonly heading: string;
  readonly figures: readonly Figure[];
}

/** Values round by round. */
export type Rounds = readonly number[];

/** A value as it was measured. */
export function plain(
  name: string,
  unit: Exclude<Unit, "ratio">,
  rounds: Rounds,
  target: Target | null = null,
): Figure {
  return { name, unit, summary: summarize(rounds), target };
}

/** One value against another of the same round. */
export function ratio(name: string, of: Rounds, to: Rounds, target: Target | null = null): Figure {
  return { name, unit: "ratio", summary: ratios(of, to), target };
}

/** Whether a figure is within its target; null where it has none. */
export function met({ summary, target }: Figure): boolean | null {
  if (target === null) return null;
  return "atMost" in target ? summary.median <= target.atMost : summary.median >= target.atLeast;
}
