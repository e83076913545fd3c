import { expect, test } from "vitest";
import { compareVersions, isBefore } from "./version-order.js";

test("versions stand in the order of their dates, named or not, after genesis", () => {
  const ordered = ["genesis", "2011-06-21", "2014-06-17", "2024-06-20", "2024-09-30.acacia"];
  expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
});

test("a version is not before its own change", () => {
  expect(isBefore("2024-09-30.acacia", "2024-09-30")).toBe(false);
  expect(isBefore("2024-06-20", "2024-09-30.acacia")).toBe(true);
});

test("what is no version is refused", () => {
  expect(() => isBefore("latest", "2011-06-21")).toThrow('"latest" is not a version');
});
