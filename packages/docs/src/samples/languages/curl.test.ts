import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { decodeParams, type Json, type WireRequest } from "holdfast";
import { describe, expect, it } from "vitest";
import type { SampleRequest } from "../sample.js";
import { curl } from "./curl.js";

const base: SampleRequest = {
  verb: "POST",
  path: "/v1/charges",
  params: {},
  headers: {},
  version: { header: "API-Version", name: "2014-09-08" },
};

const write = (more: Partial<SampleRequest>) =>
  curl.write({ ...base, ...more }, "https://api.example.com", "sk_test_1");

/** What a shell gives to curl. */
function words(command: string): string[] {
  const script = `curl() { for one; do printf '%s\\0' "$one"; done; }\n${command}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

/** The request that curl makes of its words, as its manual page has it. */
function requestOf([url = "", ...rest]: readonly string[]): WireRequest {
  const headers: Record<string, string> = {};
  const data: string[] = [];
  let verb: string | undefined;
  let isQuery = false;
  for (let at = 0; at < rest.length; at++) {
    const option = rest[at];
    if (option === "-G") {
      isQuery = true;
      continue;
    }
    at += 1;
    const value = rest[at] ?? "";
    if (option === "-X") verb = value;
    if (option === "-d") data.push(value);
    if (option === "--data-urlencode") {
      const mark = value.indexOf("=");
      data.push(`${value.slice(0, mark)}=${encodeURIComponent(value.slice(mark + 1))}`);
    }
    const [name = "", ...text] = value.split(/: |;$/);
    if (option === "-H") headers[name.toLowerCase()] = text.join(": ");
  }
  const body = data.join("&");
  return {
    method: verb ?? (isQuery || data.length === 0 ? "GET" : "POST"),
    path: new URL(url).pathname,
    query: isQuery ? body : "",
    headers: {
      ...(body !== "" && { "content-type": "application/x-www-form-urlencoded" }),
      ...headers,
    },
    body: new TextEncoder().encode(isQuery ? "" : body),
  };
}

describe("what people read", () => {
  it("fits on a line where it can", () => {
    expect(curl.write({ ...base, verb: "GET", version: undefined }, "https://a.example", "k")).toBe(
      "curl https://a.example/v1/charges -u k:",
    );
  });

  it("has a line for each part where it cannot", () => {
    const params = { amount: 2000, card: { number: "4242", exp_month: 8 }, expand: ["customer"] };
    expect(write({ params }).split(" \\\n  ")).toEqual([
      "curl https://api.example.com/v1/charges",
      "-u sk_test_1:",
      "-H 'API-Version: 2014-09-08'",
      "-d amount=2000",
      "-d 'card[number]=4242'",
      "-d 'card[exp_month]=8'",
      "-d 'expand[]=customer'",
    ]);
  });

  it("lets curl escape what stands for something else in a form", () => {
    expect(write({ params: { description: "Tom's 50% & more", email: "@a" } })).toContain(
      "--data-urlencode 'description=Tom'\\''s 50% & more' \\\n  --data-urlencode email=@a",
    );
  });

  it("is a query for what reads", () => {
    expect(write({ verb: "GET", params: { limit: 3 } })).toContain("-G \\\n  -d limit=3");
  });

  it("is JSON where a form cannot say it", () => {
    expect(write({ params: { tags: [], "a[b]": 1 } })).toContain(
      `-H 'Content-Type: application/json' \\\n  -d '{\n  "tags": [],\n  "a[b]": 1\n}'`,
    );
  });
});

const name = fc.stringMatching(/^[a-z_]{1,8}$/);
const text = fc.string({ unit: "grapheme", maxLength: 12 }).filter((one) => !one.includes("\0"));
const value: fc.Arbitrary<Json> = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(name, text), tie("any"), { maxKeys: 3 }),
  ),
})).any;

/** A value as a form has it: text. */
function asText(json: Json): Json {
  if (Array.isArray(json)) return json.map(asText);
  if (typeof json !== "object" || json === null) return json === null ? "" : String(json);
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, asText(one)]));
}

/** Lists with the indexes that a form may give them, which a hash may have of its own. */
function asHashes(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, one]) => [key, asHashes(one)]));
}

describe("what the server reads", () => {
  it("is what the sample says, whatever it says", () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, value, { maxKeys: 4 }),
        fc.constantFrom("GET", "POST", "DELETE", "PUT"),
        (params, verb) => {
          const request = requestOf(words(write({ params, verb })));
          expect(request.method).toBe(verb);
          expect(request.headers["api-version"]).toBe("2014-09-08");
          const { params: read, typed } = decodeParams(request);
          const plain = JSON.parse(JSON.stringify(read)) as Json;
          if (typed) expect(plain).toEqual(JSON.parse(JSON.stringify(params)));
          else expect(asHashes(plain)).toEqual(asHashes(asText(params)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has the key and the headers, whatever they hold", () => {
    fc.assert(
      fc.property(text, (odd) => {
        const command = curl.write({ ...base, headers: { "X-Odd": odd } }, "https://a.b", odd);
        const all = words(command);
        expect(all[all.indexOf("-u") + 1]).toBe(`${odd}:`);
        expect(all).toContain(odd === "" ? "X-Odd;" : `X-Odd: ${odd}`);
      }),
      { numRuns: 30 },
    );
  });
});
