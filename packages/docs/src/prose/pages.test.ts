import { describe, expect, it } from "vitest";
import { api } from "../../../../examples/payments/src/app.js";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { noExamples, Samples } from "../samples/index.js";
import { curl } from "../samples/languages/curl.js";
import { proseHtml, proseMarkdown, readProse } from "./index.js";
import type { LiveSource } from "./live.js";

const folder = new URL("../../../../examples/payments/docs/", import.meta.url);
const documents = await readProse(folder, api);
const lifelines = new Lifelines(api);
const describer = new Describer(api, lifelines);
const samples = new Samples(api, noExamples);

function sourceAt(version: string): LiveSource {
  return { api, described: describer.at(version), lifelines, samples };
}

const written = {
  ...{ language: curl, apiUrl: "https://a.example", key: "k" },
  page: (slug: string) => `/docs/${slug}.md`,
};
const view = {
  page: (slug: string) => `/docs/${slug}`,
  show: ({ kind }: { readonly kind: string }) => `<p>live ${kind}</p>`,
};

describe("the pages of payments", () => {
  it("are these, in this order", () => {
    expect(documents.map(({ slug }) => slug)).toEqual(
      [
        "authentication",
        "errors",
        "idempotency",
        "pagination",
        "expanding",
        "metadata",
        "versioning",
        "webhooks",
        "testing",
      ].map((name) => `guides/${name}`),
    );
  });

  it("read at every version", () => {
    for (const { name } of api.timeline.versions) {
      const source = sourceAt(name);
      for (const one of documents) {
        const html = proseHtml(one, source, view);
        const markdown = proseMarkdown(one, source, written);
        for (const text of [html, markdown]) {
          expect(text, `${one.slug} ${name}`).not.toMatch(/undefined|\[object|\{charge|NaN/);
        }
        expect(html).toContain("<h2 id=");
        expect(html).not.toMatch(/href="(?!https?:|\/docs\/)/);
        expect(markdown).not.toMatch(/\]\((?!<?(https?:|\/docs\/))/);
        expect(markdown.startsWith(`# ${one.title}\n`)).toBe(true);
      }
    }
  });

  it("speak the version's words", () => {
    const versioning = documents.find(({ slug }) => slug === "guides/versioning");
    const at = (version: string) =>
      versioning ? proseMarkdown(versioning, sourceAt(version), written) : "";
    expect(at("2014-12-08")).toContain("- `card` (string or object");
    expect(at("2014-12-08")).toContain("does not apply to it yet");
    expect(at("2015-02-18")).toContain("- `source` (string or object");
    expect(at("2015-02-18")).not.toContain("- `card` (string");
  });
});
