import { relative } from "node:path";
import type { What } from "../change.js";
import type { FloorFinding } from "../check-floors.js";
import { changelogText } from "../mend/changelog-text.js";
import { subjectOf } from "../mend/mend.js";
import type { RootCause } from "../root-causes.js";

/** What stands for a kind of finding from release to release: `field_gone`. */
export function idOf({ change: { what, before, now } }: RootCause): string {
  if (what === "renamed") return "renamed";
  const how = now === undefined ? "gone" : before === undefined ? "added" : "changed";
  return `${what}_${how}`;
}

/** What changed, in a sentence. */
export function messageOf({ change, places }: RootCause): string {
  const others = places.length - 1;
  const more = others === 0 ? "" : ` The same in ${counted(others, "place")} more.`;
  const unproven = change.unproven ? " (Tested, unproven.)" : "";
  return `${changelogText(change)}${more}${unproven}`;
}

/** Everything that notices it. */
export function operationsOf({ noticed }: RootCause): readonly string[] {
  return [...new Set([...noticed.values()].flat())].sort();
}

const DIRECTIONS = { request: "requests of", response: "responses of", webhook: "webhooks" };

/** Where it shows: "responses of charges.create and 3 more, webhooks charge.succeeded". */
export function showsIn({ noticed }: RootCause, most: number): string {
  return [...noticed]
    .map(([direction, names]) => {
      const shown = names.slice(0, most).join(", ");
      const more = names.length > most ? ` and ${names.length - most} more` : "";
      return `${DIRECTIONS[direction]} ${shown}${more}`;
    })
    .join("; ");
}

/** What is to be done, in a sentence; files are named from `root`. */
export function adviceOf({ mend, cause, source }: FloorFinding, root: string): string {
  if (!mend) return withoutMend(cause.change.what);
  const file = source.file === undefined ? undefined : relative(root, source.file);
  const at = file === undefined ? "" : ` (${file}:${source.line})`;
  const keeps = mend.definitions.map(
    ({ owner, path, text }) => `keep \`${text}\` in ${subjectOf({ owner, path })}${at}`,
  );
  return [`gates/${mend.file} with ${mend.statements.join(", ")}`, ...keeps, ...mend.decide].join(
    "; ",
  );
}

function withoutMend(what: What): string {
  return what === "groups"
    ? "give the group of params a name, and lift it with checkAdded"
    : "no change says this: take the edit back, or write the gate by hand (docs/changes.md)";
}

/** "1 place", "2 places". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
