import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));

// It runs what is built, because Node does not run the sources: `npm test` builds before it tests.
const script = `
  import { testKit } from "holdfast/testing";
  import { generatedApi } from "./dist/index.js";
  let mayGenerate = true;
  try { new Function("return 1")(); } catch { mayGenerate = false; }
  const api = generatedApi({ methods: 15, versions: 40 });
  const kit = await testKit(api);
  const answers = [];
  for (const { name: version } of api.timeline.versions) {
    const caller = kit.callAs({ version });
    const contract = api.timeline.at(version);
    for (const [name, { exists, params }] of contract.methods) {
      if (!exists) continue;
      const texts = [...params.fields.values()].filter(({ info }) => info.kind.name === "string");
      const sent = Object.fromEntries(texts.map((field) => [field.name, "a text"]));
      const id = params.fields.has("id") ? { id: "thing_1" } : {};
      for (const given of [{ ...sent, ...id }, { ...sent, ...id, nonsense: "1" }]) {
        const { status, text } = await caller.call(name, given);
        answers.push([version, name, status, text]);
      }
    }
  }
  await kit.stop();
  console.log(JSON.stringify({ mayGenerate, answers }));
`;

type Answer = readonly [version: string, method: string, status: number, body: string];

async function answers(flags: readonly string[]) {
  const words = [...flags, "--input-type=module", "--eval", script];
  const { stdout } = await execute(process.execPath, words, { cwd: root, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as { mayGenerate: boolean; answers: readonly Answer[] };
}

it("answers the same, byte for byte, where code may not be made from text", async () => {
  const usual = await answers([]);
  const strict = await answers(["--disallow-code-generation-from-strings"]);
  expect([usual.mayGenerate, strict.mayGenerate]).toEqual([true, false]);
  const statuses = usual.answers.map(([, , status]) => status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(500);
  expect(statuses.filter((status) => status === 400).length).toBeGreaterThan(500);
  expect(strict.answers).toEqual(usual.answers);
});
