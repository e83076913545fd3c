import type { Api } from "holdfast";
import { describe, expect, test } from "vitest";
import { told } from "../model/completeness.fixture.js";
import { oddApi } from "../model/odd-api.fixture.js";
import { zoo } from "../openapi/small-apis.fixture.js";
import { contextsOf } from "../pages/context.fixture.js";
import { code } from "../text/code.js";
import { factsOfMarkdown, sectionOf } from "./facts.fixture.js";
import {
  errorsMarkdown,
  eventsMarkdown,
  llmsFullTxt,
  llmsTxt,
  type MarkdownContext,
  methodMarkdown,
  overviewMarkdown,
  resourceMarkdown,
  versionsJson,
} from "./index.js";

const apis: readonly (readonly [string, Api])[] = [
  ["the odd API", oddApi],
  ["the zoo", zoo],
];

/** What all Markdown pages of a version tell, in the form of the model's own test. */
function toldInMarkdown(context: MarkdownContext): ReadonlySet<string> {
  const { described } = context;
  const facts: string[] = [];
  for (const name of described.methods) {
    const page = methodMarkdown(context, name);
    const doc = described.method(name);
    if (!page || !doc) continue;
    facts.push(`method ${doc.name} is ${/^`([A-Z]+ .*)`$/m.exec(page)?.[1]}`);
    facts.push(...factsOfMarkdown(sectionOf(page, "Params"), `method ${doc.name} params `));
    const returned = factsOfMarkdown(sectionOf(page, "Returns"), `method ${doc.name} returns `);
    facts.push(...returned);
  }
  for (const name of described.resources) {
    const page = resourceMarkdown(context, name);
    if (!page) continue;
    facts.push(`resource ${name}`);
    facts.push(...factsOfMarkdown(sectionOf(page, "Fields"), `resource ${name} fields `));
    for (const form of sectionOf(page, "Forms").split("\n### ").slice(1)) {
      const arm = /^\[.*\]\(<[^>]*?([^/>]+)\.md[^>]*>\)$/m.exec(form)?.[1];
      // What it was where it is one resource today has no name among the resources.
      if (arm === undefined) continue;
      facts.push(`resource ${name} fields <${decodeURIComponent(arm)}>`);
      facts.push(...factsOfMarkdown(form, `resource ${name} fields `));
    }
  }
  for (const entry of errorsMarkdown(context).split("\n## ").slice(1)) {
    const name = /^`+ ?(.*?) ?`+\n/.exec(entry)?.[1];
    facts.push(...factsOfMarkdown(entry, `error ${name} fields `));
  }
  return new Set(facts);
}

describe.each(apis)("the Markdown pages of %s", (_title, api) => {
  const at = contextsOf(api);
  const versions = api.timeline.versions.map(({ name }) => name);

  test("tell every param, field, value and form that the model has, and nothing else", () => {
    for (const version of versions) {
      const context = at(version);
      const wanted = [...told(context.described as never)].filter(
        (fact) => !fact.startsWith("event "),
      );
      const found = [...toldInMarkdown(context)].filter((fact) => !/ params expand$/.test(fact));
      expect(found.sort(), version).toEqual(wanted.sort());
    }
  });

  test("tell every event, and are linked from the overview and from llms.txt", () => {
    for (const version of versions) {
      const context = at(version);
      const { described, urls } = context;
      const events = eventsMarkdown(context);
      for (const name of described.events) {
        for (const { type } of described.event(name)?.types ?? []) {
          expect(events).toContain(code(type));
        }
      }
      const overview = overviewMarkdown(context);
      const llms = llmsTxt(context);
      const known = described.methods.filter((name) => described.method(name)?.exists);
      for (const name of known) {
        expect(llms).toContain(urls.markdown(name));
        expect(overview).toContain(urls.markdown(name));
      }
    }
  });

  test("are all in one text for models that read everything", () => {
    const context = at(versions.at(-1) ?? "");
    const all = llmsFullTxt(context);
    for (const name of context.described.methods) {
      const page = methodMarkdown(context, name);
      if (page !== undefined) expect(all).toContain(page);
    }
  });

  test("have no blank where nothing is to be said, and end with a line", () => {
    const context = at(versions[0] ?? "");
    const { methods, resources } = context.described;
    const pages = [
      overviewMarkdown(context),
      ...methods.flatMap((name) => methodMarkdown(context, name) ?? []),
      ...resources.flatMap((name) => resourceMarkdown(context, name) ?? []),
    ];
    for (const page of pages) {
      expect(page).not.toMatch(/\n\n\n|undefined|\[object|^- $/m);
      expect(page).toMatch(/^# .*[^\n]\n$/s);
    }
  });
});

test("llms.txt begins as its readers expect: a title, a quote, then lists of links", () => {
  const text = llmsTxt(contextsOf(zoo)("2021-01-01"));
  expect(text).toMatch(/^# Zoo\n\n> .+\n\n[^#]+\n\n## Guides\n\n- \[Overview\]\(</);
  for (const line of sectionOf(text, "Methods").trim().split("\n")) {
    expect(line).toMatch(/^- \[.+\]\(<.+>\)(: .+)?$/);
  }
});

test("there is no page of what the API does not have", () => {
  const context = contextsOf(zoo)("2021-01-01");
  expect(methodMarkdown(context, "animals.fly")).toBeUndefined();
  expect(resourceMarkdown(context, "bird")).toBeUndefined();
});

test("the index of versions has their days, and where to read of them", () => {
  const { urls } = contextsOf(zoo)("2021-01-01");
  const index = versionsJson(zoo, urls, Date.UTC(2022, 0, 1));
  expect(index).toMatchObject({ api: "Zoo", header: "API-Version", newest: "2021-01-01" });
  expect(
    index.versions.map(({ name, date, status, changes, gates }) => [
      name,
      date,
      status,
      changes,
      gates,
    ]),
  ).toEqual([
    ["genesis", null, "live", 0, 3],
    ["2020-01-01", "2020-01-01", "live", 2, 1],
    ["2021-01-01", "2021-01-01", "newest", 1, 0],
  ]);
  expect(index.versions[0]?.links.upgrade).toBe(urls.guide("genesis", "2021-01-01"));
  expect(index.versions[2]?.links).toMatchObject({
    upgrade: null,
    openapi: urls.openapi("2021-01-01"),
  });
});
