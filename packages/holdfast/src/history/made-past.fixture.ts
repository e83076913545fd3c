import fc from "fast-check";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { t } from "../definition/t.js";
import type { Change } from "./change.js";
import { armsRenamed } from "./changes/arms.js";
import { merged } from "./changes/merged.js";
import { renamedTo } from "./changes/renamed-to.js";
import { splitInto } from "./changes/split-into.js";
import { wasObject } from "./changes/was-object.js";
import { partsJoined } from "./conversions/parts.js";
import type { FieldVerb } from "./field.js";

const maybe = t.string().nullable().optional().describe("A text.");
const arm = <const V extends string>(kind: V) =>
  t.object({ kind: t.literal(kind).describe("Which."), text: maybe });

/** What head has: texts, an object of texts, and a union. */
export const headFields = {
  a: maybe,
  b: maybe,
  c: maybe,
  d: maybe,
  o: t.object({ p: maybe, q: maybe, r: maybe }).optional().describe("An object."),
  u: t
    .union("kind", { x: arm("x"), y: arm("y") })
    .nullable()
    .optional()
    .describe("A union."),
};

/** A text that some version has. */
interface Text {
  readonly sort: "text";
  readonly name: string;
  /** What stands between its parts, where it is several texts today. */
  readonly separator?: string;
  /** Which of two texts it is, where they are one today. */
  readonly together?: { readonly group: number; readonly part: number };
}

/** A field as some version has it. */
export type Made =
  | Text
  | {
      readonly sort: "object";
      readonly name: string;
      readonly members: readonly Made[];
      readonly nullable: boolean;
    }
  | { readonly sort: "union"; readonly name: string; readonly arms: readonly string[] };

/** How the newest version came to be. */
export interface MadePast {
  /** Oldest first: the fields of each version. */
  readonly versions: readonly (readonly Made[])[];
  /** For each version but genesis, what it did. */
  readonly steps: readonly ((of: Of) => readonly Change[])[];
}

/** What is changed: a resource, or a method's params. */
export interface Of {
  readonly subject: ResourceDefinition | MethodDefinition;
  say(path: string, verb: FieldVerb): Change;
}

interface Seed {
  readonly kind: "nest" | "flatten" | "split" | "merge" | "arms";
  readonly pick: number;
  readonly nullable: boolean;
}

/** What pasts are made from: up to six versions, each made by one change. */
export const madeSeeds: fc.Arbitrary<readonly Seed[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("nest", "flatten", "split", "merge", "arms"),
    pick: fc.nat(1000),
    nullable: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

const SEPARATORS = ["/", "|", ";", ":", "~", "+"];

const texts = (...names: readonly string[]) => names.map((name): Made => ({ sort: "text", name }));

const newest: readonly Made[] = [
  ...texts("a", "b", "c", "d"),
  { sort: "object", name: "o", members: texts("p", "q", "r"), nullable: false },
  { sort: "union", name: "u", arms: ["x", "y"] },
];

/** Makes a past of changes that fit together, from the newest version to the oldest. */
export function madePast(seeds: readonly Seed[]): MadePast {
  let fields = newest;
  const versions = [fields];
  const steps: MadePast["steps"][number][] = [];
  for (const [index, seed] of seeds.entries()) {
    const done = deed(seed, fields, index);
    if (!done) continue;
    fields = done.before;
    versions.unshift(fields);
    steps.unshift(done.changes);
  }
  return { versions, steps };
}

interface Deed {
  readonly before: readonly Made[];
  readonly changes: (of: Of) => readonly Change[];
}

function deed(
  { kind, pick, nullable }: Seed,
  fields: readonly Made[],
  index: number,
): Deed | undefined {
  const chosen = fields[pick % fields.length];
  const next = fields[(pick + 1) % fields.length];
  if (!chosen || !next || chosen === next) return undefined;
  if (kind === "nest") return nested([chosen, next], fields, `in_${index}`, nullable);
  if (kind === "flatten") return flattened(chosen, fields, `out_${index}`);
  if (kind === "split") return split(chosen, next, fields, index);
  if (kind === "merge") return mergedInto(chosen, fields, index);
  return renamedArms(chosen, fields, index);
}

/** They stood in an object that is gone. */
function nested(
  members: readonly Made[],
  fields: readonly Made[],
  name: string,
  wanted: boolean,
): Deed | undefined {
  if (members.some((one) => isHalf(one, members))) return undefined;
  // What is null must be null in all of its members.
  const nullable = wanted && members.every(({ sort }) => sort !== "object");
  const object: Made = { sort: "object", name, members, nullable };
  return {
    before: [...fields.filter((one) => !members.includes(one)), object],
    changes: ({ say }) => [
      say(name, wasObject("An object.", { null: nullable ? "without members" : "never" })),
      ...members.map((one) => say(`${name}.${one.name}`, renamedTo(`.${one.name}`))),
    ],
  };
}

/** Whether the other text that it is one with today is not among some fields. */
function isHalf(one: Made, among: readonly Made[]): boolean {
  const group = one.sort === "text" ? one.together?.group : undefined;
  const twins = among.filter((other) => other.sort === "text" && other.together?.group === group);
  return group !== undefined && twins.length < 2;
}

/** The first of an object's members stood beside it. */
function flattened(object: Made, fields: readonly Made[], name: string): Deed | undefined {
  const [member, ...left] = object.sort === "object" ? object.members : [];
  if (object.sort !== "object" || !member || left.length === 0) return undefined;
  // Whether an object is null hangs on all the members that it was brought back with, so that one
  // which stood elsewhere before that still has a say in it.
  if (object.nullable) return undefined;
  if (isHalf(member, [member])) return undefined;
  return {
    before: fields.flatMap((one) =>
      one === object
        ? [
            { ...object, members: left },
            { ...member, name },
          ]
        : [one],
    ),
    changes: ({ say }) => [say(name, renamedTo(`.${object.name}.${member.name}`))],
  };
}

/** Two were one text. */
function split(one: Made, other: Made, fields: readonly Made[], index: number): Deed | undefined {
  if (one.sort !== "text" || other.sort !== "text") return undefined;
  if (one.together || other.together) return undefined;
  const separator = SEPARATORS[index] ?? "/";
  const name = `one_${index}`;
  return {
    before: [
      ...fields.filter((field) => field !== one && field !== other),
      { sort: "text", name, separator },
    ],
    changes: ({ say }) => [
      say(name, splitInto([one.name, other.name], partsJoined(separator), maybe)),
    ],
  };
}

/** One was two texts. */
function mergedInto(one: Made, fields: readonly Made[], index: number): Deed | undefined {
  // What is several texts today is refused: its parts would be parts of parts.
  if (one.sort !== "text" || one.together || one.separator !== undefined) return undefined;
  const names = [`first_${index}`, `second_${index}`] as const;
  const were = Object.fromEntries(names.map((name) => [name, maybe]));
  const both = names.map(
    (name, part): Made => ({
      sort: "text",
      name,
      together: { group: index, part },
    }),
  );
  return {
    before: [...fields.filter((field) => field !== one), ...both],
    changes: ({ subject }) => [
      merged(subject, were, one.name, partsJoined(SEPARATORS[index] ?? "/")),
    ],
  };
}

/** The arms of a union had other names. */
function renamedArms(union: Made, fields: readonly Made[], index: number): Deed | undefined {
  if (union.sort !== "union") return undefined;
  const arms = union.arms.map((_arm, place) => `arm_${index}_${place}`);
  const names = Object.fromEntries(arms.map((arm, place) => [arm, union.arms[place] ?? ""]));
  return {
    before: fields.map((one) => (one === union ? { ...union, arms } : one)),
    changes: ({ say }) => [say(union.name, armsRenamed(names))],
  };
}

const word = fc.string({ unit: fc.constantFrom("x", "y", "é"), minLength: 1, maxLength: 3 });

/** Every text of some fields, with one value. */
export function allTexts(
  fields: readonly Made[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.sort === "union") return [];
      return [[field.name, field.sort === "text" ? value : allTexts(field.members, value)]];
    }),
  );
}

/** What a caller at a version may say of some fields: absent, null and full. */
export function valuesOf(fields: readonly Made[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const groups = new Map<number, readonly Made[]>();
  const alone: fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [];
  for (const field of fields) {
    const group = field.sort === "text" ? field.together?.group : undefined;
    if (group === undefined) alone.push(maybeThere(field));
    else groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  const pairs = [...groups.values()].map(pairOf);
  return fc.tuple(...alone, ...pairs).map((all) => Object.assign({}, ...all));
}

function maybeThere(field: Made): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const named = (value: unknown) => ({ [field.name]: value });
  if (field.sort === "object") {
    // One that is never null is always shown; another one is null where none of its members is there.
    const there = valuesOf(field.members);
    const isThere = (value: object) => Object.values(value).some((one) => one !== null);
    return field.nullable
      ? fc.oneof(there.filter(isThere).map(named), fc.constant(named(null)))
      : there.map(named);
  }
  const value = field.sort === "text" ? textOf(field) : unionOf(field.arms);
  return fc.oneof(fc.constant({}), fc.constant(named(null)), value.map(named));
}

function textOf({ separator }: Text): fc.Arbitrary<string> {
  if (separator === undefined) return word;
  return fc.oneof(
    word,
    fc.tuple(word, word).map((both) => both.join(separator)),
  );
}

function unionOf(arms: readonly string[]): fc.Arbitrary<object> {
  return fc.record({ kind: fc.constantFrom(...arms), text: word });
}

/** Texts that are one today are all given, or none; without the first there is no second. */
function pairOf(pair: readonly Made[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const [first = "", second = ""] = pair.map(({ name }) => name);
  const both = (values: readonly [unknown, unknown]) => ({
    [first]: values[0],
    [second]: values[1],
  });
  return fc.oneof(
    fc.constant({}),
    fc.constant(both([null, null])),
    word.map((one) => both([one, null])),
    fc.tuple(word, word).map(both),
  );
}
