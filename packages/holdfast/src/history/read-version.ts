import { isMap, type Node, type Pair } from "yaml";
import { readGates, unknownKey } from "./read-gates.js";
import type { Reading } from "./reading.js";
import type { Retirement } from "./retirement.js";
import { isDay } from "./version-names.js";
import type { Version } from "./versions.js";

const KEYS = new Set(["deprecated", "sunset", "then", "link", "gates"]);

/** Reads a version: a list of gates, or a map with that list and how the version ends. */
export function readVersion(
  { key, value }: Pair<Node, Node | null>,
  name: string,
  reading: Reading,
): Version {
  if (!isMap(value)) return { name, gates: gatesOf(value, name, key, reading) };
  const entry = value.toJSON() as Record<string, unknown>;
  const reason = whatIsWrong(entry);
  const gates = gatesOf(value.get("gates", true) as Node | null, name, key, reading);
  if (reason !== undefined) {
    reading.tell("retirement_malformed", { version: name, reason }, reading.at(key));
    return { name, gates };
  }
  const { deprecated = null, sunset = null, then: after = "error", link = null } = entry;
  return { name, gates, retirement: { deprecated, sunset, after, link } as Retirement };
}

function gatesOf(list: Node | null, name: string, key: Node, reading: Reading) {
  const gates = readGates(list, name, reading);
  if (gates === undefined) reading.tell("history_malformed", {}, reading.at(key));
  return gates ?? [];
}

function whatIsWrong(entry: Readonly<Record<string, unknown>>): string | undefined {
  const { deprecated, sunset, then: after, link } = entry;
  const unknown = unknownKey(entry, KEYS);
  if (unknown !== undefined) return unknown;
  if (deprecated === undefined && sunset === undefined) {
    return "it has neither `deprecated` nor `sunset`";
  }
  for (const [name, day] of Object.entries({ deprecated, sunset })) {
    if (day !== undefined && !(typeof day === "string" && isDay(day))) {
      return `${name} is not a date`;
    }
  }
  if (typeof deprecated === "string" && typeof sunset === "string" && sunset < deprecated) {
    return "its sunset comes before it is deprecated";
  }
  if (after !== undefined && after !== "error" && after !== "forward") {
    return "then is neither error nor forward";
  }
  if (after !== undefined && sunset === undefined) return "it has `then` but no `sunset`";
  if (link !== undefined && !isLink(link)) return "link is not an http or https URL";
  return undefined;
}

/** A URL that can stand in a Link header as it is. */
function isLink(link: unknown): boolean {
  return (
    typeof link === "string" && /^https?:\/\/[!#-;=?-[\]_a-z~]+$/.test(link) && URL.canParse(link)
  );
}
