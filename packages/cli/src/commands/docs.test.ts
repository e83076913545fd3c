import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestProject, testProject } from "../testing/project.js";

let project: TestProject;

beforeAll(async () => {
  project = await testProject();
});
afterAll(() => project.remove());

const API = ["--api-url", "https://api.example"];
const file = (...path: readonly string[]) => readFile(join(project.folder, ...path), "utf8");

describe("docs", () => {
  it("writes the newest version, and others into folders of their own", async () => {
    const made = await project.json("docs", "--out", "site", "--versions", "2015-02-18", ...API);
    expect(made).toMatchObject({ folder: join(project.folder, "site"), versions: ["2015-02-18"] });
    expect(made.pages).toBeGreaterThan(6);
    expect(await file("site", "docs", "charge", "index.html")).toContain("https://api.example");
    expect(await file("site", "docs", "v", "2015-02-18", "charge", "index.html")).toContain(
      "source",
    );
    const again = await project.json("docs", "--out", "site", "--versions", "2015-02-18", ...API);
    expect(again).toMatchObject({ written: 0, removed: 0 });
    const all = await project.json("docs", "--out", "every", "--versions", "all", ...API);
    expect(all.versions).toHaveLength(5);
  });

  it("shows how far it is on a terminal, and what it did", async () => {
    const { code, out, err } = await project.run(["docs", "--out", "shown", ...API], {
      columns: 80,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote \d+ pages into .*shown: \d+ files new or changed, 0 as they were/);
    expect(err).toContain("writing");
  });

  it("runs as the README says", async () => {
    const readme = await readFile(new URL("../../../../README.md", import.meta.url), "utf8");
    const [, line = ""] = /^npx holdfast (docs --out [^#\n]+)/m.exec(readme) ?? [];
    const { code, err } = await project.run(line.trim().split(/\s+/));
    expect([line.startsWith("docs"), code, err]).toEqual([true, 0, ""]);
  });

  it.each([
    [["docs", ...API], 2, "--out"],
    [["docs", "--out", "site", "--base", "a b", ...API], 2, "--base"],
    [["docs", "--out", "site", "--api-url", "ftp://a"], 2, "--api-url"],
    [["docs", "--out", "site", "--versions", "1999-01-01", ...API], 1, "no version 1999-01-01"],
    [["docs", "--out", "elsewhere"], 1, "--api-url"],
    [["docs", "--out", ".", ...API], 1, "--force"],
  ])("%j ends with %i", async (words, status, says) => {
    const { code, err } = await project.run(words);
    expect([code, err.includes(says)]).toEqual([status, true]);
  });
});

describe("openapi", () => {
  it("describes the newest version, or another", async () => {
    const newest = await project.json("openapi");
    expect(newest).toMatchObject({ openapi: "3.1.0", info: { version: "2015-02-18" } });
    expect(JSON.stringify(newest)).not.toContain('"card"');
    const older = await project.json("openapi", "--version", "2014-09-24");
    expect(JSON.stringify(older)).toContain('"card"');
    const { out } = await project.run(["openapi", "--format", "yaml", ...API]);
    expect(out).toContain('openapi: "3.1.0"');
    expect(out).toContain("https://api.example");
  });

  it("writes a file", async () => {
    const { code, out } = await project.run(["openapi", "--out", "api.json"]);
    expect([code, out.includes("api.json")]).toEqual([0, true]);
    expect(JSON.parse(await file("api.json")).info.version).toBe("2015-02-18");
    const { code: unknown, err } = await project.run(["openapi", "--version", "2014-09-25"]);
    expect([unknown, err.includes("2014-09-24")]).toEqual([1, true]);
  });
});
