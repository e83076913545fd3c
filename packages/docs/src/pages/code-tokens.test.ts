import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeTokens } from "./code-tokens.js";

describe("codeTokens", () => {
  it("loses nothing of any code", () => {
    const syntax = fc.constantFrom("shell", "python", "javascript", "");
    const key = fc.constantFrom("", "sk_test_...", "'", "a");
    fc.assert(
      fc.property(fc.string(), syntax, key, (code, of, apiKey) => {
        expect(
          codeTokens(code, of, apiKey)
            .map(({ text }) => text)
            .join(""),
        ).toBe(code);
      }),
    );
  });

  it("sets strings, options, numbers and comments apart", () => {
    const kinds = codeTokens(`curl -d 'a=1' --data x=2 # "why"`, "shell", "")
      .filter(({ kind }) => kind !== "plain")
      .map(({ kind, text }) => `${kind} ${text}`);
    expect(kinds).toEqual([
      "option -d",
      "string 'a=1'",
      "option --data",
      "number 2",
      'comment # "why"',
    ]);
  });

  it("finds the key, also within a string", () => {
    const keys = codeTokens("curl -u sk_test_...: 'key sk_test_...'", "shell", "sk_test_...");
    expect(keys.filter(({ kind }) => kind === "key")).toHaveLength(2);
  });

  it("takes no part of an address for a number", () => {
    const tokens = codeTokens("curl http://127.0.0.1:8080/v1", "shell", "");
    expect(tokens.every(({ kind }) => kind === "plain")).toBe(true);
  });
});
