import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where the sources of a module are. */
export interface Sources {
  /** The package that the module is in: everything in it is watched. */
  readonly folder: string;
  /** The folders between which TypeScript builds, and its configuration; plain JavaScript has none. */
  readonly built?: { readonly src: string; readonly dist: string; readonly tsconfig: string };
}

/** Finds the package of a module, and the sources that it is built from. */
export function sourcesOf(module: string): Sources {
  const folder = nearest(dirname(module), "package.json") ?? dirname(module);
  const owner = nearest(dirname(module), "tsconfig.json");
  const tsconfig = owner === undefined ? undefined : join(owner, "tsconfig.json");
  if (owner === undefined || tsconfig === undefined || !isWithin(owner, folder)) return { folder };
  const { rootDir = "src", outDir } = compilerOptions(tsconfig);
  if (outDir === undefined) return { folder };
  return {
    folder,
    built: { src: resolve(owner, rootDir), dist: resolve(owner, outDir), tsconfig },
  };
}

function nearest(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith(`..${sep}`) && relative(folder, path) !== "..";
}

interface CompilerOptions {
  readonly rootDir?: string;
  readonly outDir?: string;
}

/** A `tsconfig.json` may have comments, and commas where JSON has none. */
function compilerOptions(file: string): CompilerOptions {
  const text = readFileSync(file, "utf8")
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, kept = "") => kept)
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, kept = "") => kept);
  try {
    return JSON.parse(text).compilerOptions ?? {};
  } catch {
    // TypeScript itself will say what is wrong with it.
    return {};
  }
}
