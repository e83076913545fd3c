import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

let cache;

/** `data` is the folder that keeps what was transpiled, for the next process. */
export function initialize(data) {
  cache = data;
}

/** What a source imports as ".js" is a ".ts" or a ".tsx" until it is built. */
export async function resolve(specifier, context, next) {
  if (/^(\.|file:)/.test(specifier) && specifier.endsWith(".js")) {
    for (const ending of [".ts", ".tsx"]) {
      const source = new URL(specifier.replace(/\.js$/, ending), context.parentURL);
      if (existsSync(source)) return next(source.href, context);
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !/\.tsx?$/.test(url)) return next(url, context);
  const text = await readFile(fileURLToPath(url), "utf8");
  const kept = join(cache, `${createHash("sha256").update(text).digest("hex")}.js`);
  if (!existsSync(kept)) await keep(kept, await transpile(text, url));
  return { format: "module", source: await readFile(kept, "utf8"), shortCircuit: true };
}

async function transpile(text, fileName) {
  const { default: typescript } = await import("typescript-5.9");
  const { JsxEmit, ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
    jsx: JsxEmit.ReactJSX,
    jsxImportSource: "preact",
  };
  return typescript.transpileModule(text, { compilerOptions, fileName }).outputText;
}

/** Whole or not at all: other processes may look for it. */
async function keep(file, text) {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
