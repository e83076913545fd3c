import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { openApiOf, toYaml } from "./index.js";
import { zoo } from "./small-apis.fixture.js";

test("YAML of any JSON reads as that JSON again", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.parse(JSON.stringify(value));
      expect(parse(toYaml(json), { maxAliasCount: 0 })).toEqual(json);
    }),
    { numRuns: 300 },
  );
});

test("names and texts that YAML would take for something else stay what they are", () => {
  const odd = {
    yes: "no",
    "2015-02-18": "2015-02-18",
    "": "~",
    "a: b": "# c",
    "- d": "|",
    null: [[], {}, [[1], { e: [] }]],
    "1.5": "1e3",
    "é ☃": "line\nline\u2028\u0085",
  };
  expect(parse(toYaml(odd))).toEqual(odd);
  expect(parse(toYaml(odd), { version: "1.1" })).toEqual(odd);
});

test("a description as YAML is the one as JSON", () => {
  const document = openApiOf(zoo, "genesis");
  expect(parse(toYaml(document))).toEqual(JSON.parse(JSON.stringify(document)));
  expect(toYaml(document)).toMatch(/^openapi: "3\.1\.0"\ninfo:\n {2}title: "Zoo"\n/);
});
