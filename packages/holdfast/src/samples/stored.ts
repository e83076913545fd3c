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

type Hash = Readonly<Record<string, Stored>>;

/** Whether a stored value is a record. */
export function isStoredRecord(value: Stored): value is StoredRecord & Hash {
  return isHash(value) && typeof value.$ === "string" && !value.$.startsWith("#");
}

/** Whether a stored value is any object. */
export function isHash(value: Stored): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ARM = Symbol("arm");
const RESOURCE = Symbol("resource");

/** A record out of a file. */
export interface ReplayedRecord {
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
  if ($ === "#hash") return revivedMembers(stored.fields as Hash);
  if (typeof $ !== "string") return revivedMembers(stored);
  return Object.assign(revivedMembers(stored.fields as Hash), {
    [RESOURCE]: $,
    ...(typeof stored.arm === "string" && { [ARM]: stored.arm }),
  });
}

function revivedMembers(members: Hash): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, one]) => [name, revived(one)]));
}

/**
 * What two captures of the same thing hold together, each of which holds what one version shows;
 * undefined where they tell of different things.
 */
export function mergedCapture(one: Captured, other: Captured): Captured | undefined {
  const result = merged(one.result, other.result);
  const records = merged(one.records, other.records);
  if (result === DIFFERENT || records === DIFFERENT) return undefined;
  return { result, records: records as Captured["records"] };
}

const DIFFERENT = Symbol("different");

function merged(one: Stored, other: Stored): Stored | typeof DIFFERENT {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return DIFFERENT;
    const items = one.map((item, index) => merged(item, other[index]));
    return items.includes(DIFFERENT) ? DIFFERENT : (items as Stored[]);
  }
  if (!isHash(one) || !isHash(other)) return one === other ? one : DIFFERENT;
  // A page is a record only where a version wraps it.
  if (isStoredRecord(one) !== isStoredRecord(other)) {
    const [record, plain] = isStoredRecord(one) ? [one, other] : [other, one];
    const fields = merged(record.fields as Hash, plain);
    return fields === DIFFERENT ? DIFFERENT : { ...record, fields };
  }
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const members = names.map((name) => {
    if (!Object.hasOwn(one, name)) return [name, other[name]] as const;
    if (!Object.hasOwn(other, name)) return [name, one[name]] as const;
    return [name, merged(one[name], other[name])] as const;
  });
  if (members.some(([, value]) => value === DIFFERENT)) return DIFFERENT;
  return Object.fromEntries(members) as Hash;
}
