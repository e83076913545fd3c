import { expect, test } from "vitest";
import { keyHasher, sameHash } from "./key-hash.js";

test("is HMAC-SHA-256, as in test case 2 of RFC 4231", () => {
  expect(keyHasher("Jefe")("what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("compares hashes of any length", () => {
  expect(sameHash("ab", "ab")).toBe(true);
  expect(sameHash("ab", "ac")).toBe(false);
  expect(sameHash("ab", "abc")).toBe(false);
});
