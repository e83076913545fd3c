import type { Contract } from "../contract/contract.js";
import { typesOfEvent } from "../contract/event-shape.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape } from "../definition/shape.js";
import type { Floor } from "./floor.js";
import { type Plain, sortedEntries } from "./plain.js";

/** What people are told of everything at one version, by where it stands: `charge.source`. */
export type Descriptions = Readonly<Record<string, string>>;

/** The words of a contract, for what its floor holds. They are no promise, and stand apart. */
export function descriptionsOf(contract: Contract, floor: Floor): Descriptions {
  const words: Record<string, string> = {};
  const say = (subject: string, description: string | undefined): void => {
    if (description !== undefined) words[subject] = description;
  };
  const inShape = (shape: ObjectShape, prefix: string): void => {
    for (const { name, info } of shape.fields.values()) {
      say(prefix + name, info.description);
      inKind(info.kind, prefix + name);
    }
  };
  const inKind = (kind: Kind, subject: string): void => {
    for (const [value, meaning] of Object.entries(kind.values ?? {})) {
      say(`${subject}=${value}`, meaning);
    }
    if (kind.shape) inShape(kind.shape, `${subject}.`);
    else for (const part of kind.parts ?? []) inKind(part, subject);
  };
  for (const { name, definition, params } of contract.methods.values()) {
    if (!(name in floor.methods)) continue;
    say(name, definition.description);
    inShape(params, `${name} `);
  }
  for (const name of Object.keys(floor.resources)) {
    const resource = contract.resources.get(name);
    if (!resource) continue;
    say(name, resource.definition.description);
    inShape(resource.shape, `${name}.`);
  }
  for (const [name, { definition, shape }] of contract.errors) {
    say(`error ${name}`, definition.description);
    inShape(shape, `error ${name}.`);
  }
  for (const event of contract.events.values()) {
    for (const type of typesOfEvent(event)) say(`event ${type}`, event.definition.description);
  }
  return words;
}

/**
 * The words of all versions: at each subject the versions at which they changed, oldest first. A
 * version whose words are those of the version before it is not named.
 */
export function showDescriptions(
  byVersion: ReadonlyMap<string, Descriptions>,
  order: readonly string[],
): string {
  const subjects: Record<string, Record<string, string>> = {};
  const last: Record<string, string> = {};
  for (const version of order) {
    for (const [subject, text] of Object.entries(byVersion.get(version) ?? {})) {
      if (last[subject] === text) continue;
      last[subject] = text;
      subjects[subject] = { ...subjects[subject], [version]: text };
    }
  }
  const lines = sortedEntries(subjects).map(
    ([subject, texts]) => `${JSON.stringify(subject)}:${JSON.stringify(texts)}`,
  );
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** Reads the words again, for the versions whose floors are known. */
export function parseDescriptions(
  subjects: Readonly<Record<string, Plain>>,
  floors: Iterable<string>,
  order: readonly string[],
): Map<string, Descriptions> {
  const known = new Set(floors);
  const byVersion = new Map<string, Descriptions>();
  const last: Record<string, string> = {};
  for (const version of order) {
    for (const [subject, texts] of Object.entries(subjects)) {
      const text = (texts as Readonly<Record<string, Plain>> | null)?.[version];
      if (typeof text === "string") last[subject] = text;
    }
    if (known.has(version)) byVersion.set(version, { ...last });
  }
  return byVersion;
}
