import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import type { FloorCheck, Mend } from "@holdfast/compatibility";
import { type Api, addToDraft } from "holdfast";
import { appendAdditions, replaceFile } from "holdfast/floor";
import { Failure } from "../errors.js";

/** What a check wrote. */
export interface Written {
  /** Modules of gates, by file. */
  readonly modules: readonly string[];
  /** How many additions went into the ledger. */
  readonly additions: number;
  /** What is left to do by hand: what definitions must keep, and what must be decided. */
  readonly left: readonly string[];
}

/**
 * Writes the gates that mend what a check found, their entries under `next:`, and the additions
 * that it found where nothing is broken.
 * @throws Failure "history_elsewhere"
 */
export async function writeMends(api: Api, check: FloorCheck, folder: string): Promise<Written> {
  const mends = check.findings.flatMap(({ mend }) => mend ?? []);
  const additions = check.verdict === "safe" ? check.additions : [];
  if (mends.length > 0) await writeGates(api, mends);
  await appendAdditions(api, additions, folder);
  return {
    modules: mends.map(({ file }) => join(api.gatesFolder, file)),
    additions: additions.length,
    left: mends.flatMap(({ definitions, decide }) => [
      ...definitions.map(
        ({ owner, path, text }) => `Keep in ${[owner.name, ...path].join(".")}: ${text}`,
      ),
      ...decide,
    ]),
  };
}

async function writeGates(api: Api, mends: readonly Mend[]): Promise<void> {
  if (!isAbsolute(api.historyFile)) {
    throw new Failure(
      "history_elsewhere",
      "The app was not booted from files: its gates cannot be written here.",
    );
  }
  const history = await readFile(api.historyFile, "utf8");
  const entries = mends.map(({ gate, description }) => ({ gate, description }));
  const drafted = addToDraft(history, entries);
  await mkdir(api.gatesFolder, { recursive: true });
  const modules = mends.map(({ file, module }) => ({ path: join(api.gatesFolder, file), module }));
  const taken = modules.find(({ path }) => existsSync(path));
  if (taken) throw new Failure("gate_exists", `${taken.path} is there already.`);
  for (const { path, module } of modules) await replaceFile(path, module);
  await replaceFile(api.historyFile, drafted);
}
