import { expect, test } from "vitest";
import type { Finding } from "./finding.js";
import { witnessText } from "./words.js";

const finding = (witness: Finding["witness"]): Finding => ({
  id: "request-param-gone-1",
  severity: "breaking",
  where: "/paths",
  operations: ["GET /things"],
  direction: "request",
  message: "A param is gone.",
  witness,
});

test("a witness says which side it is valid on", () => {
  expect(witnessText(finding({ at: "body", validIn: "old", value: { a: 1 } }))).toBe(
    'only the old one takes {"a":1}',
  );
  expect(witnessText(finding({ at: "body", validIn: "new", value: null }))).toBe(
    "only the new one has null",
  );
});

test("there is nothing to show of what is no payload", () => {
  expect(witnessText(finding(null))).toBe("");
  expect(witnessText(finding({ before: { name: "a" }, now: null }))).toBe("");
});
