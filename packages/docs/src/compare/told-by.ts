import type { ConversionStep } from "holdfast/contract";
import { codes } from "../text/code.js";

/**
 * What older versions had, in the words of some conversions; empty where that says nothing.
 *
 * @param isShown whether callers know the name of something that a value follows from
 */
export function toldBy(
  steps: readonly ConversionStep[],
  isShown: (name: string) => boolean,
): string {
  return steps
    .flatMap(({ from = [], says }) => {
      // Of what nobody sees there is nothing to tell.
      const known = from.filter(isShown);
      if (known.length === from.length) return wordsOf(known, says);
      return [];
    })
    .join("; ");
}

function wordsOf(from: readonly string[], says: string): readonly string[] {
  const words = says.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
  if (from.length > 0) return [`from ${codes(from, "and")}, ${words}`];
  return words === "the same" ? [] : [words];
}
