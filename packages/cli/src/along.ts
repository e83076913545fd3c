import type { Timeline } from "holdfast";

/** The later gates that some gates build on: whoever has those has these. */
export function comingAlong(timeline: Timeline, gates: readonly string[]): readonly string[] {
  return others(gates, (gate) => timeline.comingAlong(gate));
}

/** The earlier gates that build on some gates: whoever lacks those lacks these. */
export function goingAlong(timeline: Timeline, gates: readonly string[]): readonly string[] {
  return others(gates, (gate) => timeline.goingAlong(gate));
}

function others(
  gates: readonly string[],
  along: (gate: string) => readonly string[],
): readonly string[] {
  return [...new Set(gates.flatMap(along))].filter((gate) => !gates.includes(gate));
}
