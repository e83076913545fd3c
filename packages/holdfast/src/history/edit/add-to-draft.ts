import { stringify } from "yaml";
import { type DraftBlock, readDraftBlocks, replaceDrafts } from "./drafts.js";
import { Source } from "./source.js";

/** A gate to list in a `versions.yaml`. */
export interface NewGate {
  readonly gate: string;
  readonly description: string;
}

/**
 * Lists gates under `next`, in the last draft where there are several. Everything else stays as it
 * was, to the byte.
 *
 * @example
 * addToDraft("genesis: []\n", [{ gate: "charge_has_card", description: "A charge's `card` is gone." }]);
 */
export function addToDraft(text: string, gates: readonly NewGate[]): string {
  if (gates.length === 0) return text;
  const source = new Source(text);
  const drafts = readDraftBlocks(source);
  const added = gates.map(({ gate, description }) => ({
    gate,
    lines: stringify([{ gate, description }], { lineWidth: 0 }).trimEnd().split("\n"),
  }));
  const last: DraftBlock = drafts.at(-1) ?? { version: null, comments: [], gates: [] };
  const filled = { ...last, gates: [...last.gates, ...added] };
  return replaceDrafts(source, [...drafts.slice(0, -1), filled]);
}
