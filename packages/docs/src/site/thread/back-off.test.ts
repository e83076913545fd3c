import { describe, expect, it } from "vitest";
import { BackOff } from "./back-off.js";

describe("BackOff", () => {
  it("waits longer each time, within a bound", () => {
    const backOff = new BackOff();
    const waits = Array.from({ length: 12 }, () => backOff.next(0));
    expect(waits.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(waits.at(-1)).toBe(30_000);
  });

  it("starts anew after something ran for a while", () => {
    const backOff = new BackOff();
    for (let i = 0; i < 5; i += 1) backOff.next(10);
    expect(backOff.next(60_000)).toBe(100);
    expect(backOff.next(0)).toBe(200);
  });
});
