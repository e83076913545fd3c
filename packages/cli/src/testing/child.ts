import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ran } from "./project.js";

const here = (path: string) => new URL(path, import.meta.url);
const sourceFlags = ["--conditions=source", "--import", here("run-sources.mjs").href];

/** Starts a process of its own on the sources. */
export function startSource(
  file: string,
  words: readonly string[],
  options: {
    readonly cwd: string;
    /** A folder that keeps what was transpiled, for the next process. */
    readonly cache: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): ChildProcess {
  return spawn(process.execPath, [...sourceFlags, file, ...words], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, SOURCE_CACHE: options.cache },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Waits for a process to end, and gives what it wrote. */
export async function ended(child: ChildProcess): Promise<Ran> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? -1));
  });
  return { code, out, err };
}

/** The bin as it is committed, in a package of its own whose build is the sources. */
export async function installBin(folder: string, built = true): Promise<string> {
  const bin = join(folder, "bin", "holdfast.js");
  await mkdir(join(folder, "bin"), { recursive: true });
  await copyFile(fileURLToPath(here("../../bin/holdfast.js")), bin);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  if (built) {
    await mkdir(join(folder, "dist"));
    const main = JSON.stringify(here("../main.ts").href);
    await writeFile(join(folder, "dist", "main.js"), `await import(${main});\n`);
  }
  return bin;
}
