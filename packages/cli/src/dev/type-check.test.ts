import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { TypeCheck } from "./type-check.js";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));

it("tells of types that do not fit, with file and line, until they do", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "holdfast-types-")));
  const source = join(folder, "src", "a.ts");
  mkdirSync(join(folder, "src"));
  symlinkSync(join(workspace, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "rootDir": "src", "outDir": "dist", "types": [] }, "include": ["src"] }',
  );
  const types = new TypeCheck(join(folder, "tsconfig.json"));
  const check = () => new Promise<readonly string[]>((resolve) => types.start(resolve));
  try {
    writeFileSync(source, '\nexport const a: number = "x";\n');
    const problems = await check();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${source}:2\n  TS2322: `);
    writeFileSync(source, "\nexport const a: number = 1;\n");
    expect(await check()).toEqual([]);
  } finally {
    types.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
