import { bootApiFrom, field, gate, method, methodAdded, renamedTo, resource, t } from "holdfast";
import { describe, expect, it } from "vitest";
import { contextOf } from "../changelog/context.fixture.js";
import { labApi, labSamples } from "../changelog/lab.fixture.js";
import { diffText } from "../diff/diff-text.js";
import type { Guide } from "./guide.js";
import { guideOf } from "./guide-of.js";
import { guideMarkdown } from "./markdown.js";
import { renderGuide } from "./render-guide.js";
import { summaryOf } from "./words.js";

const api = labApi();
const samples = labSamples(api);
const guide = (from: string, to: string, ...only: string[]): Guide => {
  const found = guideOf(api, samples, from, to, only);
  if (!found) throw new RangeError(`${from} or ${to} is not known`);
  return found;
};
const partNames = ({ parts }: Guide) => parts.map(({ subject }) => `${subject.on} ${subject.name}`);

describe("a guide", () => {
  it("tells what changed, by what it is about, with what to do", () => {
    const found = guide("2011-01-01", "2014-04-04");
    expect(partNames(found)).toEqual(["method charges.create", "resource charge"]);
    const [create, charge] = found.parts;
    expect(create?.needed.length).toBeGreaterThan(0);
    expect(charge?.needed.length).toBeGreaterThan(0);
    expect(create?.samples.map(({ of, lines }) => [of, diffText(lines)])).toContainEqual([
      "request",
      '  POST /v1/charges\n  {\n-   "card": "source_1"\n+   "source": "source_1"\n  }',
    ]);
    expect(found.counts.untouched).toEqual({ methods: 1, resources: 1 });
    expect(found.described.map(({ gate }) => gate)).toEqual(["charge_has_fee", "source_was_pan"]);
  });

  it("tells of behaviours in the author's sentence", () => {
    const found = guide("genesis", "2011-01-01");
    expect(found.parts).toEqual([]);
    expect(found.behaviours).toEqual([
      {
        gate: "rounds_up",
        version: "2011-01-01",
        description: "Amounts are no longer rounded up.",
        methods: [{ on: "method", name: "charges.create" }],
      },
    ]);
    expect(summaryOf(found)).toBe("No change needs your code to change. 1 behaviour changes.");
  });

  it("says nothing of what was renamed and renamed back", () => {
    const fields = { id: t.string().describe("Its id.") };
    const thing = resource("thing", { description: "A thing.", fields }).from<{ id: string }>();
    const read = method("things.retrieve", {
      route: "GET /things",
      description: "Reads it.",
      returns: thing,
    }).execute(async () => ({ id: "1" }));
    const back = bootApiFrom(
      { name: "Back", resources: [thing], methods: [read] },
      `
genesis: []
2011-01-01:
  - { gate: thing_has_id, description: An id is a key. }
2012-01-01:
  - { gate: thing_has_key, description: A key is an id. }
`,
      [
        gate("thing_has_id", [field(thing, "id", renamedTo("key"))]),
        gate("thing_has_key", [field(thing, "key", renamedTo("id"))]),
      ],
    );
    const between = (from: string, to: string) =>
      guideOf(back, labSamples(back), from, to)?.parts.map(({ needed }) => needed.length);
    expect(between("genesis", "2011-01-01")).toEqual([1]);
    expect(between("2011-01-01", "2012-01-01")).toEqual([1]);
    expect(between("genesis", "2012-01-01")).toEqual([]);
  });

  it("counts what needs work and what does not", () => {
    const found = guide("2011-01-01", "2014-04-04");
    const all = found.parts.flatMap(({ needed, others }) => [...needed, ...others]);
    expect(found.counts.needed + found.counts.others).toBe(all.length);
    expect(found.counts.needed).toBe(all.filter(({ mend }) => mend !== undefined).length);
  });

  it("leads to the newer version, whichever was asked for first", () => {
    const found = guide("2014-04-04", "2011-01-01");
    expect(found.swapped).toBe(true);
    expect([found.from.name, found.to.name]).toEqual(["2011-01-01", "2014-04-04"]);
    expect({ ...found, swapped: false }).toEqual(guide("2011-01-01", "2014-04-04"));
  });

  it("says that a version is the same as itself", () => {
    const found = guide("2012-02-02", "2012-02-02");
    expect([found.parts, found.behaviours, found.described]).toEqual([[], [], []]);
    expect(summaryOf(found)).toContain("same version");
  });

  it("says that nothing differs over an additive release", () => {
    expect(summaryOf(guide("2012-02-02", "2013-03-03.acacia"))).toContain("Nothing differs");
  });

  it("leads to drafts, too", () => {
    const found = guide("2014-04-04", "2040-01-01-preview");
    expect(partNames(found)).toEqual(["resource charge"]);
    expect(found.to.status).toBe("draft");
  });

  it("is about what it is limited to, and what that shows", () => {
    const receipts = guide("genesis", "2014-04-04", "receipts.retrieve");
    expect(partNames(receipts)).toEqual(["resource charge"]);
    expect(receipts.behaviours).toEqual([]);
    expect(partNames(guide("genesis", "2014-04-04", "receipt"))).toEqual([]);
    expect(partNames(guide("genesis", "2014-04-04", "charges.create"))).toEqual([
      "method charges.create",
      "resource charge",
    ]);
  });

  it("says which names nobody knows", () => {
    const found = guide("genesis", "2014-04-04", "charge", "constructor", "no such thing");
    expect(found.unknown).toEqual(["constructor", "no such thing"]);
    expect(found.only).toEqual([{ on: "resource", name: "charge" }]);
    const about = guide("genesis", "2011-01-01", "receipt", "toString");
    expect(summaryOf(about)).toBe(
      "Nothing differs about receipt between the two: there is nothing to change.",
    );
  });

  it("says that there is nothing to do of nothing that nobody knows", () => {
    const found = guide("genesis", "2014-04-04", "toString");
    expect([found.parts, found.behaviours, found.described]).toEqual([[], [], []]);
    expect(guideMarkdown(found)).not.toMatch(/there is nothing to change|Nothing differs/);
    expect(guideMarkdown(found)).toContain("So this guide tells of nothing");
    expect(renderGuide(contextOf(api, samples), found)).not.toContain("there is nothing to change");
  });

  it("does not know what only other versions have", () => {
    const fields = { id: t.string().describe("Its id.") };
    const thing = resource("thing", { description: "A thing.", fields }).from<{ id: string }>();
    const [read, late] = ["read", "late"].map((name) =>
      method(`things.${name}`, {
        route: `GET /${name}`,
        description: "Reads it.",
        returns: thing,
      }).execute(async () => ({ id: "1" })),
    );
    if (!read || !late) throw new RangeError("there are two methods");
    const grown = bootApiFrom(
      { name: "Grown", resources: [thing], methods: [read, late] },
      "genesis: []\n2011-01-01: []\n2012-01-01:\n  - { gate: lacks_late, description: It is new. }",
      [gate("lacks_late", [methodAdded(late)])],
    );
    const between = (from: string, to: string) =>
      guideOf(grown, labSamples(grown), from, to, ["things.late"])?.unknown;
    expect(between("genesis", "2011-01-01")).toEqual(["things.late"]);
    expect(between("genesis", "2012-01-01")).toEqual([]);
  });

  it("is none for a version that is not known", () => {
    expect(guideOf(api, samples, "2012-02-03", "2014-04-04")).toBeUndefined();
    expect(guideOf(api, samples, "genesis", "constructor")).toBeUndefined();
  });

  it("is Markdown with a list to tick off, and with diffs", () => {
    const text = guideMarkdown(guide("2014-04-04", "2011-01-01", "charges.create", "x`y"));
    expect(text).toContain("# Upgrade from 2011-01-01 to 2014-04-04 for `charges.create`");
    expect(text).toContain("asked for in the other order");
    expect(text).toContain("Neither version knows ``x`y``.");
    expect(text).toContain("## charges.create (method)");
    expect(text).toMatch(/^- \[ \] .+/m);
    expect(text).toContain('~~~~diff\n  POST /v1/charges\n  {\n-   "card": "source_1"');
  });
});

describe("the page of a guide", () => {
  const context = contextOf(api, samples);
  const page = (from: string, to: string, ...only: string[]) =>
    renderGuide(context, guide(from, to, ...only));

  it("has a form that works without a script, with what was chosen", () => {
    const html = page("2011-01-01", "2014-04-04", "charge");
    expect(html).toContain('<form class="upgrade" action="/docs/upgrade">');
    const chosen = [...html.matchAll(/<option[^>]* selected[^>]*>([^<]*)</g)].map(([, one]) => one);
    expect(chosen).toEqual(["2011-01-01", "2014-04-04", "charge"]);
    const several = page("2011-01-01", "2014-04-04", "charge", "charges.create");
    expect(several).toContain("<option selected>charge,charges.create</option>");
    expect(page("2011-01-01", "2014-04-04")).toMatch(/<option[^>]* selected[^>]*>\s*Everything/);
  });

  it("shows what to do, and requests and answers before and after", () => {
    const html = page("2011-01-01", "2014-04-04");
    expect(html).toContain('<section class="part" id="method-charges.create">');
    expect(html).toContain("Request, before and after");
    expect(html).toMatch(/<del><span class="unseen">Before: <\/span>[^<]*card/);
    expect(html).toMatch(/<ins><span class="unseen">After: <\/span>[^<]*source/);
    expect(html).toContain("1 method and 1 resource are on both sides what they were.");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says what it did with what was asked, and writes it as text", () => {
    const html = page("2014-04-04", "2011-01-01", "<script>alert(1)</script>");
    expect(html).toContain("asked for in the other order");
    expect(html).toContain("Neither version knows &lt;script>alert(1)&lt;/script>.");
    expect(html).not.toContain("<script>alert");
    expect(page("genesis", "genesis")).toContain("Both are the same version");
  });
});
