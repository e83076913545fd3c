import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bootOver, writeHistory } from "../testing/file-app.js";
import { type Ran, type TestProject, testProject } from "../testing/project.js";

const versions = `# Every version.
genesis: []

2014-01-01:
  - { gate: is_old, description: It was old. }

2015-01-01: [] # additive
`;
const next = `
# to come
next:
  2026-12-01.acacia:
    - gate: is_a
      description: A.
  2027-02-01:
    - gate: is_b
      description: B.
`;
const clock = () => Date.parse("2026-11-21T12:00:00Z");

let project: TestProject;
beforeEach(async () => {
  project = await testProject("file-app.ts");
});
afterEach(() => project.remove());

async function boot(history: string): Promise<void> {
  await writeHistory(
    project.folder,
    history,
    ["is_old", "is_a", "is_b"].filter((gate) => history.includes(gate)),
  );
  await bootOver(project.folder);
}
const run = (...words: string[]): Promise<Ran> => project.run(words, { clock });
const json = async (...words: string[]) => {
  const ran = await run(...words, "--format", "json");
  return JSON.parse(ran.code === 0 ? ran.out : ran.err);
};
const read = (name: string) => readFile(join(project.folder, name), "utf8");

describe("release", () => {
  test("turns the first draft into a version, and writes its floor", async () => {
    await boot(versions + next);
    expect(await json("release")).toEqual({
      version: "2026-12-01.acacia",
      gates: ["is_a"],
      additions: 0,
      released: true,
    });
    const written = await read("versions.yaml");
    expect(written).toBe(
      `${versions}
# to come
2026-12-01.acacia:
  - gate: is_a
    description: A.

next:
  2027-02-01:
    - gate: is_b
      description: B.
`,
    );
    expect(JSON.parse(await read("contracts/2026-12-01.acacia.json"))).toMatchObject({
      version: "2026-12-01.acacia",
    });
    await bootOver(project.folder);
    expect((await run("release", "2027-03-01", "--name", "basil")).out).toBe(
      "2027-03-01.basil is released, with is_b; its floor is written.\n",
    );
    expect((await readdir(join(project.folder, "contracts"))).sort()).toContain(
      "2027-03-01.basil.json",
    );
  });

  test("is of today where nothing else is said", async () => {
    await boot(`${versions}next:\n  - { gate: is_a, description: A. }\n`);
    const dry = await run("release", "--dry-run");
    expect(dry).toEqual({ code: 0, err: "", out: "- next:\n+ 2026-11-21:\n" });
    expect(await read("versions.yaml")).toContain("next:");
    expect(await readdir(project.folder)).not.toContain("contracts");
    expect(await json("release")).toMatchObject({ version: "2026-11-21" });
  });

  test.each([
    ["no_draft", versions, []],
    ["date_not_new", versions + next, ["2015-01-01"]],
    ["gate_planned", `${versions}next:\n  - { gate: c, description: C., planned: true }\n`, []],
    ["edit_refused", `${versions}next: [{ gate: is_a, description: A. }]\n`, []],
    ["usage", versions + next, ["2026-02-30"]],
    ["usage", versions + next, ["--name", "Acacia"]],
  ])("is refused: %s", async (code, history, words) => {
    await boot(history);
    expect((await json("release", ...words)).error.code).toBe(code);
    expect(await read("versions.yaml")).toBe(history);
  });

  test("is refused where an older version would break", async () => {
    await boot(versions + next);
    await run("release");
    await bootOver(project.folder, true);
    const before = await read("versions.yaml");
    const refused = await run("release");
    expect(refused).toEqual({
      code: 1,
      out: "",
      err: "holdfast: 1 thing that was promised would break: see holdfast check.\n",
    });
    expect(await read("versions.yaml")).toBe(before);
  });

  test("is refused where the app has no files", async () => {
    const inMemory = await testProject();
    expect((await inMemory.run(["release"])).err).toContain("versions.yaml has no next.");
    expect((await inMemory.run(["retire", "2014-01-01", "--yes"])).err).toContain(
      "The app was not booted from files",
    );
    await inMemory.remove();
  });
});

describe("drafts", () => {
  test("are listed", async () => {
    await boot(versions + next);
    expect((await run("drafts")).out).toBe(
      "DRAFT                      GATE  DESCRIPTION\n" +
        "2026-12-01.acacia-preview  is_a  A.\n" +
        "2027-02-01-preview         is_b  B.\n",
    );
    await boot(versions);
    expect((await run("drafts")).out).toBe("There are no drafts.\n");
  });

  test("are collapsed and re-dated", async () => {
    await boot(versions + next);
    expect(await json("drafts", "2027-01-01=2027-02-01,2026-12-01.acacia")).toEqual({
      drafts: [{ version: "2027-01-01-preview", gates: ["is_b", "is_a"] }],
    });
    await bootOver(project.folder);
    const dry = await run("drafts", "next=2027-01-01", "--dry-run");
    expect(dry.out).toContain("-   2027-01-01:\n");
    expect((await json("drafts")).drafts).toHaveLength(1);
  });

  test.each([
    ["usage", "2027-01-01"],
    ["usage", "soon=is_a"],
    ["edit_refused", "2027-01-01=is_c"],
    ["boot_failed", "2014-06-01=is_a"],
  ])("are not arranged: %s %s", async (code, plan) => {
    await boot(versions + next);
    expect((await json("drafts", plan)).error.code).toBe(code);
    expect(await read("versions.yaml")).toBe(versions + next);
  });
});

describe("retire", () => {
  test("asks, with those whom it would hit", async () => {
    await boot(versions);
    const { account } = JSON.parse(
      (await run("accounts", "create", "--pin", "2014-01-01", "--format", "json")).out,
    );
    const words = ["retire", "2014-01-01", "--on", "2027-06-01", "--then", "forward"];
    const refused = await run(...words);
    expect(refused.err).toBe(
      "holdfast: 2014-01-01: 1 account and 0 keys are held at it: confirm with --yes.\n",
    );
    let asked = "";
    const answer = (yes: string) => ({
      clock,
      ask: async () => yes,
      err: (text: string) => {
        asked += text;
      },
    });
    expect((await project.run(words, answer("no"))).code).toBe(1);
    expect(asked).toContain(`2014-01-01: 1 account and 0 keys are held at it\n  ${account}\n`);
    expect(await read("versions.yaml")).toBe(versions);
    const done = await project.run(words, answer("y"));
    expect(done.out).toBe(
      "2014-01-01 is deprecated since 2026-11-21, and served until 2027-06-01; then the next live version takes its place.\n",
    );
    expect(await read("versions.yaml")).toBe(
      versions.replace(
        "2014-01-01:\n",
        "2014-01-01:\n  deprecated: 2026-11-21\n  sunset: 2027-06-01\n  then: forward\n  gates:\n  ",
      ),
    );
  });

  test("shows in versions, which count who is held there", async () => {
    await boot(versions);
    await run("accounts", "create", "--pin", "2014-01-01");
    expect(await json("retire", "2014-01-01", "--link", "https://a.example", "--yes")).toEqual({
      version: "2014-01-01",
      deprecated: "2026-11-21",
      sunset: null,
      after: null,
      link: "https://a.example",
      accounts: 1,
      keys: 0,
      written: true,
    });
    await bootOver(project.folder);
    await run("retire", "2014-01-01", "--on", "2026-12-01", "--yes");
    await bootOver(project.folder);
    const shown = async (day: string) => {
      const { out } = await project.run(["versions", "--accounts"], {
        clock: () => Date.parse(`${day}T00:00:00Z`),
      });
      return out.split("\n");
    };
    expect(await shown("2026-11-30")).toEqual([
      "VERSION     BUILT  PLANNED  ACCOUNTS  KEYS",
      "genesis         0        0         0     0",
      "2014-01-01      1        0         1     0  deprecated 2026-11-21, ends 2026-12-01",
      "2015-01-01      0        0         0     0  newest",
      "",
    ]);
    expect((await shown("2026-12-01"))[2]).toMatch(/ 1 {5}0 {2}retired 2026-12-01$/);
    const late = { clock: () => Date.parse("2026-12-01T00:00:00Z") };
    const pinned = await project.run(["accounts", "create", "--pin", "2014-01-01"], late);
    expect(pinned.err).toBe("holdfast: 2014-01-01 is no longer served since 2026-12-01.\n");
  });

  test.each([
    ["version_newest", ["2015-01-01", "--on", "2027-01-01"]],
    ["version_draft", ["2026-12-01.acacia-preview"]],
    ["version_unknown", ["2014-01-02"]],
    ["usage", ["2014-01-01", "--on", "2026-11-21"]],
    ["usage", ["2014-01-01", "--on", "soon"]],
    ["usage", ["2014-01-01", "--on", "2027-01-01", "--since", "2028-01-01"]],
    ["boot_failed", ["2014-01-01", "--link", "nowhere"]],
  ])("is refused: %s", async (code, words) => {
    await boot(versions + next);
    expect((await json("retire", ...words, "--yes")).error.code).toBe(code);
    expect(await read("versions.yaml")).toBe(versions + next);
  });
});

test("drafts are known to the other commands, and nothing is held at them", async () => {
  await boot(`${versions}next:
  - { gate: is_a, description: A. }
amend:
  - { date: 2026-01-01, revokes: is_old, description: Gone. }
`);
  const { out } = await run("versions");
  expect(out).toContain("2015-01-01-preview      1        0  draft\n");
  expect(out).toContain("\nAmended: is_old, revoked from versions on 2026-01-01.\n");
  expect(await json("methods", "--version", "2015-01-01-preview")).toMatchObject({
    version: "2015-01-01-preview",
  });
  expect((await json("gates", "--version", "2015-01-01-preview")).gates).toHaveLength(1);
  expect((await run("gates", "is_old")).out).toContain(
    "amended    revoked from versions on 2026-01-01\n",
  );
  expect(await json("accounts", "create", "--pin", "2015-01-01-preview")).toEqual({
    error: {
      code: "version_draft",
      message: "2015-01-01-preview is a draft: nothing can be held at it.",
    },
  });
});
