import { meaningOf } from "holdfast/contract";
import { code } from "../text/code.js";
import type { LivePart } from "./document.js";
import type { LiveData, LiveSource } from "./live.js";

/** Says that a version has nothing of what a live part shows, and when there is something. */
export function absent({ verb, name = "" }: LivePart, source: LiveSource): LiveData {
  const { described, lifelines } = source;
  const meaning = meaningOf(name, described.contract);
  const version = code(described.version.name);
  const isThere =
    meaning !== undefined &&
    (meaning.on === "event"
      ? described.events
      : described[`${meaning.on}s` as "methods" | "resources" | "errors"]
    ).includes(meaning.name);
  const called = code(name);
  if (isThere || !meaning) {
    const what = { example: "example", response: "example", object: "example", event: "example" };
    const word = what[verb as keyof typeof what];
    const markdown = word
      ? `There is no ${word} of ${called} at version ${version}.`
      : `Version ${version} has nothing of this in ${called}.`;
    return { kind: "note", markdown };
  }
  const life = lifelines[meaning.on](meaning.name);
  const since = life.since === undefined ? "" : ` It came with ${code(life.since)}.`;
  const until = life.until === undefined ? "" : ` It went with ${code(life.until)}.`;
  return {
    kind: "note",
    markdown: `${called} is not there at version ${version}.${since}${until}`,
  };
}
