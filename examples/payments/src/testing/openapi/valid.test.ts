import { beforeEach, expect, test } from "vitest";
import { invalid, lint, missing, render } from "../../../../../judges/index.js";
import { at, documentOf, spread, versions } from "./documents.fixture.js";
import { Unseen } from "./unseen.fixture.js";

beforeEach((context) => {
  const why = missing();
  if (why !== undefined) context.skip(why);
});

const NOTHING = { "openapi-schema-validator": [], "openapi-parser": [] };

test("two validators find nothing wrong with the description of any version", async () => {
  const unseen = new Unseen();
  const whole = new Set(spread(3));
  for (const version of versions) {
    const document = documentOf(version);
    const part = whole.has(version) ? document : unseen.of(document);
    if (part) expect(await invalid(part), version).toEqual(NOTHING);
  }
}, 300_000);

test("the validators do find what is wrong", async () => {
  const [version = ""] = versions;
  const document = documentOf(version);
  const broken = { ...document, paths: { "/v1/things/{thing}": { get: { responses: {} } } } };
  const found = await invalid(broken);
  expect(Object.values(found).flat()).not.toEqual([]);
  const dangling = { ...document, components: { ...document.components, responses: {} } };
  expect((await invalid(dangling))["openapi-parser"]).not.toEqual([]);
}, 120_000);

test("a linter has no errors to tell, and warns only that nobody is named to contact", async () => {
  for (const version of spread(3)) {
    const found = await lint(documentOf(version));
    expect(found.map(({ severity, rule, at: place }) => `${severity} ${rule} ${place}`)).toEqual([
      "warning info-contact info",
    ]);
  }
}, 240_000);

test("a stock renderer shows every method and event", () => {
  for (const version of spread(2)) {
    const document = documentOf(version);
    const html = render(document);
    for (const item of Object.values(document.paths)) {
      for (const operation of Object.values(item)) {
        expect(html).toContain(String(at(operation, "operationId")));
      }
    }
  }
}, 120_000);
