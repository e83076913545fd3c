import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keys, rig } from "./params.fixture.js";

describe("whatever is sent", () => {
  const json = (text: string) => new TextEncoder().encode(text);

  it.each([
    ["a key twice", json('{"count":1,"count":2}')],
    ["__proto__", json('{"__proto__":{"a":1}}')],
    ["__proto__ in a map", json('{"tags":{"__proto__":"a"}}')],
    ["constructor", json('{"constructor":{"prototype":{"a":1}}}')],
    ["names of what all objects have", json('{"toString":1,"hasOwnProperty":2}')],
    ["depth", json(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`)],
    ["no object", json("[1]")],
    ["no JSON", json("{")],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d])],
    ["a lone surrogate", json('{"one":"\\ud800"}')],
    ["a number that no double holds", json('{"count":9007199254740993}')],
    ["an expansion of nonsense", json('{"expand":{"a":"b"}}')],
    ["an expansion of __proto__", json('{"expand":["__proto__.a"]}')],
    ["a form with two shapes", "card=1&card[number]=2"],
    ["a form with a gap", "list[1]=a"],
    ["a form that is no form", "%zz=1"],
  ])("%s is a 400", async (_name, body) => {
    const before = rig.failures.length;
    const {
      status,
      headers,
      body: told,
    } = await rig.send("POST /send/th_1", {
      key: keys.get("2012-01-01") ?? "",
      body,
      headers: body instanceof Uint8Array ? { "content-type": "application/json" } : {},
    });
    expect(status).toBe(400);
    expect(told.error?.type).toBe("invalid_request_error");
    expect(headers["api-version"]).toBe("2012-01-01");
    expect(rig.failures.length).toBe(before);
  });

  it("is a 415 for bodies in another format, and a 413 for too many params", async () => {
    const key = keys.get("2012-01-01") ?? "";
    const xml = await rig.send("POST /send/th_1", {
      key,
      body: "<a/>",
      headers: { "content-type": "text/xml" },
    });
    expect([xml.status, xml.body.error?.type]).toEqual([415, "invalid_request_error"]);
    const many = await rig.send("POST /send/th_1", {
      key,
      body: Array.from({ length: 10_001 }, (_, n) => `a${n}=1`).join("&"),
    });
    expect(many.status).toBe(413);
  });

  it("is answered with a 200 or a 4xx, and never changes what all objects have", async () => {
    const names = fc.constantFrom(
      "words",
      "count",
      "card",
      "list",
      "rows",
      "tags",
      "whom",
      "how",
      "secret",
      "expand",
      "constructor",
      "toString",
      "number",
      "type",
      "name",
      "0",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(names, fc.string()), tie("any"), { maxKeys: 4 }),
      ),
    })).any;
    const body = fc.oneof(
      fc.dictionary(names, value, { maxKeys: 5 }).map((hash) => json(JSON.stringify(hash))),
      fc.uint8Array({ maxLength: 40 }),
      fc
        .array(
          fc.tuple(
            names,
            fc.constantFrom("", "[]", "[a]", "[0]", "[a][b]", "[", "]"),
            fc.string({ unit: "grapheme" }),
          ),
          { maxLength: 5 },
        )
        .map((pairs) =>
          pairs.map(([name, more, text]) => `${name}${more}=${encodeURIComponent(text)}`).join("&"),
        ),
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const headers = sent instanceof Uint8Array ? { "content-type": "application/json" } : {};
        const { status } = await rig.send("POST /send/th_1", {
          key: keys.get("2012-01-01") ?? "",
          body: sent,
          headers,
        });
        expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(rig.failures).toEqual([]);
  });
});
