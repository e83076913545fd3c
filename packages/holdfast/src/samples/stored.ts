import type { Json } from "../definition/kind.js";

/**
 * A value as it is kept in a file. What is plain JSON is kept as it is; everything else is an object
 * with the member `$`, which says what it is: the name of a resource, or `#` and a word.
 */
export type Stored = Json;

/** A record that was rendered: what was read of it, by the names of head's fields. */
export interface StoredRecord {
  readonly $: string;
  /** For a record of a union: which of its resources it is. */
  readonly arm?: string;
  readonly fields: Readonly<Record<string, Stored>>;
}

/** A method's answer before any version showed it: what it takes to show it at each. */
export interface Captured {
  /** What `execute` returned. */
  readonly result: Stored;
  /** Records that were loaded by id, by resource and id. */
  readonly records: Readonly<Record<string, Readonly<Record<string, Stored>>>>;
}

/** Members by their names. */
export type StoredHash = Readonly<Record<string, Stored>>;

/** The same members in the order of their names, so that the same is written the same. */
export function inOrder<V>(members: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  const named = Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(named);
}

/** Whether a stored value is a record. */
function isStoredRecord(value: Stored): value is StoredRecord & StoredHash {
  return isHash(value) && typeof value.$ === "string" && !value.$.startsWith("#");
}

/** Whether a stored value is any object. */
export function isHash(value: Stored): value is StoredHash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ARM = Symbol("arm");
const RESOURCE = Symbol("resource");

/** A record out of a file. */
interface ReplayedRecord {
  readonly [ARM]?: string;
  readonly [RESOURCE]: string;
  readonly [field: string]: unknown;
}

/** Which of a union's resources a record out of a file is. */
export function armOfReplayed(record: unknown): string | undefined {
  return (record as ReplayedRecord | null)?.[ARM];
}

/** The resource of a record out of a file; undefined for what is no record. */
export function resourceOfReplayed(value: unknown): string | undefined {
  return typeof value === "object" && value !== null
    ? (value as ReplayedRecord)[RESOURCE]
    : undefined;
}

/** What a stored value stands for. */
export function revived(stored: Stored): unknown {
  if (Array.isArray(stored)) return stored.map(revived);
  if (!isHash(stored)) return stored;
  const { $ } = stored;
  if ($ === "#date") return new Date(String(stored.value));
  if ($ === "#bigint") return BigInt(String(stored.value));
  if ($ === "#hash") return revivedMembers(stored.fields as StoredHash);
  if (typeof $ !== "string") return revivedMembers(stored);
  return Object.assign(revivedMembers(stored.fields as StoredHash), {
    [RESOURCE]: $,
    ...(typeof stored.arm === "string" && { [ARM]: stored.arm }),
  });
}

function revivedMembers(members: StoredHash): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, one]) => [name, revived(one)]));
}

/**
 * What two captures of the same thing hold together, each of which holds what one version shows;
 * undefined where they tell of different things.
 */
export function mergedCapture(one: Captured, other: Captured): Captured | undefined {
  const result = merged(one.result, other.result);
  const names = Object.keys({ ...one.records, ...other.records });
  const records = names.map(
    (name) => [name, united(one.records[name] ?? {}, other.records[name] ?? {})] as const,
  );
  if (result === DIFFERENT || records.some(([, byId]) => byId === DIFFERENT)) return undefined;
  return { result, records: inOrder(Object.fromEntries(records)) as Captured["records"] };
}

const DIFFERENT = Symbol("different");

type Merged = Stored | typeof DIFFERENT;

function merged(one: Stored, other: Stored): Merged {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return DIFFERENT;
    const items = one.map((item, index) => merged(item, other[index]));
    return items.includes(DIFFERENT) ? DIFFERENT : (items as Stored[]);
  }
  if (!isHash(one) || !isHash(other)) return one === other ? one : DIFFERENT;
  if (isStoredRecord(one)) return mergedRecord(one, other);
  if (isStoredRecord(other)) return mergedRecord(other, one);
  const names = Object.keys(one);
  const isAlike =
    names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name));
  return isAlike ? membersMerged(names, one, other) : DIFFERENT;
}

/** A page is a record only where a version wraps it: else it is a hash like any other. */
function mergedRecord(record: StoredRecord, other: StoredHash): Merged {
  const isAlike = isStoredRecord(other) && other.$ === record.$ && other.arm === record.arm;
  if (isStoredRecord(other) && !isAlike) return DIFFERENT;
  const fields = united(record.fields, isStoredRecord(other) ? other.fields : other);
  return fields === DIFFERENT ? DIFFERENT : ({ ...record, fields } as Stored);
}

/** Everything that one or the other has. */
function united(one: StoredHash, other: StoredHash): StoredHash | typeof DIFFERENT {
  const both = membersMerged(Object.keys({ ...one, ...other }), one, other);
  return both === DIFFERENT ? DIFFERENT : inOrder(both);
}

function membersMerged(
  names: readonly string[],
  one: StoredHash,
  other: StoredHash,
): StoredHash | typeof DIFFERENT {
  const members = names.map((name): readonly [string, Merged] => {
    if (!Object.hasOwn(one, name)) return [name, other[name]];
    return [name, Object.hasOwn(other, name) ? merged(one[name], other[name]) : one[name]];
  });
  return members.some(([, value]) => value === DIFFERENT)
    ? DIFFERENT
    : (Object.fromEntries(members) as StoredHash);
}
