import { isMap, isScalar, type Node, type Pair } from "yaml";
import { readGates } from "./read-gates.js";
import type { Reading } from "./reading.js";
import { dayOf, GENESIS, isVersionName, previewOf } from "./version-names.js";
import type { Version } from "./versions.js";

/**
 * Reads what is not released yet: a list of gates, which is one draft without a date; or a map of
 * drafts by the version that each is meant to become.
 */
export function readDrafts(
  pair: Pair<Node, Node | null> | undefined,
  newest: string,
  reading: Reading,
): Version[] {
  if (!pair) return [];
  const refuse = (reason: string, node: unknown) =>
    reading.tell("draft_malformed", { reason }, reading.at(node));
  if (!isMap(pair.value)) {
    const name = previewOf(newest);
    const gates = readGates(pair.value, name, reading);
    if (gates === undefined) refuse("it is neither a list nor a map", pair.key);
    return gates === undefined || gates.length === 0 ? [] : [{ name, gates }];
  }
  const drafts: Version[] = [];
  let last = newest === GENESIS ? "" : newest;
  for (const { key, value } of pair.value.items as Pair<Node, Node | null>[]) {
    const version = String(isScalar(key) ? key.value : key);
    const name = previewOf(version);
    if (!isVersionName(version)) refuse(`${version} is not a version`, key);
    else if (dayOf(version) <= dayOf(last)) refuse(`${version} is not after ${last}`, key);
    const gates = readGates(value, name, reading);
    if (gates === undefined) refuse(`${version} is not a list of gates`, key);
    drafts.push({ name, gates: gates ?? [] });
    last = version;
  }
  return drafts;
}
