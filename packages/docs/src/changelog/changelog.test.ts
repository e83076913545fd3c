import { bootApiFrom } from "holdfast";
import { describe, expect, it } from "vitest";
import { diffText } from "../diff/diff-text.js";
import { changelogOf } from "./changelog.js";
import { labAdditions, labApi, labSamples } from "./lab.fixture.js";

const api = labApi();
const changelog = changelogOf(api, labSamples(api), { additions: labAdditions });

describe("a changelog", () => {
  it("has an entry for everything that was released, newest first", () => {
    expect(changelog.entries.map(({ id }) => id)).toEqual([
      "sunset-2011-01-01",
      "deprecated-2011-01-01",
      "amend-2015-05-05-receipt_has_nothing",
      "2014-04-04",
      "additions-2013-06-06",
      "2013-03-03.acacia",
      "2012-02-02",
      "2011-01-01",
    ]);
  });

  it("keeps drafts apart", () => {
    expect(changelog.drafts.map(({ id, date, gates }) => ({ id, date, gates }))).toEqual([
      { id: "2040-01-01-preview", date: undefined, gates: ["charge_has_note"] },
    ]);
  });

  it("finds releases and drafts by name, and nothing else", () => {
    expect(changelog.release("2012-02-02")?.gates).toEqual(["charge_has_card", "charge_has_fee"]);
    expect(changelog.release("2040-01-01-preview")?.version.status).toBe("draft");
    expect(changelog.release("2014-04-04-preview")?.id).toBe("2040-01-01-preview");
    for (const name of ["genesis", "2012-02-03", "additions-2013-06-06", "", "constructor"]) {
      expect(changelog.release(name)).toBeUndefined();
    }
  });

  it("says what changed, for whom, and what to do", () => {
    const change = changelog.change("charge_has_card");
    expect(change?.kinds).toEqual(expect.arrayContaining(["field", "param"]));
    expect(change?.affects).toEqual(
      expect.arrayContaining([
        { on: "resource", name: "charge" },
        { on: "method", name: "charges.create" },
        { on: "method", name: "receipts.retrieve" },
      ]),
    );
    expect(change?.mends.length).toBeGreaterThan(0);
    expect(change?.description).toContain("as `source` &");
  });

  it("says of what is only described nothing more", () => {
    expect(changelog.change("charge_has_fee")).toMatchObject({
      planned: true,
      kinds: [],
      differences: [],
      affects: [],
      mends: [],
    });
    expect(changelog.examples("charge_has_fee")).toEqual([]);
  });

  it("knows behaviours by the methods that ask about them", () => {
    expect(changelog.change("rounds_up")).toMatchObject({
      kinds: ["behaviour"],
      affects: [{ on: "method", name: "charges.create" }],
    });
  });

  it("tells what samples show of a change, and nothing else", () => {
    const shown = changelog
      .examples("charge_has_card")
      .map(({ subject, of, lines }) => [subject.name, of, diffText(lines)]);
    expect(shown).toContainEqual([
      "charge",
      "object",
      '  {\n    "id": "id_1",\n-   "card": "source_1",\n+   "source": "source_1",\n    …\n  }',
    ]);
    expect(shown).toContainEqual([
      "charges.create",
      "request",
      '  POST /v1/charges\n  {\n-   "card": "source_1"\n+   "source": "source_1"\n  }',
    ]);
    expect(changelog.examples("charge_has_memo").map(({ lines }) => diffText(lines))).toEqual([
      '  {\n    …\n-   "memo": "memo_1"\n  }',
    ]);
  });

  it("tells an addition once, with what it is part of", () => {
    const entry = changelog.entries.find(({ is }) => is === "additions");
    expect(entry).toMatchObject({
      additions: [
        { what: "field receipt.charge", subject: { on: "resource", name: "receipt" } },
        { what: "header X-Odd", subject: undefined },
      ],
    });
  });

  it("knows no gate that nothing lists", () => {
    expect(changelog.change("constructor")).toBeUndefined();
    expect(changelog.examples("nothing")).toEqual([]);
  });

  it("is empty for an API to which nothing happened", () => {
    const quiet = bootApiFrom({ name: "Quiet", resources: [], methods: [] }, "genesis: []", []);
    expect(changelogOf(quiet, labSamples(quiet)).entries).toEqual([]);
  });
});
