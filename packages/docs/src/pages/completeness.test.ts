import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { isAnswered } from "../model/answered.fixture.js";
import { promised } from "../model/completeness.fixture.js";
import type { SubjectRef } from "../model/refs.js";
import { contextsOf } from "./context.fixture.js";
import { factsOfHtml, type PageFacts } from "./facts-of-html.fixture.js";
import { type PageContext, renderReference } from "./index.js";

/** Only what pages are about: what is around them is the same on all of them. */
const bare = { Header: () => null, Sidebar: () => null, VersionSlider: () => null };

/** Everything that the pages of a version tell, read off their HTML. */
function shown(context: PageContext): ReadonlySet<string> {
  const { methods, resources } = context.described;
  const facts = new Set<string>();
  const add = (subject: SubjectRef, prefixes: Prefixes, anchor?: string): void => {
    const html = renderReference(context, subject, anchor) ?? "";
    expect(html, `${subject.name} ${anchor}`).toContain("<h1>");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, `ids of ${subject.name}`).toBe(ids.length);
    const page: PageFacts = factsOfHtml(html, prefixes);
    for (const fact of page.facts) facts.add(fact);
    for (const { slug, prefix } of page.deeper) {
      const below = slug.slice(subject.name.length + 1);
      add(subject, { params: `${prefix}.`, fields: `${prefix}.` }, below);
    }
  };
  for (const name of methods) {
    const called = context.described.method(name)?.name;
    const [params, fields] = [`method ${called} params `, `method ${called} returns `];
    add({ on: "method", name }, { params, fields });
  }
  for (const name of resources) {
    facts.add(`resource ${name}`);
    add({ on: "resource", name }, { params: "", fields: `resource ${name} fields ` });
  }
  for (const [, name = "", entry = ""] of entriesOf(renderReference(context, ERRORS) ?? "")) {
    for (const fact of factsOfHtml(entry, { params: "", fields: `error ${name} fields ` }).facts) {
      facts.add(fact);
    }
  }
  for (const [, , entry = ""] of entriesOf(renderReference(context, EVENTS) ?? "")) {
    for (const type of typesIn(entry)) facts.add(`event ${type}`);
  }
  return facts;
}

interface Prefixes {
  readonly params: string;
  readonly fields: string;
}

const ERRORS: SubjectRef = { on: "error", name: "" };
const EVENTS: SubjectRef = { on: "event", name: "" };

function entriesOf(html: string) {
  return html.matchAll(
    /<li id="([^"]*)" class="entry">([\s\S]*?)(?=<li id="[^"]*" class="entry">|<footer)/g,
  );
}

/** The types of an event: what its entry is called, or all of them where they are listed. */
function typesIn(entry: string): readonly string[] {
  const [, names] = /<ul class="names">([\s\S]*?)<\/ul>/.exec(entry) ?? [];
  const listed = [...(names ?? "").matchAll(/<li>\s*<code>([^<]*)<\/code>/g)];
  const titles = [...entry.matchAll(/<h2>\s*<a [^>]*>([^<]*)<\/a>/g)];
  return (names === undefined ? titles : listed).map(([, type = ""]) => type);
}

function compare(api: Api, versions: readonly string[]): number {
  const contextAt = contextsOf(api, bare);
  let count = 0;
  for (const version of versions) {
    const context = contextAt(version);
    const contract = api.timeline.at(version);
    if (!contract) throw new RangeError(version);
    const is = shown(context);
    const should = [...promised(api, contract)].filter(
      (fact) => !/ is [A-Z]+ \//.test(fact) && isListed(contract, fact),
    );
    expect(
      should.filter((fact) => !is.has(fact)),
      `${version} lacks`,
    ).toEqual([]);
    const wanted = new Set(should);
    expect(
      [...is].filter((fact) => !wanted.has(fact)),
      `${version} makes up`,
    ).toEqual([]);
    count += should.length;
  }
  return count;
}

/** Errors that a floor promises although no method raises them at the version are not listed. */
function isListed(contract: Contract, fact: string): boolean {
  const [what, name = ""] = fact.split(" ");
  return what !== "error" || isAnswered(contract, name);
}

describe("every param, field, value and variant stands in the HTML of its page, and nothing else", () => {
  it("of payments, at every version", { timeout: 300_000 }, () => {
    const versions = payments.timeline.versions.map(({ name }) => name);
    expect(compare(payments, versions)).toBeGreaterThan(versions.length * 500);
  });

  it("of a generated API, at every version", { timeout: 300_000 }, () => {
    const api = generatedApi({ methods: 25, versions: 30, seed: 3 });
    const versions = api.timeline.versions.map(({ name }) => name);
    expect(compare(api, versions)).toBeGreaterThan(versions.length * 100);
  });
});
