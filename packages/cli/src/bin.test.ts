import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, installBin, startSource } from "./testing/child.js";
import { type TestProject, testProject } from "./testing/project.js";

let project: TestProject;
let bin: string;
let cache: string;
beforeAll(async () => {
  project = await testProject();
  bin = await installBin(join(project.folder, "installed"));
  cache = join(project.folder, "cache");
  await mkdir(cache);
});
afterAll(() => project.remove());

const holdfast = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ended(startSource(bin, words, { cwd: project.folder, cache, env }));

test("the bin says that it is not built", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-cli-"));
  try {
    const unbuilt = await installBin(folder, false);
    const ran = await ended(startSource(unbuilt, ["versions"], { cwd: folder, cache }));
    expect(ran).toEqual({
      code: 1,
      out: "",
      err: "holdfast is not built: run npm start or npm run build first.\n",
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("the bin prints results, errors and exit codes, without colours where nobody looks", async () => {
  const [versions, unknown, usage] = await Promise.all([
    holdfast(["versions"]),
    holdfast(["gates", "nothing", "--format", "json"]),
    holdfast(["keys", "rol"]),
  ]);
  expect(versions).toMatchObject({ code: 0, err: "" });
  expect(versions.out).toMatch(/^VERSION {5}BUILT {2}PLANNED\n/);
  expect(unknown).toEqual({
    code: 1,
    out: "",
    err: '{"error":{"code":"gate_unknown","message":"There is no gate nothing."}}\n',
  });
  expect(usage).toMatchObject({ code: 2, out: "" });
}, 240_000);

test("changes made while another process holds the store are seen by it at once", async () => {
  const data = join(project.folder, "data");
  await mkdir(data);
  const env = { HOLDFAST_DATA: data };
  const file = fileURLToPath(new URL("testing/holder.ts", import.meta.url));
  const holder = startSource(file, [data], { cwd: project.folder, cache });
  const held = ended(holder);
  const lines = createInterface({ input: holder.stdout ?? process.stdin })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  const pinOf = (key: string) => {
    holder.stdin?.write(`${key}\n`);
    return next();
  };
  expect(await next()).toBe("open");
  const made = await holdfast(["accounts", "create", "--format", "json"], env);
  expect(made.err).toBe("");
  const { account, secret_key: key } = JSON.parse(made.out);
  expect(await pinOf(key)).toBe("none");
  expect((await holdfast(["accounts", "pin", account, "2014-09-24"], env)).code).toBe(0);
  expect(await pinOf(key)).toBe("2014-09-24");
  const shown = await holdfast(["accounts", "show", account, "--format=json"], env);
  expect(JSON.parse(shown.out).pins[0].who).toMatch(/^cli:./);
  holder.stdin?.end();
  expect((await held).code).toBe(0);
}, 240_000);
