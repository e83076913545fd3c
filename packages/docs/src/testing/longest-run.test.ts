import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRun } from "../browser/time-lapse/longest-run.js";

/** The same by trying every subset. */
function lengthBySearch(numbers: readonly number[]): number {
  let best = 0;
  for (let set = 0; set < 2 ** numbers.length; set += 1) {
    const chosen = numbers.filter((_, place) => (set >> place) & 1);
    const rises = chosen.every((number, at) => at === 0 || (chosen[at - 1] ?? 0) < number);
    if (rises) best = Math.max(best, chosen.length);
  }
  return best;
}

describe("longestRun", () => {
  it.each([
    [[], []],
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [
      [2, 0, 1],
      [1, 2],
    ],
    [
      [3, 0, 2, 1, 4],
      [1, 3, 4],
    ],
  ])("%j stay at %j", (numbers, places) => {
    expect([...longestRun(numbers)].sort((a, b) => a - b)).toEqual(places);
  });

  it("rises, and none is longer", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 9 });
    fc.assert(
      fc.property(numbers, (some) => {
        const run = longestRun(some);
        const chosen = some.filter((_, place) => run.has(place));
        expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
        expect(chosen.length).toBe(lengthBySearch(some));
      }),
      { numRuns: 60 },
    );
  });
});
