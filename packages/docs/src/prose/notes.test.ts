import { expect, it } from "vitest";
import { api } from "../../../../examples/payments/src/app.js";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { noExamples, Samples } from "../samples/index.js";
import { gateNote } from "./notes.js";

const lifelines = new Lifelines(api);
const describer = new Describer(api, lifelines);
const samples = new Samples(api, noExamples);
const newest = api.timeline.versions.at(-1)?.name ?? "";

function sideOf(gate: string, version: string): string | undefined {
  const data = gateNote(gate, { api, described: describer.at(version), lifelines, samples });
  return data.kind === "note" ? /(This applies|Version).*$/.exec(data.markdown)?.[0] : undefined;
}

it.each([
  ["lists_are_bare_arrays", "2011-08-01", "This applies to version `2011-08-01`."],
  ["lists_are_bare_arrays", "2012-11-07", "This applies to version `2012-11-07`."],
  [
    "lists_are_bare_arrays",
    "2014-03-28",
    "This applies to version `2014-03-28`, but for `count`, which it no longer has.",
  ],
  [
    "lists_are_bare_arrays",
    newest,
    `This applies to version \`${newest}\`, but for \`count\`, which it no longer has.`,
  ],
  ["lists_have_count", newest, `This applies to version \`${newest}\`.`],
  ["charge_has_card", newest, `This applies to version \`${newest}\`.`],
  [
    "lists_are_bare_arrays",
    "genesis",
    "Version `genesis` is older: this does not apply to it yet.",
  ],
])("what ended with %s at %s claims nothing that has gone since", (gate, version, side) => {
  expect(sideOf(gate, version)).toBe(side);
});
