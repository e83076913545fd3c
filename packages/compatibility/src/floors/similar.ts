import type { FloorField, Plain } from "holdfast/floor";
import { sameJson } from "./same-json.js";

/** A field that is gone, and the one that was added in its place. */
export interface Renamed {
  readonly before: string;
  readonly now: string;
}

/** What is known of a field when it is compared with others. */
export interface Candidate {
  readonly name: string;
  readonly field: FloorField;
  readonly description: string | undefined;
}

/** Descriptions with this share of their words in common are about the same thing. */
const ALIKE = 0.6;

/**
 * The renames among what is gone and what was added at one place: fields of one type, whose
 * descriptions are alike or which nothing else could have become. The most alike come first.
 */
export function renames(gone: readonly Candidate[], added: readonly Candidate[]): Renamed[] {
  const pairs = gone
    .flatMap((before) => added.map((now) => ({ before, now, score: score(before, now) })))
    .filter(({ before, now, score }) => {
      const onlyPair =
        only(gone, before.field) && only(added, now.field) && before.field.kind !== "boolean";
      return score >= ALIKE || (score >= 0 && onlyPair);
    })
    .sort((a, b) => b.score - a.score || compare(a.before.name, b.before.name));
  const taken = new Set<Candidate>();
  return pairs.flatMap(({ before, now }) => {
    if (taken.has(before) || taken.has(now)) return [];
    taken.add(before).add(now);
    return [{ before: before.name, now: now.name }];
  });
}

function only(all: readonly Candidate[], field: FloorField): boolean {
  return all.filter((one) => sameJson(one.field.type, field.type)).length === 1;
}

/** How alike two fields are, from 0 to 1; below 0 where one cannot stand for the other. */
function score(before: Candidate, now: Candidate): number {
  if (!sameJson(before.field.type, now.field.type)) return -1;
  if ((before.field.nullable ?? false) !== (now.field.nullable ?? false)) return -1;
  if (before.description === undefined || now.description === undefined) return 0;
  return inCommon(words(before.description), words(now.description));
}

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
}

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  const all = new Set([...one, ...other]).size;
  return all === 0 ? 0 : both / all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one name that is gone and the one that was added, where there is one of each. */
export function onlyRename<V extends Plain>(
  gone: readonly [string, V][],
  added: readonly [string, V][],
): Renamed | undefined {
  const [[before, was] = [], ...moreGone] = gone;
  const [[now, is] = [], ...moreAdded] = added;
  if (before === undefined || now === undefined) return undefined;
  if (moreGone.length > 0 || moreAdded.length > 0) return undefined;
  return sameJson(was, is) ? { before, now } : undefined;
}
