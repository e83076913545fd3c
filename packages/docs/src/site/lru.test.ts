import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lru } from "./lru.js";

describe("Lru", () => {
  it("lets go of what was not asked for the longest", () => {
    const kept = new Lru<number>(3);
    kept.set("a", 1, 1);
    kept.set("b", 2, 1);
    kept.set("c", 3, 1);
    expect(kept.get("a")).toBe(1);
    kept.set("d", 4, 1);
    expect(["a", "b", "c", "d"].map((key) => kept.get(key))).toEqual([1, undefined, 3, 4]);
  });

  it("stays within its bound, and never keeps another value than the last", () => {
    const step = fc.record({ key: fc.constantFrom("a", "b", "c", "d"), size: fc.nat(12) });
    fc.assert(
      fc.property(fc.nat(20), fc.array(step), (limit, steps) => {
        const kept = new Lru<number>(limit);
        const last = new Map<string, number>();
        for (const [index, { key, size }] of steps.entries()) {
          kept.set(key, index, size);
          last.set(key, index);
          expect(kept.size).toBeLessThanOrEqual(limit);
          if (size <= limit) expect(kept.get(key)).toBe(index);
          for (const [known, value] of last) expect([undefined, value]).toContain(kept.get(known));
        }
      }),
    );
  });
});
