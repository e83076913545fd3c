import { readdir, readFile, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Example } from "./example.fixture.js";
import { blockOf, filled, placesIn } from "./page.fixture.js";
import { type Ran, run, surprises } from "./run.fixture.js";
import { verbs } from "./verbs.fixture.js";

const folder = new URL("./", import.meta.url);
const pageFile = new URL("../../../../docs/changes.md", import.meta.url);
const TOOLS = ["example", "rows", "taken", "page", "run", "verbs", "events"];
const files = (await readdir(folder)).filter((name) => name.endsWith(".fixture.ts"));
const names = files
  .map((name) => name.replace(".fixture.ts", ""))
  .filter((name) => !TOOLS.includes(name));

/** The kinds of change in the published history of one real API. */
const KINDS = [
  ...["behaviour_changed", "default_changed", "endpoint_added", "endpoint_moved"],
  ...["endpoint_removed", "enum_renamed", "enum_value_added", "enum_value_removed"],
  ...["error_code_changed", "error_status_changed", "event_type_changed", "expandable_changed"],
  ...["field_added", "field_moved", "field_nested", "field_removed", "field_renamed"],
  ...["field_type_changed", "list_shape_changed", "param_added", "param_removed", "param_renamed"],
  ...["param_required", "param_type_changed", "validation_loosened", "validation_tightened"],
];

interface Told {
  readonly source: string;
  readonly example: Example;
  readonly all: readonly Ran[];
}
const started = new Map<string, Promise<Told>>();

async function tell(name: string): Promise<Told> {
  const source = await readFile(new URL(`${name}.fixture.ts`, folder), "utf8");
  const { default: example }: { default: Example } = await import(`./${name}.fixture.ts`);
  return { source, example, all: await run(example) };
}

/** An example that was run; once, whoever asks. */
function told(name: string): Promise<Told> {
  const found = started.get(name) ?? tell(name);
  started.set(name, found);
  return found;
}

const page = () => readFile(pageFile, "utf8");

test.each(names)("%s is what its versions show and take", async (name) => {
  const { all, example } = await told(name);
  expect(surprises(all, example.versions)).toEqual([]);
});

test("what was not expected is told", async () => {
  const { all, example } = await told("renamed-to");
  const wrong = all.map(({ row, found }) => ({
    row: { ...row, gives: [...row.gives].reverse() },
    found,
  }));
  expect(surprises(wrong, example.versions)).toEqual([
    'charges.retrieve at 2011-01-01: {"source":"card_1"}, not {"card":"card_1"}',
    'charges.retrieve at genesis: {"card":"card_1"}, not {"source":"card_1"}',
  ]);
  const none = all.map(({ row, found }) => ({ row: { ...row, gives: [] }, found }));
  expect(surprises(none, example.versions)).toHaveLength(4);
});

test("docs/changes.md shows every example once, as it was run", async () => {
  const blocks = new Map<string, string>();
  for (const name of names) {
    const { source, example, all } = await told(name);
    blocks.set(name, blockOf(source, example, all));
  }
  const written = filled(await page(), blocks);
  if (process.env.UPDATE_DOCS === "1") await writeFile(pageFile, written);
  const shown = await page();
  expect([...placesIn(shown)].sort()).toEqual([...names].sort());
  const how = "rewrite it with UPDATE_DOCS=1 npx vitest run packages/holdfast/src/documented";
  expect(shown, how).toBe(written);
});

const known = await verbs();

describe("docs/changes.md", () => {
  test.each(known)("has an example of %s, and so has its docstring", async (name, source) => {
    const code = [...(await page()).matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, lines]) => lines);
    expect(code.join("")).toMatch(new RegExp(`\\b${name}\\(`));
    const docstring = source.split(`\nexport function ${name}(`)[0]?.split("/**").at(-1);
    expect(docstring).toContain("@example");
  });

  test.each(KINDS)("names the kind %s in its table", async (kind) => {
    const [, table = ""] = (await page()).split("\n## ");
    expect(table).toContain(`\`${kind}\``);
  });

  test("leads to where it says", async () => {
    const text = (await page()).replace(/^```[\s\S]*?^```/gm, "");
    const heads = [...text.matchAll(/^#+ (.*)$/gm)].map(([, head = ""]) =>
      head
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((anchor) => !heads.includes(anchor ?? ""))).toEqual([]);
    expect(new Set(heads).size).toBe(heads.length);
  });
});
