import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "./decode-error.js";
import { decodeParams } from "./decode-request.js";
import type { WireRequest } from "./message.js";

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

type Headers = WireRequest["headers"];

function request(query: string, body: string, headers: Headers = {}, method = "POST"): WireRequest {
  return { method, path: "/v1/charges", query, headers, body: new TextEncoder().encode(body) };
}

function failure(sent: WireRequest): DecodeError {
  try {
    decodeParams(sent);
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new Error("decoded");
}

describe("decodeParams", () => {
  it("merges query string and form, all of it text", () => {
    const { params, isText } = decodeParams(
      request("limit=3", "expand[]=a", { "content-type": FORM }),
    );
    expect({ ...params }).toEqual({ limit: "3", expand: ["a"] });
    expect([isText("limit"), isText("expand")]).toEqual([true, true]);
    expect(Object.getPrototypeOf(params)).toBeNull();
  });

  it("knows which params of a request with JSON are text", () => {
    const { params, isText } = decodeParams(
      request("limit=3", '{"amount":5}', { "content-type": JSON_TYPE }),
    );
    expect({ ...params }).toEqual({ limit: "3", amount: 5 });
    expect([isText("limit"), isText("amount")]).toEqual([true, false]);
  });

  it("reads the params of a GET from its body, as the oldest clients send them", () => {
    const sent = request("", "limit=3&created[gte]=5", { "content-type": FORM }, "GET");
    expect(JSON.stringify(decodeParams(sent).params)).toBe('{"limit":"3","created":{"gte":"5"}}');
  });

  it.each<[string, string, Headers, unknown]>([
    ["a=1", "a=1", {}, { a: "1" }],
    ["a[]=1&a[]=2", "a[]=1&a[]=2", {}, { a: ["1", "2"] }],
    ["a[b]=1", '{"a":{"b":1}}', { "content-type": JSON_TYPE }, { a: { b: 1 } }],
    ["a=true", '{"a":true}', { "content-type": JSON_TYPE }, { a: true }],
  ])("accepts what query %s and body %s both say", (query, body, headers, expected) => {
    const { params } = decodeParams(request(query, body, headers));
    expect(JSON.parse(JSON.stringify(params))).toEqual(expected);
  });

  it.each<[string, string, Headers]>([
    ["a=1", "a=2", {}],
    ["a=1", "a[]=1", {}],
    ["a[]=1", "a=1", {}],
    ["a[]=1", "a[b]=1", {}],
    ["a[]=1", "a[]=1&a[]=2", {}],
    ["a[b]=1", "a[c]=1", {}],
    ["a=", '{"a":null}', { "content-type": JSON_TYPE }],
    ["a[b]=x", '{"a":null}', { "content-type": JSON_TYPE }],
    ["a=null", '{"a":null}', { "content-type": JSON_TYPE }],
    ["a=1", '{"a":[1]}', { "content-type": JSON_TYPE }],
  ])("refuses query %s with body %s", (query, body, headers) => {
    const error = failure(request(query, body, headers));
    expect([error.code, error.status, error.param]).toEqual(["query_and_body_disagree", 400, "a"]);
  });

  it.each<[string | undefined, "form" | "json"]>([
    [undefined, "form"],
    ["", "form"],
    [FORM, "form"],
    ["Application/X-WWW-Form-Urlencoded; charset=UTF-8", "form"],
    [`${FORM};charset=utf8`, "form"],
    ['application/json; charset="utf-8"', "json"],
    ["application/json ; odata=verbose", "json"],
  ])("reads a body of content type %s as %s", (type, format) => {
    const body = format === "form" ? "a=1" : '{"a":"1"}';
    const sent = request("", body, type === undefined ? {} : { "content-type": type });
    expect({ ...decodeParams(sent).params }).toEqual({ a: "1" });
  });

  it.each<[Headers, string]>([
    [{ "content-type": "text/plain" }, "unsupported_content_type"],
    [{ "content-type": "multipart/form-data; boundary=x" }, "unsupported_content_type"],
    [{ "content-type": "application/jsonp" }, "unsupported_content_type"],
    [{ "content-type": "constructor" }, "unsupported_content_type"],
    [{ "content-type": [FORM, JSON_TYPE] }, "unsupported_content_type"],
    [{ "content-type": `${FORM}; charset=iso-8859-1` }, "unsupported_charset"],
    [{ "content-type": "application/json; charset=utf-16" }, "unsupported_charset"],
    [{ "content-encoding": "gzip" }, "unsupported_content_encoding"],
    [{ "content-encoding": ["identity", "gzip"] }, "unsupported_content_encoding"],
  ])("answers %j with 415", (headers, code) => {
    const error = failure(request("", "a=1", headers));
    expect([error.code, error.status]).toEqual([code, 415]);
  });

  it("does not mind the content type of a body that is empty", () => {
    const sent = request("a=1", "", { "content-type": "text/plain" }, "GET");
    expect({ ...decodeParams(sent).params }).toEqual({ a: "1" });
  });

  it("refuses a form body that is not UTF-8", () => {
    const sent = { ...request("", ""), body: Uint8Array.of(0x61, 0x3d, 0xff) };
    expect(failure(sent).code).toBe("invalid_utf8");
  });

  it("throws nothing but DecodeError on random requests", () => {
    const types = fc.constantFrom(FORM, JSON_TYPE, "", "x", undefined);
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), types, (query, body, type) => {
        try {
          decodeParams({ ...request(query, ""), body, headers: { "content-type": type } });
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("NUL", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const json = { "content-type": "application/json" };
  const request = (body: string, headers: Record<string, string>, query = "") => ({
    method: "POST",
    path: "/",
    query,
    headers,
    body: new TextEncoder().encode(body),
  });

  it.each([
    ["a=%00", form, ""],
    ["a[b]=x\0", form, ""],
    ['{"a":"\\u0000"}', json, ""],
    ['{"a\\u0000":1}', json, ""],
    ["", form, "a=%00"],
  ])("is refused in %j", (body, headers, query) => {
    expect(() => decodeParams(request(body, headers, query))).toThrow(/NUL/);
  });

  it("is not seen in a text that only speaks of it", () => {
    expect(decodeParams(request('{"a":"\\\\u0000"}', json)).params).toEqual({ a: "\\u0000" });
  });
});

describe("indexes with gaps", () => {
  it("stay keys of an object", () => {
    const body = new TextEncoder().encode("metadata[6735]=x");
    const { params } = decodeParams({ method: "POST", path: "/", query: "", headers: {}, body });
    expect(params).toEqual({ metadata: { 6735: "x" } });
  });
});
