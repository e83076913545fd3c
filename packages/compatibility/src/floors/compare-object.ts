import type { FloorField, FloorObject, Plain } from "holdfast/floor";
import { plainOf } from "./address.js";
import type { Change, Owner } from "./change.js";
import { compareField } from "./compare-field.js";
import { type Candidate, renames } from "./similar.js";

/** Where an object stands, and what is said of it. */
export interface ObjectPlace {
  readonly owner: Owner;
  readonly path: readonly string[];
  readonly at: readonly string[];
  /** What people were, and are, told of a field by its path. */
  readonly described: (side: "before" | "now", path: readonly string[]) => string | undefined;
}

/** Resources that stand at the same place on both sides. */
export interface ResourcePair {
  readonly before: string;
  readonly now: string;
}

/** What two objects differ in, and which resources stand in both. */
export interface Compared {
  readonly changes: readonly Change[];
  readonly resources: readonly ResourcePair[];
  readonly pages: boolean;
}

/** Compares two objects field by field, however deep. */
export function compareObject(before: FloorObject, now: FloorObject, place: ObjectPlace): Compared {
  const olds = Object.entries(before.fields);
  const gone = olds.filter(([name]) => !(name in now.fields));
  const added = Object.entries(now.fields).filter(([name]) => !(name in before.fields));
  const renamed = renames(
    gone.map((entry) => candidate(entry, place, "before")),
    added.map((entry) => candidate(entry, place, "now")),
  );
  const newName = new Map(renamed.map((one) => [one.before, one.now]));
  const taken = new Set(newName.values());
  const pairs = olds.flatMap(([name, field]): (readonly [string, FloorField, FloorField])[] => {
    const other = now.fields[newName.get(name) ?? name];
    return other ? [[name, field, other]] : [];
  });
  const compared = pairs.map(([name, one, other]) => compareField(one, other, below(place, name)));
  return {
    changes: [
      ...renamed.map((one) => renamedChange(one.before, one.now, before, now, place)),
      ...gone.filter(([name]) => !newName.has(name)).map((entry) => goneChange(entry, place)),
      ...added.filter(([name]) => !taken.has(name)).map((entry) => addedChange(entry, place)),
      ...unknownKeys(before, now, place),
      ...compared.flatMap(({ changes }) => changes),
    ],
    resources: compared.flatMap(({ resources }) => resources),
    pages: compared.some(({ pages }) => pages),
  };
}

/** Where a change stands. */
export function spot({ owner, path, at }: ObjectPlace): Pick<Change, "owner" | "path" | "at"> {
  return { owner, path, at };
}

function below(place: ObjectPlace, name: string): ObjectPlace {
  return { ...place, path: [...place.path, name], at: [...place.at, "fields", name] };
}

function candidate(
  [name, field]: readonly [string, FloorField],
  place: ObjectPlace,
  side: "before" | "now",
): Candidate {
  return { name, field, description: place.described(side, [...place.path, name]) };
}

function renamedChange(
  before: string,
  now: string,
  olds: FloorObject,
  news: FloorObject,
  place: ObjectPlace,
): Change {
  const [was, is] = [olds.fields[before], news.fields[now]];
  return {
    ...spot(below(place, before)),
    what: "renamed",
    sent: "gone",
    received: "gone",
    before: plainOf(was),
    now: plainOf(is),
    names: [now],
    field: { ...(was && { before: was }), ...(is && { now: is }) },
  };
}

function goneChange([name, field]: [string, FloorField], place: ObjectPlace): Change {
  return {
    ...spot(below(place, name)),
    what: "field",
    sent: "gone",
    received: "gone",
    before: plainOf(field),
    now: undefined,
    names: [],
    field: { before: field },
  };
}

function addedChange([name, field]: [string, FloorField], place: ObjectPlace): Change {
  const required = field.optional !== true && field.default === undefined;
  return {
    ...spot(below(place, name)),
    what: "field",
    sent: required ? "narrower" : "added",
    received: "added",
    before: undefined,
    now: plainOf(field),
    names: [],
    field: { now: field },
  };
}

function unknownKeys(before: FloorObject, now: FloorObject, place: ObjectPlace): Change[] {
  if (before.unknownKeys === now.unknownKeys) return [];
  return [
    {
      ...spot(place),
      at: [...place.at, "unknownKeys"],
      what: "unknown_keys",
      sent: now.unknownKeys === "ignored" ? "wider" : "narrower",
      received: undefined,
      before: before.unknownKeys ?? null,
      now: (now.unknownKeys ?? null) as Plain,
      names: [],
    },
  ];
}
