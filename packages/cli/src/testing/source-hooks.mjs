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

/** What a source imports as ".js" is a ".ts" until it is built. */
export async function resolve(specifier, context, next) {
  if (/^(\.|file:)/.test(specifier) && specifier.endsWith(".js")) {
    const source = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".ts")) return next(url, context);
  const text = await readFile(fileURLToPath(url), "utf8");
  const kept = join(cache, `${createHash("sha256").update(text).digest("hex")}.js`);
  if (!existsSync(kept)) await keep(kept, await transpile(text));
  return { format: "module", source: await readFile(kept, "utf8"), shortCircuit: true };
}

async function transpile(text) {
  const { default: typescript } = await import("typescript-5.9");
  const { ModuleKind, ScriptTarget } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  return typescript.transpileModule(text, { compilerOptions }).outputText;
}

/** Whole or not at all: other processes may look for it. */
async function keep(file, text) {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
