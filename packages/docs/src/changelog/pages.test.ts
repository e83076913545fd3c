import { bootApiFrom } from "holdfast";
import { describe, expect, it } from "vitest";
import { changelogOf } from "./changelog.js";
import { contextOf } from "./context.fixture.js";
import { filtersOf } from "./filters.js";
import { type ChangelogJson, jsonOf } from "./json.js";
import { labAdditions, labApi, labSamples } from "./lab.fixture.js";
import { markdownOf } from "./markdown.js";
import { releaseMarkdown } from "./release-markdown.js";
import { renderChangelog } from "./render-changelog.js";
import { renderRelease } from "./render-release.js";

const api = labApi();
const samples = labSamples(api);
const changelog = changelogOf(api, samples, { additions: labAdditions });
const context = contextOf(api, samples);
const filters = (query: string) => filtersOf(new URLSearchParams(query));
const page = (query = "") => renderChangelog(context, changelog, filters(query));
const idsIn = (html: string) => [...html.matchAll(/ id="([^"~]*)"/g)].map(([, id]) => id);
const release = (version: string) => renderRelease(context, changelog, version) ?? "";

describe("the page of a changelog", () => {
  it("has an anchor for each entry and each change, and nothing of drafts", () => {
    expect(idsIn(page())).toEqual([
      "sunset-2011-01-01",
      "deprecated-2011-01-01",
      "amend-2015-05-05-receipt_has_nothing",
      "receipt_has_nothing",
      "2014-04-04",
      "charge_has_memo",
      "source_was_pan",
      "additions-2013-06-06",
      "2013-03-03.acacia",
      "2012-02-02",
      "charge_has_card",
      "charge_has_fee",
      "2011-01-01",
      "rounds_up",
    ]);
    expect(page()).not.toContain("2040");
  });

  it("shows drafts as upcoming on a preview link, which search engines leave out", () => {
    expect(idsIn(page("preview")).slice(0, 2)).toEqual(["2040-01-01-preview", "charge_has_note"]);
    expect(page("preview")).toContain(">upcoming</span>");
    expect(page("preview")).toContain('name="robots" content="noindex"');
    expect(page()).not.toContain('name="robots"');
  });

  it("keeps what was chosen in its form and in its other formats", () => {
    const html = page("affects=charges.create&kind=param");
    expect(idsIn(html)).toEqual(["2012-02-02", "charge_has_card"]);
    expect(html).toContain("<option selected>charges.create</option>");
    expect(html).toMatch(/<input type="checkbox" name="kind" value="param" checked/);
    expect(html).toContain('href="/changelog.atom?affects=charges.create&amp;kind=param"');
    expect(html).toContain("1 change found.");
    expect(page("kind=list")).toContain("No change fits these filters.");
  });

  it("says which names and kinds there are not", () => {
    const html = page("affects=nope&kind=odd&kind=param");
    expect(html).toContain("No method is called <code>nope</code> today.");
    expect(html).toContain("No kind of change is called <code>odd</code>.");
    expect(html).toContain("No change fits these filters.");
    expect(page("kind=odd&kind=param")).toContain("1 change found.");
    expect(page("kind=param")).not.toContain("is called");
    expect(page("resource=%3Ci%3E")).toContain(
      "No resource is called <code>&lt;i&gt;</code> today.",
    );
  });

  it("writes what authors write as text", () => {
    expect(page()).toContain("<code>source</code> &amp; &lt;b&gt;elsewhere&lt;/b&gt;.");
    expect(page()).not.toContain("<b>elsewhere");
    expect(page("affects=%3Cscript%3E&before=%22%3E")).not.toContain("<script>");
  });

  it("is there for an API to which nothing happened", () => {
    const quiet = bootApiFrom({ name: "Quiet", resources: [], methods: [] }, "genesis: []", []);
    const none = labSamples(quiet);
    const html = renderChangelog(contextOf(quiet, none), changelogOf(quiet, none), filters(""));
    expect(html).toContain("Nothing has changed.");
  });

  it("has pages that hold every entry once, with a way to each year", () => {
    const many = Array.from({ length: 130 }, (_, index) => {
      const day = `${2000 + Math.floor(index / 10)}-0${(index % 9) + 1}-01`;
      return `${day}.r${String(index).padStart(3, "0")}`;
    }).sort();
    const history = [
      "genesis: []",
      ...many.map(
        (version, index) =>
          `${version}:\n  - { gate: g_${index}, description: Something., planned: true }`,
      ),
    ].join("\n");
    const long = bootApiFrom({ name: "Long", resources: [], methods: [] }, history, []);
    const none = labSamples(long);
    const all = changelogOf(long, none);
    const at = contextOf(long, none);
    const seen: (string | undefined)[] = [];
    let next: string | undefined = "";
    while (next !== undefined) {
      const html = renderChangelog(at, all, filters(next));
      seen.push(...idsIn(html).filter((id) => id?.includes("-")));
      expect(html).toContain('href="/changelog?before=2007">2006</a>');
      next = /<a rel="next" href="\/changelog\?([^"]*)"/.exec(html)?.[1];
    }
    expect(seen).toEqual([...many].reverse());
    const first = renderChangelog(at, all, filters("before=2007"));
    expect(idsIn(first)[0]).toBe(many.findLast((version) => version < "2007"));
  });
});

describe("the page of a version", () => {
  it("says what changed, for whom, before and after, what to do, and how to try it", () => {
    const html = release("2012-02-02");
    const parts = ["What changed", "For whom", "What to do", "Before and after", "Try it early"];
    for (const title of parts) expect(html).toContain(`>${title}</h`);
    expect(html).toContain('<a href="/docs/receipts.retrieve?version=2012-02-02">');
    expect(html).toMatch(/<del><span class="unseen">Before: <\/span>.*card/s);
    expect(html).toMatch(/<ins><span class="unseen">After: <\/span>.*source/s);
    expect(html).toContain("Lab-Version: 2012-02-02");
    expect(html).toContain('<a href="/docs/upgrade?from=2011-01-01&amp;to=2012-02-02">');
    expect(html).toContain('<a rel="next" href="/changelog/2013-03-03.acacia">');
  });

  it("is there for drafts, for who knows their names", () => {
    const html = release("2040-01-01-preview");
    expect(html).toContain("Not released yet");
    expect(html).toContain('content="noindex"');
    expect(html).toContain("Lab-Version: 2040-01-01-preview");
    expect(release("2014-04-04")).not.toContain("preview");
  });

  it("is there for releases without gates, and for nothing else", () => {
    expect(release("2013-03-03.acacia")).toContain("An additive release");
    for (const name of ["genesis", "2012-02-03", "constructor"]) expect(release(name)).toBe("");
  });
});

describe("the other formats", () => {
  it("tell of the same changes", () => {
    const gates = changelog.entries.flatMap((entry) => (entry.is === "release" ? entry.gates : []));
    const json: ChangelogJson = JSON.parse(jsonOf(changelog));
    const inJson = json.entries.flatMap((one) => (one.type === "release" ? one.changes : []));
    expect(inJson.map(({ gate }) => gate)).toEqual(gates);
    expect(json.entries.map(({ id }) => id)).toEqual(changelog.entries.map(({ id }) => id));
    const text = markdownOf(changelog);
    for (const gate of gates) expect(text).toContain(changelog.change(gate)?.description);
  });

  it("say which names there are not", () => {
    const asked = filters("affects=nope&affects=charges.create");
    expect(markdownOf(changelog, asked)).toContain("\n\nNo method is called `nope` today.\n\n## ");
    const typo = markdownOf(changelog, filters("resource=nonsense"));
    expect(typo).toContain(
      "No resource is called `nonsense` today.\n\nNo change fits these filters.",
    );
    expect(typo).not.toContain("Nothing has changed");
    const unknown = { methods: ["nope"], resources: [], kinds: [] };
    expect(JSON.parse(jsonOf(changelog, asked))).toMatchObject({ unknown });
  });

  it("have a shape that stays", () => {
    const json: ChangelogJson = JSON.parse(jsonOf(changelog));
    const { entries, ...top } = json;
    expect(top).toEqual({ format: 1, api: "Lab & <Sons>", versionHeader: "Lab-Version" });
    const keys = (value: object | null | undefined) => Object.keys(value ?? {}).sort();
    const first = entries.find(({ id }) => id === "2012-02-02");
    const change = first?.type === "release" ? first.changes[0] : undefined;
    expect(keys(first)).toEqual(["changes", "date", "id", "status", "type", "version"]);
    expect(keys(change)).toEqual(
      ["affects", "description", "differences", "gate", "kinds", "planned"].sort(),
    );
    expect(keys(change?.differences[0])).toEqual(
      ["after", "before", "kind", "mend", "part", "says", "subject"].sort(),
    );
    expect(keys(change?.affects[0])).toEqual(["name", "type"]);
    expect(entries.find(({ type }) => type === "retirement")).toEqual({
      id: "sunset-2011-01-01",
      date: "2030-01-01",
      type: "retirement",
      version: "2011-01-01",
      what: "sunset",
      sunset: "2030-01-01",
      after: "error",
      link: "https://example.com/end?of=it&all",
    });
    expect(entries.find(({ type }) => type === "amend")).toMatchObject({
      effect: "revokes",
      from: null,
      to: null,
      change: { gate: "receipt_has_nothing" },
    });
    expect(entries.find(({ type }) => type === "additions")).toMatchObject({
      additions: [
        { what: "field receipt.charge", subject: { type: "resource", name: "receipt" } },
        { what: "header X-Odd", subject: null },
      ],
    });
  });

  it("have drafts where they are asked for only", () => {
    for (const show of [jsonOf, markdownOf]) {
      expect(show(changelog)).not.toContain("2040");
      expect(show(changelog, filters("preview"))).toContain("2040-01-01-preview");
    }
  });

  it("have a version by itself, with its diffs", () => {
    const text = releaseMarkdown(changelog, "2012-02-02");
    expect(text).toContain("# Version 2012-02-02");
    expect(text).toContain('-   "card": "source_1"');
    expect(text).toContain("`Lab-Version: 2012-02-02`");
    expect(text).toContain(
      "  - `charges.create` and `charge`: `card` is now `source`. To do: Send `source` instead of `card`. Read `source` instead of `card`.",
    );
    expect(releaseMarkdown(changelog, "2012-02-03")).toBeUndefined();
  });
});
