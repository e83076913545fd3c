import { expect, test } from "vitest";
import { mergeMetadata } from "./metadata.js";

test("keys are set, kept and, by empty text or null, deleted", () => {
  const current = { a: "1", b: "2", c: "3" };
  expect(mergeMetadata(current, { a: "9", b: "", c: null, d: "4" })).toEqual({ a: "9", d: "4" });
  expect(mergeMetadata(current, undefined)).toBe(current);
});

test.each(["" as const, null])("%j as a whole deletes all", (change) => {
  expect(mergeMetadata({ a: "1" }, change)).toEqual({});
});

test("a key that names a prototype is a key like any other", () => {
  const merged = mergeMetadata({}, JSON.parse('{"__proto__":"x","constructor":"y"}'));
  expect(Object.entries(merged)).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});

test("limits: 50 keys, 40 characters a key, 500 a value, counted as people count", () => {
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));
  expect(Object.keys(mergeMetadata({}, keys(50)))).toHaveLength(50);
  expect(() => mergeMetadata({}, keys(51))).toThrow("50 keys");
  expect(() => mergeMetadata(keys(50), { more: "v" })).toThrow("50 keys");
  expect(mergeMetadata(keys(50), { k0: "", more: "v" })).toHaveProperty("more");
  expect(mergeMetadata({}, { ["😀".repeat(40)]: "😀".repeat(500) })).not.toEqual({});
  expect(() => mergeMetadata({}, { ["k".repeat(41)]: "v" })).toThrow("40 characters");
  expect(() => mergeMetadata({}, { k: "v".repeat(501) })).toThrow("500 characters");
});
