import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./near.js";

describe("nearest", () => {
  it.each([
    ["cout", ["count", "card"], "count"],
    ["soruce", ["source", "sauce"], "source"],
    ["exp_mont", ["exp_year", "exp_month"], "exp_month"],
    ["a", ["b"], "b"],
    ["ab", ["cd"], undefined],
    ["amount", ["currency"], undefined],
    ["", ["a"], "a"],
    ["x", [], undefined],
  ])("%s among %j is %s", (name, known, found) => {
    expect(nearest(name, known)).toBe(found);
  });
});

describe("editDistance", () => {
  it("counts insertions, deletions, substitutions and swaps of neighbours", () => {
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("abc", "ac")).toBe(1);
    expect(editDistance("abc", "axc")).toBe(1);
    expect(editDistance("abcd", "abdc")).toBe(1);
    expect(editDistance("ca", "abc")).toBe(3);
  });

  it("is a distance: nothing for equals, the same both ways, at least the difference in length", () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other);
        expect(distance === 0).toBe(one === other);
        expect(editDistance(other, one)).toBe(distance);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
