import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { capture, type Ran, type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
beforeEach(async () => {
  project = await testProject();
});
afterEach(() => project.remove());

const entry = (app: unknown) =>
  writeFile(join(project.folder, "package.json"), JSON.stringify({ holdfast: app }));

const errorOf = ({ code, out, err }: Ran) => {
  expect({ code, out }).toEqual({ code: 1, out: "" });
  return JSON.parse(err).error;
};

describe("which app", () => {
  test("the nearest entry upward, past a package.json without one", async () => {
    const below = join(project.folder, "packages", "one");
    await mkdir(below, { recursive: true });
    await writeFile(join(below, "package.json"), "{}");
    const { code } = await project.run(["accounts", "create"], { cwd: below });
    expect(code).toBe(0);
    expect(await readdir(join(project.folder, ".holdfast"))).toContain("holdfast.db");
  });

  test("none", async () => {
    const ran = await capture(["versions", "--format", "json"], { cwd: "/" });
    expect(errorOf(ran).code).toBe("project_missing");
  });

  test.each([["app.js"], [{}], [{ app: "" }], [null]])("an entry like %j", async (app) => {
    await entry(app);
    const error = errorOf(await project.run(["versions", "--format", "json"]));
    expect(error.code).toBe("project_malformed");
    expect(error.message).toContain(join(project.folder, "package.json"));
  });

  test("a package.json that is not JSON", async () => {
    await writeFile(join(project.folder, "package.json"), "{");
    const error = errorOf(await project.run(["versions", "--format", "json"]));
    expect(error.message).toMatch(/it is not JSON\.$/);
  });

  test("an app that is not built", async () => {
    await entry({ app: "dist/app.js" });
    expect((await project.run(["versions"])).err).toBe(
      `holdfast: There is no app at ${join(project.folder, "dist/app.js")}: run npm start or npm run build first.\n`,
    );
  });

  test("an app that exports no API", async () => {
    await entry({ app: "app.mjs" });
    await writeFile(join(project.folder, "app.mjs"), "export const api = {};");
    const error = errorOf(await project.run(["versions", "--format", "json"]));
    expect(error.code).toBe("app_malformed");
  });

  test("an app that fails", async () => {
    await entry({ app: "app.mjs" });
    await writeFile(join(project.folder, "app.mjs"), 'throw new Error("It is\\nnot ready.");');
    const error = errorOf(await project.run(["versions", "--format", "json"]));
    expect(error.code).toBe("app_failed");
    expect(error.message).toMatch(/does not load: It is not ready\.$/);
  });
});

test("an app that does not boot says everything that is wrong with it", async () => {
  const broken = await testProject("broken-app.ts");
  try {
    const { code, out, err } = await broken.run(["gates"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^The API does not boot: 1 thing\(s\) to mend\.\n\nversions\.yaml:4\n {2}gate_without_module:/,
    );
    expect(errorOf(await broken.run(["gates", "--format", "json"]))).toEqual({
      code: "boot_failed",
      message: err.slice(0, -1),
    });
  } finally {
    await broken.remove();
  }
});

describe("which data", () => {
  test("HOLDFAST_DATA, seen from the project", async () => {
    const env = { HOLDFAST_DATA: "elsewhere" };
    await project.run(["accounts", "create"], { env });
    expect((await readdir(project.folder)).sort()).toEqual(["elsewhere", "package.json"]);
    const list = async (given: Record<string, string>) =>
      (await project.run(["accounts", "list"], { env: given })).out;
    expect(await list(env)).toContain("acct_");
    expect(await list({ HOLDFAST_DATA: "" })).toBe("There are no accounts.\n");
  });

  test("another pepper is refused", async () => {
    const run = (HOLDFAST_PEPPER: string) =>
      project.run(["accounts", "list", "--format=json"], { env: { HOLDFAST_PEPPER } });
    expect((await run("a pepper for tests only")).code).toBe(0);
    expect(errorOf(await run("another pepper for tests")).code).toBe("pepper_mismatch");
  });

  test("a database that cannot be reached", async () => {
    const env = { DATABASE_URL: "postgres://ada:secret@127.0.0.1:1/none" };
    const ran = await project.run(["accounts", "list", "--format=json"], { env });
    const error = errorOf(ran);
    expect(error.code).toBe("database_busy");
    expect(error.message).toContain("ECONNREFUSED");
    expect(ran.err).not.toContain("secret");
  });
});
