import { expect, test } from "vitest";
import { nullEmpty, parseNestedForm } from "./form.js";

const parsed = (text: string) => JSON.parse(JSON.stringify(parseNestedForm(text)));

test("nested hashes, lists and escapes", () => {
  expect(parsed("a=1&b[c][d]=x+y&b[e]=%C3%A4&f[]=1&f[]=2&g[]=3")).toEqual({
    a: "1",
    b: { c: { d: "x y" }, e: "ä" },
    f: ["1", "2"],
    g: ["3"],
  });
});

test("a text and a hash under one key conflict", () => {
  expect(() => parseNestedForm("a=1&a[b]=2")).toThrow("conflicting");
});

test("a key that names a prototype is a key as any other", () => {
  expect(Object.keys(parseNestedForm("__proto__[x]=1"))).toEqual(["__proto__"]);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test("an empty text unsets, but in metadata", () => {
  const params = { a: "", b: { c: "", d: "x" }, metadata: { e: "" } };
  expect(nullEmpty(params)).toEqual({ a: null, b: { c: null, d: "x" }, metadata: { e: "" } });
});
