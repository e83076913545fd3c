import { meaningOf, tokensIn } from "holdfast/contract";
import { expect, test } from "vitest";
import { api } from "../app.js";

const { timeline } = api;
const names = timeline.versions.map(({ name }) => name);

/** What the tokens of a gate's sentence are called at a version. */
function called(gate: string, version: string | undefined): readonly (string | undefined)[] {
  const contract = timeline.at(version ?? "");
  const { description = "" } = timeline.gates.get(gate) ?? {};
  return contract ? tokensIn(description).map((one) => meaningOf(one, contract)?.called) : [];
}

const renames = [...timeline.modules.values()].flatMap(({ gate, changes }) =>
  changes
    .filter(({ kind }) => kind === "renamed")
    .map(({ about }): [string, string] => [gate, about?.path.at(-1) ?? ""]),
);

test.each([...new Map(renames)])(
  "%s names by a token what was %s, so that later names reach its sentence",
  (gate, older) => {
    const before = names[names.indexOf(timeline.gates.get(gate)?.version ?? "") - 1];
    expect(called(gate, before)).toContain(older);
  },
);

test.each([
  "appends_statement_descriptor",
  "charge_descriptor_is_full_text",
  "descriptor_takes_any_characters",
])("%s calls the text on a statement as each version does", (gate) => {
  expect(called(gate, "2014-09-08")).toEqual(["statement_description"]);
  expect(called(gate, names.at(-1))).toEqual(["statement_descriptor"]);
});
