import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Linux's folder in memory: a disk's waiting and its kernel work would hide what is compared. */
const MEMORY = "/dev/shm";

/** Where the peers' data stands while they are measured. */
export function dataPlace(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    return MEMORY;
  } catch {
    return tmpdir();
  }
}

/** A new folder for one peer's data, which goes when this process ends. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(dataPlace(), "holdfast-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
