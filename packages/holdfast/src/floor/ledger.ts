import type { Floor } from "./floor.js";
import { FloorError } from "./floor-error.js";
import { compareText, isPlainObject, type Plain } from "./plain.js";
import { parseObject, type ShapePool } from "./pool.js";

/** Something that was added without a gate, and is a promise from its date on. */
export interface Addition {
  /** The day on which it was recorded: `2026-11-21`. */
  readonly date: string;
  /** What it is, for people: `field charge.receipt_url`. */
  readonly what: string;
  /** The versions that have it, oldest first. */
  readonly versions: readonly string[];
  /** Where in their floors it stands. */
  readonly at: readonly string[];
  /** What stands there from then on. */
  readonly shape: Plain;
}

const FIELDS = ["date", "what", "from", "to", "at", "shape"] as const;

/** Reads `additions.json`. `order` is all versions, oldest first. */
export function parseLedger(
  text: string,
  file: string,
  pool: ShapePool,
  order: readonly string[],
): Addition[] {
  const { additions } = parseObject(text, file);
  if (!Array.isArray(additions)) {
    throw new FloorError("floor_unreadable", `${file} has no list of additions.`);
  }
  return additions.map((entry, index) => {
    const missing = FIELDS.find((field) => !isPlainObject(entry) || !(field in entry));
    if (missing !== undefined || !isPlainObject(entry)) {
      throw new FloorError("floor_unreadable", `${file}: addition ${index + 1} has no ${missing}.`);
    }
    return {
      date: String(entry.date),
      what: String(entry.what),
      versions: between(order, String(entry.from), String(entry.to)),
      at: (entry.at as readonly Plain[]).map(String),
      shape: pool.resolve(entry.shape ?? null),
    };
  });
}

/** The text of `additions.json`, by date; the shapes go into the pool. */
export function showLedger(
  additions: readonly Addition[],
  pool: ShapePool,
  order: readonly string[],
): string {
  const entries = additions
    .flatMap((addition) => runs(addition.versions, order).map((run) => ({ addition, ...run })))
    .map(({ addition: { date, what, at, shape }, from, to }) => ({
      date,
      what,
      from,
      to,
      at,
      shape: pool.intern(shape),
    }))
    .map((entry) => ({ key: `${entry.date} ${entry.what} ${entry.from}`, entry }))
    .sort((a, b) => compareText(a.key, b.key));
  const lines = entries.map(({ entry }) => `  ${JSON.stringify(entry)}`);
  return `{"additions":[\n${lines.join(",\n")}\n]}\n`;
}

function between(order: readonly string[], from: string, to: string): readonly string[] {
  const start = order.indexOf(from);
  const end = order.indexOf(to);
  return start === -1 || end === -1 ? [] : order.slice(start, end + 1);
}

/** Versions as the longest stretches of versions that follow each other. */
export function runs(
  versions: readonly string[],
  order: readonly string[],
): readonly { readonly from: string; readonly to: string }[] {
  const held = new Set(versions);
  const found: { from: string; to: string; last: number }[] = [];
  for (const [index, version] of order.entries()) {
    if (!held.has(version)) continue;
    const last = found.at(-1);
    if (last && last.last === index - 1) {
      last.to = version;
      last.last = index;
    } else found.push({ from: version, to: version, last: index });
  }
  return found.map(({ from, to }) => ({ from, to }));
}

/** The floor with what was added to it since. */
export function withAdditions(
  floor: Floor,
  version: string,
  additions: readonly Addition[],
): Floor {
  return additions
    .filter(({ versions }) => versions.includes(version))
    .reduce<Floor>((built, { at, shape }) => put(built, at, shape), floor);
}

function put<T>(tree: T, [name, ...rest]: readonly string[], shape: Plain): T {
  if (name === undefined) return shape as T;
  if (Array.isArray(tree)) {
    return tree.map((item, index) =>
      String(index) === name ? put(item, rest, shape) : item,
    ) as unknown as T;
  }
  const known: Readonly<Record<string, Plain>> = isPlainObject(tree) ? tree : {};
  return { ...known, [name]: put(known[name] ?? {}, rest, shape) } as unknown as T;
}
