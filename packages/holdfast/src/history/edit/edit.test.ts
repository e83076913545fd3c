import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHistory } from "../versions.js";
import { addToDraft, arrangeDrafts, releaseDraft, retireVersion } from "./index.js";

const head = `# Every version.
genesis: []

2011-01-01: # the first
  # about a
  - gate: a
    description: >
      One
      two. # no comment
    fact: [x,  y]

2012-01-01:   []  # additive
`;
const amend = `
# what was amended
amend:
  - { date: 2013-01-01, revokes: z, description: "Z." }
# the end
`;
const list = `${head}
# not released
next: # soon
  # about b
  - gate: b
    description: "B: c"   # as it is
  - {gate: c, description: C}
${amend}`;
const map = `${head}
# not released
next:
  # the first one
  2013-01-01:
    # about b
    - gate: b
      description: |
        B
        # no comment
    - gate: c
      description: C
  # the second one
  2014-01-01.x:
    - gate: d
      description: D
  2015-01-01: []
${amend}`;

const sketch = (text: string) => {
  const { versions, drafts, diagnostics } = parseHistory(text, "versions.yaml");
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return [...versions, ...drafts].map(({ name, gates }) =>
    `${name}: ${gates.map(({ gate }) => gate).join(" ")}`.trim(),
  );
};

describe("releasing a draft", () => {
  it("changes one word where there is one draft", () => {
    expect(releaseDraft(list, "2013-01-01.y")).toBe(list.replace("next:", "2013-01-01.y:"));
  });

  it("takes the first of several drafts out from under next", () => {
    const released = releaseDraft(map, "2013-06-01");
    expect(released).toBe(`${head}
# not released
# the first one
2013-06-01:
  # about b
  - gate: b
    description: |
      B
      # no comment
  - gate: c
    description: C

next:
  # the second one
  2014-01-01.x:
    - gate: d
      description: D
  2015-01-01: []
${amend}`);
    expect(sketch(released)).toContain("2013-06-01: b c");
    const last = ["2014-01-01.x", "2015-01-01"].reduce(releaseDraft, released);
    expect(sketch(last).slice(-2)).toEqual(["2014-01-01.x: d", "2015-01-01:"]);
    expect(last).not.toContain("next:");
    expect(last.startsWith(head) && last.endsWith(amend)).toBe(true);
  });

  it("is refused where there is none, or where it cannot be edited", () => {
    expect(() => releaseDraft(head, "2013-01-01")).toThrow("There is no draft to release.");
    const flow = `${head}next: [{ gate: b, description: B }]\n`;
    expect(() => releaseDraft(flow, "2013-01-01")).toThrow("is written in brackets");
    expect(() => releaseDraft("{ genesis: [] }", "2013-01-01")).toThrow("that can be edited");
  });
});

describe("arranging drafts", () => {
  it("collapses them", () => {
    const one = arrangeDrafts(map, [
      { version: "2014-06-01", of: ["2013-01-01", "2014-01-01.x", "2015-01-01"] },
    ]);
    expect(sketch(one).slice(3)).toEqual(["2014-06-01-preview: b c d"]);
    for (const comment of ["  # the first one", "  # the second one", "    # about b"]) {
      expect(one.split("\n")).toContain(comment);
    }
    expect(one.startsWith(head) && one.endsWith(amend)).toBe(true);
  });

  it("re-dates, reorders and splits them", () => {
    const other = arrangeDrafts(map, [
      { version: "2016-01-01", of: ["2013-01-01"] },
      { version: "2017-01-01", of: ["c"] },
    ]);
    expect(sketch(other).slice(3)).toEqual([
      "2014-01-01.x-preview: d",
      "2015-01-01-preview:",
      "2016-01-01-preview: b",
      "2017-01-01-preview: c",
    ]);
  });

  it("gives a draft a date, or takes it away", () => {
    const dated = arrangeDrafts(list, [{ version: "2013-01-01", of: ["next"] }]);
    expect(sketch(dated).slice(3)).toEqual(["2013-01-01-preview: b c"]);
    const back = arrangeDrafts(dated, [{ version: null, of: ["2013-01-01"] }]);
    expect(sketch(back)).toEqual(sketch(list));
  });

  it("is refused where something would be without a date, or twice", () => {
    expect(() => arrangeDrafts(list, [{ version: "2013-01-01", of: ["b"] }])).toThrow(
      "Some gates would have no date beside those that do: c.",
    );
    expect(() => arrangeDrafts(map, [{ version: "2014-01-01", of: ["b"] }])).toThrow(
      "2014-01-01 and 2014-01-01.x are of one day: give one another date.",
    );
    expect(() => arrangeDrafts(map, [{ version: "2016-01-01", of: ["a"] }])).toThrow(
      "There is neither a draft nor a gate in one called a.",
    );
  });

  it("never loses a gate, and changes nothing else", () => {
    const names = ["b", "c", "d", "2013-01-01", "2014-01-01.x", "2015-01-01"];
    const days = ["2013-01-01", "2014-06-01", "2016-01-01", "2017-01-01"];
    const plan = fc.record({
      version: fc.constantFrom(...days),
      of: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
    });
    fc.assert(
      fc.property(plan, (one) => {
        const other = arrangeDrafts(map, [one]);
        const gates = sketch(other)
          .slice(3)
          .flatMap((line) => line.split(" ").slice(1));
        expect([...gates].sort()).toEqual(["b", "c", "d"]);
        expect(other.startsWith(head) && other.endsWith(amend)).toBe(true);
      }),
    );
  });
});

describe("adding a gate", () => {
  const gate = { gate: "new_one", description: "It: was `new`.\nAnd # old." };

  it.each([
    ["a list", list, "2012-01-01-preview: b c new_one"],
    ["several drafts", map, "2015-01-01-preview: new_one"],
    ["none", `${head}${amend}`, "2012-01-01-preview: new_one"],
  ])("to %s", (_name, text, line) => {
    const added = addToDraft(text, [gate]);
    expect(sketch(added).at(-1)).toBe(line);
    expect(added.startsWith(head) && added.endsWith(amend)).toBe(true);
    const { drafts } = parseHistory(added, "versions.yaml");
    expect(drafts.at(-1)?.gates.at(-1)?.description).toBe(gate.description);
    expect(addToDraft(text, [])).toBe(text);
  });
});

describe("retiring a version", () => {
  const ends = { deprecated: "2020-01-01", sunset: null, after: "error", link: null } as const;
  const told = (text: string, name: string) => {
    const { versions, diagnostics } = parseHistory(text, "versions.yaml");
    expect(diagnostics).toEqual([]);
    return versions.find((version) => version.name === name);
  };

  it("keeps what else is said of it", () => {
    const retired = retireVersion(list, "2011-01-01", ends);
    expect(retired).toBe(
      list.replace(
        /2011-01-01: # the first\n((?: {2}.*\n)+)/,
        (_all, gates: string) =>
          `2011-01-01: # the first\n  deprecated: 2020-01-01\n  gates:\n${gates.replaceAll(/^/gm, "  ").trimEnd()}\n`,
      ),
    );
    expect(told(retired, "2011-01-01")).toEqual({
      ...told(list, "2011-01-01"),
      retirement: ends,
      gates: told(list, "2011-01-01")?.gates.map((gate) => ({
        ...gate,
        location: { ...gate.location, line: gate.location.line + 2 },
      })),
    });
  });

  it("where it has no gates, and where it ended otherwise before", () => {
    const link = "https://a.example/x?y=1&z";
    const later = { deprecated: null, sunset: "2021-01-01", after: "forward", link } as const;
    const once = retireVersion(list, "genesis", ends);
    expect(once).toBe(
      list.replace("genesis: []", "genesis:\n  deprecated: 2020-01-01\n  gates: []"),
    );
    const twice = retireVersion(once, "genesis", later);
    expect(told(twice, "genesis")).toEqual({ name: "genesis", gates: [], retirement: later });
    expect(retireVersion(twice, "genesis", ends)).toBe(once);
    const listed = retireVersion(list, "2011-01-01", later);
    expect(retireVersion(listed, "2011-01-01", ends)).toBe(retireVersion(list, "2011-01-01", ends));
    const flow = "genesis: { sunset: 2020-01-01, gates: [] } # old\n2011-01-01: []\n";
    expect(retireVersion(flow, "genesis", ends)).toBe(
      "genesis: # old\n  deprecated: 2020-01-01\n  gates: []\n2011-01-01: []\n",
    );
  });

  it("is refused where it is not listed", () => {
    expect(() => retireVersion(list, "2019-01-01", ends)).toThrow("There is no version 2019-01-01");
  });
});
