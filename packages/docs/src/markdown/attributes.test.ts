import { expect, it } from "vitest";
import { api } from "../../../../examples/payments/src/app.js";
import { oddApi } from "../model/odd-api.fixture.js";
import { zoo } from "../openapi/small-apis.fixture.js";
import { contextsOf } from "../pages/context.fixture.js";
import { llmsFullTxt, methodMarkdown } from "./index.js";

const newest = api.timeline.versions.at(-1)?.name ?? "";

it.each([
  ["payments", api],
  ["the odd API", oddApi],
  ["the zoo", zoo],
])("no line of %s ends before something is said", (_title, one) => {
  const at = contextsOf(one);
  for (const version of [one.timeline.versions[0], one.timeline.versions.at(-1)]) {
    const lines = llmsFullTxt(at(version?.name ?? "")).split("\n");
    expect(lines.filter((line) => /^\s*- .*[:;,]\s*$|\s$/.test(line))).toEqual([]);
  }
});

it("what has two forms says what they look like, not what the model calls them", () => {
  const page = methodMarkdown(contextsOf(api)(newest), "charges.create") ?? "";
  expect(page).toMatch(/^ {2}- Form string$/m);
  expect(page).toMatch(/^ {2}- Form object\n {4}- `object` \(enum/m);
  expect(page).not.toMatch(/Form `(text|object)`/);
});

it("a name is told of once, where it changed", () => {
  const page = methodMarkdown(contextsOf(api)(newest), "charges.create") ?? "";
  expect(page.match(/`card` up to 2015-02-16/g)).toHaveLength(1);
  expect(page).not.toContain("`card.number` up to");
});

it("what can be expanded is told of once", () => {
  const page = methodMarkdown(contextsOf(api)(newest), "charges.create") ?? "";
  expect(page.match(/`failure_balance_transaction`/g)).toHaveLength(1);
});
