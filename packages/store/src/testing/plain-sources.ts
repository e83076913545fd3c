import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("..", import.meta.url));

/** The package's sources as JavaScript, for child processes of tests to run. */
export interface PlainSources {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Node 20, our floor, cannot run TypeScript, and a test must not depend on a build being new. The
 * copy lies below the package, so that its imports find what the package's own imports find.
 */
export async function makePlainSources(): Promise<PlainSources> {
  const { default: typescript } = await import("typescript-5.9");
  const cache = join(sources, "..", "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "plain-"));
  const names = await readdir(sources, { recursive: true });
  for (const name of names.filter((each) => each.endsWith(".ts") && !each.endsWith(".test.ts"))) {
    const { outputText } = typescript.transpileModule(await readFile(join(sources, name), "utf8"), {
      compilerOptions: {
        module: typescript.ModuleKind.ESNext,
        target: typescript.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
      },
    });
    const file = join(folder, name.replace(/\.ts$/, ".js"));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, outputText);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
