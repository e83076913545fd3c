import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  descriptionsOf,
  FloorError,
  type FlooredApi,
  floorOf,
  isPlainObject,
  readFloorFile,
} from "holdfast/floor";
import type { Side } from "./compare-floors.js";

/**
 * The floor in a file, as it was released; undefined where the file is none.
 * @throws FloorError where it is one that cannot be read
 */
export async function readFloor(path: string): Promise<Side | undefined> {
  if (!(await isFloor(path))) return undefined;
  return readFloorFile(path);
}

async function isFloor(path: string): Promise<boolean> {
  if (!basename(path).endsWith(".json")) return false;
  try {
    const document: unknown = JSON.parse(await readFile(path, "utf8"));
    return isPlainObject(document) && "floor" in document;
  } catch {
    // Whoever reads it as something else tells what is wrong.
    return false;
  }
}

/**
 * What an API serves at one of its versions.
 * @throws FloorError "version_unknown"
 */
export function servedFloor({ timeline, definitions }: FlooredApi, version: string): Side {
  const contract = timeline.at(version);
  if (!contract) throw new FloorError("version_unknown", `There is no version ${version}.`);
  const floor = floorOf(contract, definitions);
  return { floor, descriptions: descriptionsOf(contract, floor) };
}
