import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Definitions } from "../contract/definitions.js";
import type { Timeline } from "../history/timeline.js";
import {
  type Descriptions,
  descriptionsOf,
  parseDescriptions,
  showDescriptions,
} from "./descriptions.js";
import { floorKey, parseFloor, showFloor, type WrittenDown } from "./document.js";
import type { Floor } from "./floor.js";
import { FloorError } from "./floor-error.js";
import { floorOf } from "./floor-of.js";
import { type Addition, parseLedger, showLedger } from "./ledger.js";
import { compareText } from "./plain.js";
import { parseObject, ShapePool } from "./pool.js";
import { replaceFile } from "./replace-file.js";

/** An API as its floors see it. */
export interface FlooredApi {
  readonly definitions: Definitions;
  readonly timeline: Timeline;
}

/** A folder of floors. */
export interface Floors {
  readonly folder: string;
  /** The floors as they were released. */
  readonly versions: ReadonlyMap<string, WrittenDown>;
  readonly additions: readonly Addition[];
  readonly descriptions: ReadonlyMap<string, Descriptions>;
  readonly pool: ShapePool;
}

const SHAPES = "shapes.json";
const ADDITIONS = "additions.json";
const DESCRIPTIONS = "descriptions.json";
const OTHERS = new Set([SHAPES, ADDITIONS, DESCRIPTIONS]);

/** The folder of an API's floors, beside the file of its history. */
export function contractsFolder(historyFile: string): string {
  return join(dirname(historyFile), "contracts");
}

/**
 * Reads a folder of floors; one that is not there has none.
 * @throws FloorError
 */
export async function readFloors(folder: string, { timeline }: FlooredApi): Promise<Floors> {
  const order = timeline.versions.map(({ name }) => name);
  const names = (await filesIn(folder)).filter((name) => name.endsWith(".json"));
  const text = async (name: string, otherwise: string): Promise<string> =>
    names.includes(name) ? readFile(join(folder, name), "utf8") : otherwise;
  const file = (name: string): string => join(folder, name);
  const pool = ShapePool.parse(await text(SHAPES, "{}"), file(SHAPES));
  const versions = new Map<string, WrittenDown>();
  for (const name of names.filter((one) => !OTHERS.has(one)).sort()) {
    const version = name.slice(0, -".json".length);
    versions.set(version, parseFloor(await text(name, ""), file(name), pool));
  }
  const ledger = await text(ADDITIONS, '{"additions":[]}');
  const words = parseObject(await text(DESCRIPTIONS, "{}"), file(DESCRIPTIONS));
  return {
    folder,
    pool,
    versions,
    additions: parseLedger(ledger, file(ADDITIONS), pool, order),
    descriptions: parseDescriptions(words, versions.keys(), order),
  };
}

/**
 * Reads what was added without gates, and nothing else of a folder of floors; one that is not there
 * has none.
 * @throws FloorError
 */
export async function readAdditions(
  folder: string,
  { timeline }: Pick<FlooredApi, "timeline">,
): Promise<readonly Addition[]> {
  const names = await filesIn(folder);
  if (!names.includes(ADDITIONS)) return [];
  const file = (name: string): string => join(folder, name);
  const shapes = names.includes(SHAPES) ? await readFile(file(SHAPES), "utf8") : "{}";
  const pool = ShapePool.parse(shapes, file(SHAPES));
  const order = timeline.versions.map(({ name }) => name);
  return parseLedger(await readFile(file(ADDITIONS), "utf8"), file(ADDITIONS), pool, order);
}

/**
 * Reads one floor, with the shapes and words beside it.
 * @throws FloorError
 */
export async function readFloorFile(
  file: string,
): Promise<{ readonly floor: Floor; readonly descriptions: Descriptions }> {
  const folder = dirname(file);
  const names = await filesIn(folder);
  const text = async (name: string): Promise<string> =>
    names.includes(name) ? readFile(join(folder, name), "utf8") : "{}";
  const pool = ShapePool.parse(await text(SHAPES), join(folder, SHAPES));
  const { version, floor } = parseFloor(await readFile(file, "utf8"), file, pool);
  const words = parseObject(await text(DESCRIPTIONS), join(folder, DESCRIPTIONS));
  // Versions by their names are by their dates, but for the one before all.
  const order = names
    .filter((name) => name.endsWith(".json") && !OTHERS.has(name))
    .map((name) => name.slice(0, -".json".length))
    .sort((a, b) => Number(a !== GENESIS) - Number(b !== GENESIS) || compareText(a, b));
  return { floor, descriptions: parseDescriptions(words, [version], order).get(version) ?? {} };
}

const GENESIS = "genesis";

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** When floors are written. */
export interface WriteOptions {
  /** The day: `2026-11-21`; today, in UTC, if left out. */
  readonly date?: string;
}

/** The day of a time in milliseconds since 1970, in UTC: `2026-11-21`. */
export function today(now: number = Date.now()): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** What came of writing a floor. */
export interface WrittenFloor {
  readonly file: string;
  /** How large the file is. */
  readonly bytes: number;
  /** False where the same floor was there already. */
  readonly written: boolean;
}

/**
 * Writes the floor of a released version, once.
 * @throws FloorError "floor_exists" where there is one that says something else
 *
 * @example
 * await writeFloor(api, "2015-02-18", contractsFolder(api.historyFile));
 */
export async function writeFloor(
  api: FlooredApi,
  version: string,
  folder: string,
  options: WriteOptions = {},
): Promise<WrittenFloor> {
  const [written] = await writeFloors(api, [version], folder, options);
  if (!written) throw new FloorError("version_unknown", `There is no version ${version}.`);
  return written;
}

/**
 * Writes the floors of several released versions, each once.
 * @throws FloorError "floor_exists" where there is one that says something else
 */
export async function writeFloors(
  api: FlooredApi,
  versions: readonly string[],
  folder: string,
  { date = today() }: WriteOptions = {},
): Promise<readonly WrittenFloor[]> {
  const floors = await readFloors(folder, api);
  const descriptions = new Map(floors.descriptions);
  const keys = new ShapePool();
  const documents = versions.map((version) => {
    const contract = api.timeline.at(version);
    if (!contract) throw new FloorError("version_unknown", `There is no version ${version}.`);
    const floor = floorOf(contract, api.definitions);
    const known = floors.versions.get(version)?.floor;
    const file = join(folder, `${version}.json`);
    if (known && floorKey(known, keys) !== floorKey(floor, keys)) {
      throw new FloorError("floor_exists", `${file} is there, and says something else.`);
    }
    if (!known) descriptions.set(version, descriptionsOf(contract, floor));
    return {
      file,
      text: showFloor({ version, written: date, floor }, floors.pool),
      written: !known,
    };
  });
  const order = api.timeline.versions.map(({ name }) => name);
  // Shapes first: a floor never refers to one that is not there.
  await replaceFile(join(folder, SHAPES), floors.pool.show());
  await replaceFile(join(folder, DESCRIPTIONS), showDescriptions(descriptions, order));
  for (const { file, text, written } of documents) if (written) await replaceFile(file, text);
  return documents.map(({ file, text, written }) => ({
    file,
    bytes: Buffer.byteLength(text),
    written,
  }));
}

/** Adds to the ledger of what was added without a gate. */
export async function appendAdditions(
  api: FlooredApi,
  additions: readonly Addition[],
  folder: string,
): Promise<void> {
  if (additions.length === 0) return;
  const floors = await readFloors(folder, api);
  const order = api.timeline.versions.map(({ name }) => name);
  const text = showLedger([...floors.additions, ...additions], floors.pool, order);
  await replaceFile(join(folder, SHAPES), floors.pool.show());
  await replaceFile(join(folder, ADDITIONS), text);
}
