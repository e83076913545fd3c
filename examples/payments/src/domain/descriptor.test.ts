import { expect, test } from "vitest";
import { checkDescriptor, statementText } from "./descriptor.js";

test.each([
  [undefined, "full", "HOLDFAST"],
  [null, "prefixed", "HOLDFAST"],
  ["", "appended", "HOLDFAST"],
  ["SHOP 1", "full", "SHOP 1"],
  ["SHOP 1", "appended", "HOLDFAST SHOP 1"],
  ["SHOP 1", "prefixed", "HOLDFAST* SHOP 1"],
  ["A TEXT OF MANY LETTERS", "prefixed", "HOLDFAST* A TEXT OF MA"],
] as const)("%j as %s reads %s", (given, mode, text) => {
  expect(statementText("HOLDFAST", given, mode)).toBe(text);
});

test("at most 22 characters, and none of <, >, \\", () => {
  expect(() => checkDescriptor("A TEXT OF MANY LETTERS", "p")).not.toThrow();
  expect(() => checkDescriptor("A TEXT OF MANY LETTERS!", "p")).toThrow("22");
  expect(() => checkDescriptor("A<B", "p")).toThrow("may not contain");
});
