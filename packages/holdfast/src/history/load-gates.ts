import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type GateModule, isGateModule } from "./gate.js";

const MODULE = /(?<!\.d|\.test|\.fixture)\.(js|ts)$/;

/** Gate modules by gate, with what was wrong about their files. */
export interface LoadedGates {
  readonly modules: ReadonlyMap<string, GateModule>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Imports every module of a folder, each of which exports one gate. */
export async function loadGates(folder: URL): Promise<LoadedGates> {
  const names = (await readdir(folder)).filter((name) => MODULE.test(name)).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const url = new URL(name, folder);
      const exports = (await import(url.href)) as { readonly default?: unknown };
      return { file: fileURLToPath(url), exported: exports.default };
    }),
  );
  return collectGates(found);
}

/** Sorts modules by gate; exported for tests and for applications that bundle. */
export function collectGates(
  found: readonly { readonly file: string; readonly exported: unknown }[],
): LoadedGates {
  const modules = new Map<string, GateModule>();
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { file, exported } of found) {
    if (!isGateModule(exported)) {
      diagnostics.push(diagnostic("module_malformed", { file }, { file, line: 1 }));
      continue;
    }
    const other = files.get(exported.gate);
    if (other !== undefined) {
      const details = { gate: exported.gate, file, other };
      const location = exported.origin.location() ?? { file, line: 1 };
      diagnostics.push(diagnostic("module_duplicate", details, location));
    }
    modules.set(exported.gate, exported);
    files.set(exported.gate, file);
  }
  return { modules, diagnostics };
}
