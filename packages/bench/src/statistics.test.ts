import { expect, test } from "vitest";
import { ratios, summarize } from "./statistics.js";

test("the middle of an odd and of an even count", () => {
  expect(summarize([10, 9, 100])).toEqual({ median: 10, least: 9, greatest: 100 });
  expect(summarize([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, greatest: 4 });
});

test("ratios are taken round by round", () => {
  // The second round was ten times slower for both, so that only its own ratio may count.
  expect(ratios([2, 20, 3], [1, 10, 1])).toEqual({ median: 2, least: 2, greatest: 3 });
});
