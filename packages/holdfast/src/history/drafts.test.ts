import { expect, it } from "vitest";
import { bootApiFrom } from "../api.js";
import { field, gate, method, param, renamedTo, resource, t } from "../index.js";
import { releasedContracts } from "../proof/gate-sets.js";
import { checkMatrix } from "../testing/index.js";
import type { Loose } from "./small-api.fixture.js";

const thing = resource("thing", {
  description: "A thing.",
  fields: { d: t.string().describe("A text.") },
}).from<Loose>();

const boot = (history: string) =>
  bootApiFrom({ name: "Drafts", resources: [thing], methods: [] }, history, [
    gate("is_a", [field(thing, "a", renamedTo("b"))]),
    gate("is_b", [field(thing, "b", renamedTo("c"))]),
    gate("is_c", [field(thing, "c", renamedTo("d"))]),
  ]).timeline;

const history = (next: string) => `
genesis: []
2011-01-01:
  - { gate: is_a, description: A. }
${next}`;

const shows = (contract: ReturnType<ReturnType<typeof boot>["at"]>) =>
  [...(contract?.resources.get("thing")?.shape.fields.keys() ?? [])].join();

const b = "{ gate: is_b, description: B. }";
const c = "{ gate: is_c, description: C. }";

it("a draft is a step of its own, which no version has taken", () => {
  const timeline = boot(history(`next:\n  2012-01-01:\n    - ${b}\n  2013-01-01.x:\n    - ${c}\n`));
  expect(timeline.versions.map(({ name }) => name)).toEqual(["genesis", "2011-01-01"]);
  expect(timeline.drafts.map(({ name }) => name)).toEqual([
    "2012-01-01-preview",
    "2013-01-01.x-preview",
  ]);
  const names = ["genesis", "2011-01-01", "2012-01-01-preview", "2013-01-01.x-preview"];
  expect(names.map((name) => shows(timeline.at(name)))).toEqual(["a", "b", "c", "d"]);
  expect(names.map((name) => timeline.rank(name))).toEqual([0, 1, 2, 3]);
  expect(timeline.newest).toBe(timeline.at("2011-01-01"));
  expect(timeline.newest.gates).toEqual(["is_b", "is_c"]);
  expect(timeline.at("2013-01-01.x-preview")).toBe(timeline.head);
  expect(timeline.find("2011-01-01-preview")?.name).toBe("2013-01-01.x-preview");
  expect(timeline.find("2012-01-01")).toBeUndefined();
  expect(timeline.gates.get("is_b")?.version).toBe("2012-01-01-preview");
});

it("what stands in one list changes at once, by the names of the newest version", () => {
  const one = { fields: { c: t.string().describe("A text."), d: t.string().describe("Another.") } };
  const two = resource("two", { description: "Two.", ...one }).from<Loose>();
  const { timeline } = bootApiFrom(
    { name: "Drafts", resources: [two], methods: [] },
    `genesis: []\nnext:\n  - ${b}\n  - ${c}\n`,
    [
      gate("is_b", [field(two, "d", renamedTo("c"))]),
      gate("is_c", [field(two, "c", renamedTo("d"))]),
    ],
  );
  const fields = timeline.newest.resources.get("two")?.shape.fields;
  expect([...(fields?.keys() ?? [])]).toEqual(["d", "c"]);
  expect(timeline.drafts.map(({ name }) => name)).toEqual(["genesis-preview"]);
});

it("no draft and an empty one are alike", () => {
  const none = (next: string) =>
    bootApiFrom({ name: "Drafts", resources: [thing], methods: [] }, `genesis: []\n${next}`, []);
  for (const next of ["", "next: []\n"]) {
    const { timeline } = none(next);
    expect(timeline.drafts).toEqual([]);
    expect(timeline.find("genesis-preview")).toBeUndefined();
    expect(timeline.newest).toBe(timeline.head);
  }
});

it("an API can be booted again over another history", () => {
  const api = bootApiFrom({ name: "Drafts", resources: [thing], methods: [] }, "genesis: []\n", []);
  expect(api.historyFile).toBe("versions.yaml");
  const later = api.rebooted("genesis: []\n2020-01-01: []\n");
  expect(later.timeline.versions.map(({ name }) => name)).toEqual(["genesis", "2020-01-01"]);
  expect(later.definitions.resources).toBe(api.definitions.resources);
  expect(() => api.rebooted("genesis: []\nnext: soon\n")).toThrow("draft_malformed");
});

it("the matrix proves drafts as it does versions", async () => {
  const read = method("read", {
    route: "POST /thing",
    description: "Reads a thing.",
    params: { d: t.string().describe("A text.") },
    returns: thing,
  }).execute(async () => ({}));
  const api = bootApiFrom(
    { name: "Drafts", resources: [thing], methods: [read] },
    history(`next:\n  2012-01-01:\n    - ${b}\n  2013-01-01:\n    - ${c}\n`),
    [
      gate("is_a", [field(thing, "a", renamedTo("b")), param(read, "a", renamedTo("b"))]),
      gate("is_b", [field(thing, "b", renamedTo("c")), param(read, "b", renamedTo("c"))]),
      gate("is_c", [field(thing, "c", renamedTo("d")), param(read, "c", renamedTo("d"))]),
    ],
  );
  const labels = releasedContracts(api.timeline).map(({ label }) => label);
  expect(labels).toEqual(["genesis", "2011-01-01", "2012-01-01-preview", "2013-01-01-preview"]);
  const report = await checkMatrix(api, { runs: 3, seed: 1 });
  expect(report).toMatchObject({ failures: [], contracts: { released: 4 } });
});
