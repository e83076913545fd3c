import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const workspace = fileURLToPath(new URL("../../../", import.meta.url));
const project = fileURLToPath(new URL("../tsconfig.types.json", import.meta.url));

/** What a compiler has to say about the type tests, and how it ends. */
function compile(compiler: string): Promise<{ said: string; code: unknown }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${workspace}node_modules/${compiler}`, "-p", project, "--pretty", "false"],
      (failure, stdout, stderr) => resolve({ said: stdout + stderr, code: failure?.code ?? 0 }),
    );
  });
}

describe.concurrent("the type tests", () => {
  it.each([
    ["5.9", "typescript-5.9/lib/tsc.js"],
    ["6.0", "typescript-6.0/lib/tsc.js"],
    ["7", "typescript/bin/tsc"],
  ])("hold under TypeScript %s", async (_version, compiler) => {
    expect(await compile(compiler)).toEqual({ said: "", code: 0 });
  });
});
