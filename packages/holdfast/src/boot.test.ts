import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootApi, type HistorySource } from "./api.js";
import { BootError, resource, t } from "./index.js";

const thing = resource("thing", {
  description: "A thing.",
  fields: { id: t.string().describe("Its id.") },
}).from<{ readonly id: string }>();
const options = { name: "Test", resources: [thing], methods: [] };

let folder = "";
let source: HistorySource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast boot "));
  await mkdir(join(folder, "gates"));
  source = {
    versions: pathToFileURL(join(folder, "versions.yaml")),
    gates: pathToFileURL(`${join(folder, "gates")}/`),
  };
});
afterAll(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const module = (gate: string) =>
  `export default { gate: "${gate}", changes: [], origin: { location: () => undefined } };`;

describe("bootApi", () => {
  it("reads versions from a file and gates from a folder", async () => {
    await write(
      "versions.yaml",
      "genesis: []\n2011-01-01:\n  - gate: a_gate\n    description: It did.\n",
    );
    await write("gates/a-gate.js", module("a_gate"));
    // What is no module of a gate is passed over.
    await write("gates/a-gate.d.ts", "export default 1;");
    await write("gates/a-gate.test.ts", "throw new Error();");
    await write("gates/a-gate.fixture.ts", "throw new Error();");
    await write("gates/notes.md", "Notes.");
    const api = await bootApi(options, source);
    expect(api.name).toBe("Test");
    expect(api.versionHeader).toBe("API-Version");
    expect(api.timeline.at("genesis")?.gates).toEqual(["a_gate"]);
    expect(api.timeline.at("2011-01-01")).toBe(api.timeline.newest);
    expect([...api.timeline.gates.keys()]).toEqual(["a_gate"]);
  });

  it("names the files of what is wrong", async () => {
    await write(
      "versions.yaml",
      "genesis: []\n2011-01-01:\n  - gate: missing\n    description: M.\n",
    );
    await write("gates/none.js", "export default 1;");
    await write("gates/b-gate.js", module("a_gate"));
    const problem = await bootApi(options, source).catch((thrown: unknown) => thrown);
    if (!(problem instanceof BootError)) throw problem;
    expect(
      problem.diagnostics.map(({ id, location }) => [id, location?.file, location?.line]),
    ).toEqual([
      ["module_duplicate", join(folder, "gates/b-gate.js"), 1],
      ["module_malformed", join(folder, "gates/none.js"), 1],
      ["gate_without_module", join(folder, "versions.yaml"), 3],
      ["module_without_gate", undefined, undefined],
    ]);
    expect(problem.diagnostics[2]?.mend).toContain(join(folder, "gates/missing.ts"));
  });

  it("fails with the failure of a file that cannot be read", async () => {
    const gone = { ...source, versions: pathToFileURL(join(folder, "gone.yaml")) };
    await expect(bootApi(options, gone)).rejects.toThrow("gone.yaml");
  });
});
