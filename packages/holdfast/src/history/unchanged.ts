import type { DraftField } from "../contract/draft.js";
import { ChangeProblem } from "./change.js";

/**
 * Notes what fields are, for a change that makes others of them. The check that it gives throws a
 * ChangeProblem where another change of the version has made them show or take something else: that
 * would have to be said of what is made.
 */
export function unchanged(fields: readonly DraftField[], gate: string): () => void {
  const before = fields.map(({ value, conversions, via }) => ({
    value,
    conversions,
    via: new Set(via),
  }));
  return () => {
    for (const [index, { value, conversions, via }] of fields.entries()) {
      const was = before[index];
      if (was?.value === value && was.conversions === conversions) continue;
      const other = [...via].find((one) => !was?.via.has(one) && one !== gate);
      const gates = other === undefined ? gate : `${gate} and ${other}`;
      throw new ChangeProblem("conflict", { gates });
    }
  };
}
