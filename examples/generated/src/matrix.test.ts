import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const execute = promisify(execFile);

// It runs what is built, because threads do not run the sources: `npm test` builds before it tests.
const built = (path: string) => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);
const app = `
  import { generatedApi } from ${built("examples/generated/dist/index.js")};
  export const api = generatedApi({ methods: 10, versions: 6 });
`;
const script = `
  import { checkMatrix } from ${built("packages/holdfast/dist/testing/index.js")};
  import { generatedApi } from ${built("examples/generated/dist/index.js")};
  import { api } from "./app.mjs";
  const settings = { seed: 7, runs: 1, app: new URL("./app.mjs", import.meta.url).href };
  const other = generatedApi({ methods: 5, versions: 2 });
  console.log(JSON.stringify([
    await checkMatrix(api, { ...settings, threads: 1 }),
    await checkMatrix(api, { ...settings, threads: 2 }),
    await checkMatrix(other, { ...settings, threads: 2 }),
  ]));
`;

it("is proven alike by one thread and by two, and by one where the app is another", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-matrix-"));
  await writeFile(join(folder, "app.mjs"), app);
  await writeFile(join(folder, "script.mjs"), script);
  const { stdout } = await execute(process.execPath, [join(folder, "script.mjs")], {
    maxBuffer: 2 ** 28,
  }).finally(() => rm(folder, { recursive: true }));
  const [one, two, other] = JSON.parse(stdout);
  expect([one.threads, two.threads, other.threads]).toEqual([1, 2, 1]);
  const { milliseconds: _long, threads: _one, ...alone } = one;
  const { milliseconds: _short, threads: _two, ...shared } = two;
  expect(shared).toEqual(alone);
  expect(one.failures).toEqual([]);
  expect(one.pairs).toBeGreaterThan(50);
}, 120_000);
