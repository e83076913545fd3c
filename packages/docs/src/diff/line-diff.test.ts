import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffLine, diffLines } from "./line-diff.js";

const shown = (lines: readonly DiffLine[]) =>
  lines.map(({ mark, text }) => `${{ same: " ", removed: "-", added: "+" }[mark]}${text}`);

describe("diffLines", () => {
  it("tells what goes before what comes", () => {
    expect(shown(diffLines(["a", "b", "c"], ["a", "x", "c"]))).toEqual([" a", "-b", "+x", " c"]);
  });

  it("keeps what moved only in one place", () => {
    expect(shown(diffLines(["a", "b"], ["b", "a"]))).toEqual(["-a", " b", "+a"]);
  });

  it("does not take a comma for a difference", () => {
    expect(shown(diffLines(["a,", "b"], ["a"]))).toEqual([" a", "-b"]);
    expect(shown(diffLines(["a"], ["a,", "b"]))).toEqual([" a,", "+b"]);
  });

  const text = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 12 });

  it("holds both texts, in their order", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (gone: DiffLine["mark"]) =>
          lines.filter(({ mark }) => mark !== gone).map((line) => line.text);
        expect(side("added")).toEqual(before);
        expect(side("removed")).toEqual(after);
      }),
    );
  });

  it("leaves as many lines alone as can be", () => {
    const most = (a: readonly string[], b: readonly string[]): number => {
      const [first, ...rest] = a;
      if (first === undefined || b.length === 0) return 0;
      const at = b.indexOf(first);
      const skipped = most(rest, b);
      return at === -1 ? skipped : Math.max(skipped, 1 + most(rest, b.slice(at + 1)));
    };
    fc.assert(
      fc.property(text, text, (before, after) => {
        const same = diffLines(before, after).filter(({ mark }) => mark === "same");
        expect(same.length).toBe(most(before, after));
      }),
      { numRuns: 200 },
    );
  });

  it("tells texts that are too long to weigh up as blocks", () => {
    const before = ["top", ...Array.from({ length: 2000 }, (_, line) => `old ${line}`), "end"];
    const after = ["top", ...Array.from({ length: 2000 }, (_, line) => `new ${line}`), "end"];
    const lines = diffLines(before, after);
    expect(lines).toHaveLength(4002);
    expect(lines.filter(({ mark }) => mark === "same").map(({ text: line }) => line)).toEqual([
      "top",
      "end",
    ]);
  });
});
