import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { oddApi } from "../model/odd-api.fixture.js";
import { ProseError, readProse } from "./index.js";
import { readDocument } from "./read-document.js";

const read = (text: string) => readDocument(text, "a.md", "guides/a");
const head = "---\ntitle: A\ndescription: About a.\norder: 2\n---\n";

it("reads front matter, Markdown and live blocks, with their lines", () => {
  const { document, problems } = read(
    `${head}# One\n\n\`\`\`live\nparams trees.plant garden\n\nversion\n\`\`\`\nTwo\n`,
  );
  expect(problems).toEqual([]);
  expect(document).toMatchObject({
    title: "A",
    description: "About a.",
    order: 2,
    pieces: [
      { kind: "markdown", line: 6 },
      {
        kind: "live",
        parts: [
          { verb: "params", name: "trees.plant", only: ["garden"], at: { line: 9 } },
          { verb: "version", name: undefined, only: [], at: { line: 11 } },
        ],
      },
      { kind: "markdown", line: 13 },
    ],
  });
});

it("leaves other blocks as they are, whatever stands in them", () => {
  const text = "~~~~md\n```live\nparams x\n```\n~~~~\n";
  expect(read(head + text).document.pieces).toEqual([{ kind: "markdown", text, line: 6 }]);
});

it.each([
  ["no front matter", 1, "The page has no title."],
  ["---\ntitle: [\n---\n", 1, "The page has no title."],
  [`${head}\`\`\`live\nparam trees.plant\n\`\`\`\n`, 7, "There is no live part called param."],
  [`${head}\`\`\`live\nversion\n`, 7, "The live block has no end."],
])("%j is told with its line", (text, line, message) => {
  expect(read(text).problems).toContainEqual(expect.objectContaining({ line, message }));
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prose-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("refuses what names nothing at any version, all at once", async () => {
  const parts = [
    "params trees.plamt",
    "params tree",
    "params trees.plant garten",
    "values tree",
    "example",
    "gate tree_has_gone",
    "errors nobody",
    "event tree.shrank",
  ];
  const text = `${head}Of {tree.kindd}.\n\n\`\`\`live\n${parts.join("\n")}\n\`\`\`\n[a](nowhere) [b](tree#id) [c](https://a.example) \`[d](e)\`\n`;
  await writeFile(join(folder, "a.md"), text);
  const problem = await readProse(pathToFileURL(join(folder, "/")), oddApi).catch(
    (one: unknown) => one,
  );
  expect(problem).toBeInstanceOf(ProseError);
  const found = (problem as ProseError).problems.map(({ line, message }) => [line, message]);
  expect(found).toEqual([
    [6, "{tree.kindd} is no part of the API."],
    [9, "params names trees.plamt, which is none."],
    [10, "params names tree, which is none."],
    [11, "trees.plant has no garten."],
    [12, "values names tree, but nothing of it."],
    [13, "example does not say of what."],
    [14, "There is no gate tree_has_gone."],
    [15, "errors names nobody, which is none."],
    [16, "event names tree.shrank, which is none."],
    [18, "There is no page nowhere."],
  ]);
  expect(String(problem)).toContain("Did you mean trees.plant?");
});
