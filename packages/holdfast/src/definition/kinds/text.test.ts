import { expect, it } from "vitest";
import { Raised } from "../raised.js";
import { Reader } from "../reader.js";
import { stringKind } from "./text.js";

it("holds each text against the whole pattern, whatever was read before", () => {
  const read = stringKind({ pattern: /^a+$/g }).reader?.(undefined as never);
  const at = Reader.anywhere(false);
  expect([read?.("aa", at), read?.("aa", at), read?.("aaa", at)]).toEqual(["aa", "aa", "aaa"]);
  expect(() => read?.("ab", at)).toThrow(Raised);
});
