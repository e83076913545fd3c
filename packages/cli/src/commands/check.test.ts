import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bootOver, writeHistory } from "../testing/file-app.js";
import { type Ran, type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
beforeAll(async () => {
  project = await testProject();
});
afterAll(() => project.remove());

test("proves every method at every version, for programs", async () => {
  const report = await project.json("check", "--matrix", "--seed", "7", "--runs", "3");
  expect(report).toMatchObject({
    seed: 7,
    runs: 3,
    methods: 2,
    versions: 5,
    // The oldest version has no charges.list.
    pairs: 9,
    failures: [],
    unproven: [],
  });
});

test("for people, with a bar on a terminal", async () => {
  const words = ["check", "--matrix", "--runs", "1", "--seed", "7"];
  const { out, err, code } = await project.run(words, { columns: 80 });
  expect(code).toBe(0);
  expect(out).toContain("methods × versions: 2 × 5 = 9 pairs");
  expect(out).toContain("seed 7");
  expect(err).toContain("100%");
  expect((await project.run(words)).err).toBe("");
});

test("says what does not hold, and ends with 1", async () => {
  const broken = await testProject("lossy-app.ts");
  const words = ["check", "--matrix", "--seed", "7", "--runs", "1"];
  const { code, out } = await broken.run(words);
  await broken.remove();
  expect(code).toBe(1);
  expect(out).toContain("the gate to blame: charge_has_card");
});

describe("against floors", () => {
  const clock = () => Date.parse("2026-11-21T12:00:00Z");
  let files: TestProject;
  const run = (...words: string[]): Promise<Ran> => files.run(["check", ...words], { clock });
  const read = (name: string) => readFile(join(files.folder, name), "utf8");
  beforeEach(async () => {
    files = await testProject("file-app.ts");
    await writeHistory(files.folder, "# All.\ngenesis: []\n2015-01-01: []\n", []);
    await bootOver(files.folder);
  });
  afterEach(() => files.remove());

  test("floors are written once, and then kept to", async () => {
    const before = await run();
    expect(before.out).toContain("✗ no floor is written for genesis to 2015-01-01");
    expect(before).toMatchObject({ code: 1 });
    const { out } = await run("--adopt");
    expect(out).toBe(`Wrote 2 floors into ${join(files.folder, "contracts")}.\n`);
    expect(JSON.parse(await read("contracts/2015-01-01.json")).written).toBe("2026-11-21");
    expect((await run("--adopt")).out).toBe("Every version has its floor.\n");
    expect(await run()).toMatchObject({
      code: 0,
      out: "Safe: what 2 versions promised is served.\n",
    });
  });

  test("what breaks is told with its payload, and mended", async () => {
    await run("--adopt");
    await bootOver(files.folder, true);
    const found = await run("--format", "json");
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      verdict: "breaking",
      findings: [
        {
          id: "field_gone",
          where: "things.retrieve look",
          versions: "genesis to 2015-01-01",
          witness: { sent: { look: "a" }, now: "refused: parameter_unknown of look" },
          mend: { gate: "things_retrieve_takes_look" },
        },
      ],
    });
    expect((await run("--format", "sarif")).out).toContain('"version": "2.1.0"');
    const written = await run("--write");
    expect(written.code).toBe(1);
    expect(written.out).toContain(
      'Keep in things.retrieve: look: t.string().optional().describe("Where to look.").until("things_retrieve_takes_look")',
    );
    expect(await read("gates/things-retrieve-takes-look.ts")).toContain(
      'param(readLess, "look", removed()),',
    );
    expect(await read("versions.yaml")).toBe(`# All.
genesis: []
2015-01-01: []
next:
  - gate: things_retrieve_takes_look
    description: The param \`look\` of \`things.retrieve\` is no longer there.
`);
    expect((await run("--write")).err).toContain("is there already");
  });

  test("what was added is recorded, and is a promise from then on", async () => {
    await bootOver(files.folder, true);
    await run("--adopt");
    await bootOver(files.folder);
    const { out } = await run("--write");
    expect(out).toContain("+ param things.retrieve look, at genesis to 2015-01-01");
    expect(out).toContain("Recorded 1 addition.");
    expect(JSON.parse(await read("contracts/additions.json")).additions).toMatchObject([
      { date: "2026-11-21", what: "param things.retrieve look", from: "genesis", to: "2015-01-01" },
    ]);
    expect((await run()).out).toBe("Safe: what 2 versions promised is served.\n");
    await bootOver(files.folder, true);
    expect((await run()).code).toBe(1);
  });

  test("is refused where there are no files, and with --matrix", async () => {
    expect((await project.run(["check"])).err).toContain("was not booted from files");
    expect((await run("--matrix", "--write")).code).toBe(2);
  });
});
