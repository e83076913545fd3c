import type { Floor } from "./floor.js";
import { FloorError } from "./floor-error.js";
import { canonicalJson, isPlainObject, type Plain, type PlainObject } from "./plain.js";
import { parseObject, type ShapePool } from "./pool.js";

/** How floors are written down; a newer framework reads all older ones. */
const FORMAT = 1;

/** A floor as it stands in its file. */
export interface WrittenDown {
  readonly version: string;
  /** The day on which it was written: `2026-11-21`. */
  readonly written: string;
  readonly floor: Floor;
}

/** The text of `VERSION.json`; the shapes go into the pool. */
export function showFloor({ version, written, floor }: WrittenDown, pool: ShapePool): string {
  const { wire, lists, ...groups } = asPlain(floor);
  const entries = Object.entries(groups).map(([name, group]) => [name, pool.intern(group)]);
  const document = {
    floor: FORMAT,
    version,
    written,
    ...Object.fromEntries(entries),
    lists,
    wire: pool.intern(wire ?? {}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Reads a `VERSION.json`. Throws a FloorError where it is no floor. */
export function parseFloor(text: string, file: string, pool: ShapePool): WrittenDown {
  const document = parseObject(text, file);
  if (typeof document.floor !== "number" || document.floor > FORMAT) {
    throw new FloorError("floor_unreadable", `${file} was written by a newer Holdfast.`);
  }
  const read = pool.resolve(document);
  const group = (name: string): PlainObject => {
    const value = isPlainObject(read) ? read[name] : undefined;
    if (isPlainObject(value)) return value;
    throw new FloorError("floor_unreadable", `${file} has no ${name}.`);
  };
  const floor = {
    methods: group("methods"),
    resources: group("resources"),
    errors: group("errors"),
    events: group("events"),
    headers: group("headers"),
    wire: group("wire"),
    lists: String(document.lists),
  } as unknown as Floor;
  return { version: String(document.version), written: String(document.written), floor };
}

/** One text for equal floors, of those whose keys are made with the same pool. */
export function floorKey(floor: Floor, pool: ShapePool): string {
  return canonicalJson(pool.intern(asPlain(floor)));
}

function asPlain(floor: Floor): PlainObject {
  // A floor is JSON all the way down; only its types are narrower.
  return floor as unknown as Record<string, Plain>;
}
