import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "./decode-error.js";
import { decodeJson } from "./decode-json.js";
import type { WireObject, WireValue } from "./message.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (text: string): WireObject => decodeJson(bytes(text));
const plain = (value: WireValue): unknown => JSON.parse(JSON.stringify(value));

function failure(body: string | Uint8Array): DecodeError {
  try {
    decodeJson(typeof body === "string" ? bytes(body) : body);
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new Error(`decoded: ${body}`);
}

describe("decodeJson", () => {
  it.each([
    "{}",
    ' \t\r\n{ "a" : [ ] , "b" : { } }\n',
    '{"a":1,"b":-0.5e-3,"c":true,"d":false,"e":null,"f":"x","g":0}',
    '{"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDCB6 after"}',
    '{"a":"💶","é":[1,[2,{"b":[]}]]}',
    '{"a":9007199254740991,"b":-9007199254740991,"c":1e3,"d":1.5E+2}',
    '{"":1}',
    '{"a\\u0062":1}',
    '{"constructor":1,"toString":{"prototype":2}}',
    '{"a":"\\u0000\u2028"}',
  ])("reads %s as JSON.parse does", (text) => {
    expect(plain(decode(text))).toEqual(JSON.parse(text));
  });

  it("gives every object no prototype", () => {
    const params = decode('{"a":{"b":[{}]}}') as { a: { b: object[] } };
    for (const object of [params, params.a, params.a.b[0]]) {
      expect(Object.getPrototypeOf(object)).toBeNull();
    }
  });

  it.each<[string, string, string | undefined]>([
    ['{"a":1,"a":1}', "duplicate_param", "a"],
    ['{"a":1,"\\u0061":1}', "duplicate_param", "a"],
    ['{"card":{"number":1,"number":2}}', "duplicate_param", "card[number]"],
    ['{"items":[{},{"id":1,"id":2}]}', "duplicate_param", "items[1][id]"],
    ['{"a":9007199254740992}', "number_out_of_range", "a"],
    ['{"a":[1,-9007199254740993]}', "number_out_of_range", "a[1]"],
    ['{"a":1e400}', "number_out_of_range", "a"],
    ['{"a":-1e16}', "number_out_of_range", "a"],
    ['{"a":"\\uD83D"}', "lone_surrogate", "a"],
    ['{"a":"\\uDCB6\\uD83D"}', "lone_surrogate", "a"],
    ['{"\\uD83D":1}', "lone_surrogate", undefined],
    ['{"__proto__":{}}', "forbidden_key", "__proto__"],
    ['{"a":{"\\u005f_proto__":1}}', "forbidden_key", "a[__proto__]"],
    ["[]", "json_not_object", undefined],
    ["1", "json_not_object", undefined],
    ['"a"', "json_not_object", undefined],
    ["null", "json_not_object", undefined],
    ['\uFEFF{"a":1}', "byte_order_mark", undefined],
  ])("refuses %s as %s", (text, code, param) => {
    const error = failure(text);
    expect([error.code, error.param]).toEqual([code, param]);
  });

  it.each([
    "",
    " ",
    "{",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,}',
    "{,}",
    '{"a":[1,]}',
    '{"a":[}',
    "{a:1}",
    "{'a':1}",
    '{"a":01}',
    '{"a":+1}',
    '{"a":.5}',
    '{"a":1.}',
    '{"a":1e}',
    '{"a":0x10}',
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":tru}',
    '{"a":"\n"}',
    '{"a":"x\\x"}',
    '{"a":"\\u12"}',
    '{"a":"\\u12g4"}',
    '{"a":"\\n',
    '{"a":"\\n\u0001"}',
    '{"a":"\\',
    '{"a":1}x',
    '{"a":1}{}',
    '{"a":1 "b":2}',
    '{"a" 1}',
    "{}\u00a0",
    "/**/{}",
  ])("refuses %j as invalid JSON", (text) => {
    expect(failure(text).code).toBe("invalid_json");
  });

  it("says where it stopped", () => {
    expect(failure('{"a":1,}').message).toContain("from character 7 on");
  });

  it.each([
    ["an overlong slash", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a stray continuation", [0x80]],
    ["a cut character", [0xe2, 0x82]],
  ])("refuses %s as invalid UTF-8", (_, inside) => {
    const body = Uint8Array.from([...bytes('{"a":"'), ...inside, ...bytes('"}')]);
    expect(failure(body).code).toBe("invalid_utf8");
  });

  it("reads 32 levels and refuses the 33rd, and a thousand times as many", () => {
    const nested = (levels: number): string =>
      `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    expect(decode(nested(32))).toHaveProperty("a");
    expect(failure(nested(33)).code).toBe("nesting_too_deep");
    expect(failure(`{"a":${"[".repeat(100_000)}`).code).toBe("nesting_too_deep");
  });
});

describe("laws of decodeJson", () => {
  it("equals JSON.parse on valid documents, however they are spaced", () => {
    const safe = (_: string, value: unknown): unknown =>
      typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER ? 0 : value;
    const key = fc.string({ unit: "binary" }).filter((text) => text !== "__proto__");
    const documents = fc.dictionary(
      key,
      fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }).filter((value) => !hasProto(value)),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(documents, fc.constantFrom(0, 1, "\t", "\r\n"), (document, space) => {
        const text = JSON.stringify(document, safe, space);
        expect(decode(text)).toEqual({ ...JSON.parse(text) });
      }),
      { numRuns: 150 },
    );
  });

  it("accepts nothing that JSON.parse refuses, and reads the same in what both accept", () => {
    const pieces = ["{", "}", "[", "]", ":", ",", '"', '"a"', '"b":', "1", "-", "0", ".5", "e1"];
    const more = ["true", "null", "\\", "\\u0041", "\\uD83D", " ", "\n", "é", "\u0001", "{}"];
    const soup = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 20 });
    fc.assert(
      fc.property(
        soup.map((parts) => `{"a":${parts.join("")}}`),
        (text) => {
          let decoded: WireObject;
          try {
            decoded = decode(text);
          } catch (error) {
            expect(error).toBeInstanceOf(DecodeError);
            if ((error as DecodeError).code !== "invalid_json") return;
            expect(() => JSON.parse(text)).toThrow(SyntaxError);
            return;
          }
          expect(decoded).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("throws nothing but DecodeError on random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (random, wrapped) => {
        const body = wrapped ? Uint8Array.from([...bytes('{"a":"'), ...random]) : random;
        try {
          decodeJson(body);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function hasProto(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, child]) => key === "__proto__" || hasProto(child));
}
