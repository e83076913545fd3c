import { expect, it } from "vitest";
import type { WirePolicy } from "../contract/contract.js";
import { previousAttributes, sameJson } from "./diff.js";

const wire: WirePolicy = {
  nulls: "rendered",
  unknownParams: "refused",
  lists: "envelope",
  diffHashes: "nested",
  diffLists: "whole",
  mismatchedKeys: "refused",
};

it("takes what is left out for what is not there, whether or not it has a key", () => {
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameJson({ a: 1, b: null }, { a: 1 })).toBe(false);
  const now = { count: 2, data: "new" };
  const lacking = previousAttributes({ data: "old" }, now, wire);
  const undefinedKey = previousAttributes({ count: undefined, data: "old" }, now, wire);
  expect(JSON.stringify(undefinedKey)).toBe(JSON.stringify(lacking));
  expect(lacking).toEqual({ data: "old", count: null });
});
