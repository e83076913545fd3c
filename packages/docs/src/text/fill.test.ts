import { bootApiFrom, field, gate, method, param, removed, renamedTo, resource, t } from "holdfast";
import { expect, it } from "vitest";
import { fillNames } from "./fill.js";

const text = t.string().describe("A text.");
const part = resource("part", { description: "A part.", fields: { size: text } }).from<
  Record<string, never>
>();
const thing = resource("thing", {
  description: "A thing.",
  fields: {
    colour: text,
    inner: t.object({ name: text }).describe("What is in it."),
    parts: t.list(t.object({ made_of: text })).describe("Its parts."),
    part: t.resource(part).describe("The part."),
    gone: t.string().until("thing_has_gone").describe("Gone."),
  },
}).from<Record<string, never>>();
const read = method("things.read", {
  route: "GET /things",
  description: "Reads a thing.",
  params: { which: text },
  returns: thing,
}).execute(async () => ({}) as never);

const api = bootApiFrom(
  { name: "Test", resources: [thing, part], methods: [read] },
  `genesis: []
2020-01-01:
  - gate: thing_has_color
    description: "\`color\` is now {thing.colour}."
  - gate: thing_has_gone
    description: It has gone.
`,
  [
    gate("thing_has_color", [
      field(thing, "color", renamedTo("colour")),
      field(thing, "inner.title", renamedTo("inner.name")),
      field(thing, "parts.material", renamedTo("parts.made_of")),
      field(part, "length", renamedTo("size")),
      param(read, "id", renamedTo("which")),
    ]),
    gate("thing_has_gone", [field(thing, "gone", removed())]),
  ],
);

const at = (version: string, words: string) => {
  const contract = api.timeline.at(version);
  return contract && fillNames(words, contract);
};

it.each([
  ["{thing.colour}", "`color`", "`colour`"],
  ["{thing.inner.name}", "`inner.title`", "`inner.name`"],
  ["{thing.parts.made_of}", "`parts.material`", "`parts.made_of`"],
  ["{thing.part.size}", "`part.length`", "`part.size`"],
  ["{things.read.which}", "`id`", "`which`"],
  ["{things.read}", "`things.read`", "`things.read`"],
  // What a version does not have keeps its newest name.
  ["{thing.gone}", "`gone`", "`gone`"],
  [
    "Either `{thing.colour}` or `a {b} {thing.colour}`.",
    "Either `color` or `a {b} color`.",
    "Either `colour` or `a {b} colour`.",
  ],
  ["``{thing.colour}` ``", "``color` ``", "``colour` ``"],
  [
    "`GET /things/{thing}` and {param} and {}",
    "`GET /things/{thing}` and {param} and {}",
    "`GET /things/{thing}` and {param} and {}",
  ],
])("%s", (words, older, newest) => {
  expect(at("genesis", words)).toBe(older);
  expect(at("2020-01-01", words)).toBe(newest);
});
