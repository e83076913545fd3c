import { expect, test } from "vitest";
import { newId, newKeyText } from "./key-text.js";

test("makes keys that say what they are, and never one twice", () => {
  const texts = Array.from({ length: 1000 }, () => newKeyText("publishable", "live"));
  expect(new Set(texts).size).toBe(1000);
  for (const text of texts) expect(text).toMatch(/^pk_live_[A-Za-z0-9]{32}$/);
});

test("uses every letter and digit", () => {
  const letters = new Set(
    Array.from({ length: 1000 }, () => newKeyText("secret", "test").slice(8)).join(""),
  );
  expect(letters.size).toBe(62);
});

test("makes ids", () => {
  expect(newId("key")).toMatch(/^key_[A-Za-z0-9]{16}$/);
});
