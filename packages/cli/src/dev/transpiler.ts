import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What takes the types out of a source: a tool that the project has, or Node itself. */
export interface Transpiler {
  readonly name: "rolldown" | "esbuild" | "typescript" | "node";
  /** The address of its module. */
  readonly module: string;
}

const TOOLS = [
  ["rolldown", "rolldown/utils"],
  ["esbuild", "esbuild"],
  ["typescript", "typescript"],
] as const;

/** The quickest transpiler that a project has; undefined where it has none and Node is too old. */
export function findTranspiler(folder: string): Transpiler | undefined {
  const { resolve } = createRequire(join(folder, "package.json"));
  for (const [name, module] of TOOLS) {
    const file = found(resolve, module);
    if (file === undefined || (name === "typescript" && !hasApi(resolve))) continue;
    return { name, module: pathToFileURL(file).href };
  }
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const strips = major > 22 || (major === 22 && minor >= 13);
  return strips ? { name: "node", module: "node:module" } : undefined;
}

function found(resolve: NodeJS.RequireResolve, module: string): string | undefined {
  try {
    return resolve(module);
  } catch {
    return undefined;
  }
}

/** TypeScript 7 can only be run. */
function hasApi(resolve: NodeJS.RequireResolve): boolean {
  const { version } = createRequire(import.meta.url)(resolve("typescript/package.json"));
  return Number.parseInt(version, 10) < 7;
}
