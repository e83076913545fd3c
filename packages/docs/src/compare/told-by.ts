import type { ConversionStep } from "holdfast/contract";
import { codes } from "../text/code.js";

/** What older versions had, in the words of some conversions; empty where that says nothing. */
export function toldBy(steps: readonly ConversionStep[]): string {
  return steps
    .map(({ from, says }) =>
      from ? `from ${codes(from, "and")}, ${lowered(says)}` : lowered(says),
    )
    .filter((words) => words !== "the same")
    .join("; ");
}

/** A sentence, or several, as a part of one. */
function lowered(says: string): string {
  return says.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
}
