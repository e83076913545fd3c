import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PresentedKey, presentedKey } from "./credentials.js";
import type { WireRequest } from "./message.js";

function present(authorization: string | readonly string[] | undefined): PresentedKey {
  const headers: WireRequest["headers"] = { authorization };
  return presentedKey({ method: "GET", path: "/", query: "", headers, body: new Uint8Array() });
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("presentedKey", () => {
  it.each([
    "Bearer sk_test_123",
    "bearer   sk_test_123",
    `Basic ${base64("sk_test_123:")}`,
    `BASIC ${base64("sk_test_123:")} `,
    `Basic ${base64("sk_test_123:a password: ignored")}`,
  ])("finds the key in %s", (header) => {
    expect(present(header)).toEqual({ key: "sk_test_123" });
  });

  it("finds the key in a header that a transport gives as a list of one", () => {
    expect(present(["Bearer sk_test_123"])).toEqual({ key: "sk_test_123" });
  });

  it.each<[string | readonly string[] | undefined, string]>([
    [undefined, "missing"],
    ["", "missing"],
    ["  ", "missing"],
    ["Bearer", "missing"],
    ["Bearer ", "missing"],
    ["Basic ", "missing"],
    [`Basic ${base64(":")}`, "missing"],
    [`Basic ${base64(":password")}`, "missing"],
    ["sk_test_123", "malformed"],
    ["Digest sk_test_123", "malformed"],
    ["Bearer sk test", "malformed"],
    ["Bearer sk_test_1, Bearer sk_test_2", "malformed"],
    ["Bearer sk_tést", "malformed"],
    ["Basic sk_test_123:", "malformed"],
    ["Basic c2tfdGVzdF8xMjM6 x", "malformed"],
    ["Basic c2tfdGVzdA", "malformed"],
    ["Basic c2tfdGVzdB==", "malformed"],
    [`Basic ${base64("sk_test_123")}`, "malformed"],
    [`Basic ${base64("sk_tést:")}`, "malformed"],
    [`Basic ${base64("sk test:")}`, "malformed"],
    [`Basic ${base64("sk\0test:")}`, "malformed"],
    [["Bearer a", "Bearer a"], "twice"],
  ])("says of %j that it is %s", (header, problem) => {
    expect(present(header)).toEqual({ problem });
  });

  it("gives back any key that either scheme carries", () => {
    const keys = fc.stringMatching(/^[A-Za-z0-9._~+/-]{1,60}$/);
    fc.assert(
      fc.property(keys, fc.string(), (key, password) => {
        expect(present(`Bearer ${key}`)).toEqual({ key });
        expect(present(`Basic ${base64(`${key}:${password}`)}`)).toEqual({ key });
      }),
    );
  });
});
