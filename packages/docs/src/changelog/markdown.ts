import type { Contract } from "holdfast/contract";
import { code } from "../text/code.js";
import { calledAt } from "./called.js";
import type { Changelog } from "./changelog.js";
import type { Change } from "./entry.js";
import { type ChangelogFilters, NO_FILTERS, unknownIn } from "./filters.js";
import { saidOf } from "./said.js";
import { type SelectedEntry, selectEntries } from "./select.js";
import {
  ADDITIVE,
  amendReach,
  codesOf,
  emptyWords,
  retirementWords,
  titleOf,
  unknownWords,
  withNames,
} from "./words.js";

/** The changelog as Markdown, as far as filters leave it. All of it, without pages. */
export function markdownOf(changelog: Changelog, filters: ChangelogFilters = NO_FILTERS): string {
  const entries = selectEntries(changelog, filters);
  const { name, versionHeader } = changelog.api;
  const unknown = unknownWords(unknownIn(changelog.api, filters));
  return [
    `# ${name} changelog`,
    `Newest first. What is listed under a version holds from that version on; ask for a version by the header ${code(versionHeader)}.`,
    ...unknown,
    ...entries.flatMap((one) => [`## ${headingOf(one)}`, entryBody(changelog, one)]),
    ...(entries.length === 0 ? [emptyWords(filters)] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function headingOf({ entry }: SelectedEntry): string {
  const upcoming = entry.is === "release" && entry.date === undefined ? " (upcoming)" : "";
  return `${titleOf(entry)}${upcoming}`;
}

/** More names than these say less. */
const MOST_NAMES = 12;

/** What an entry says, as Markdown: each change with what exactly changed. */
export function entryBody(changelog: Changelog, { entry, gates }: SelectedEntry): string {
  if (entry.is === "retirement") return retirementWords(entry);
  if (entry.is === "additions") {
    return entry.additions.map(({ what }) => `- Added: ${what}`).join("\n");
  }
  const changes = gates.flatMap((gate) => changelog.change(gate) ?? []);
  if (entry.is === "amend") {
    return [
      `${entry.description} ${amendReach(entry)}`,
      ...changes.flatMap((change) => exactly(change, undefined)),
    ].join("\n\n");
  }
  if (changes.length === 0) return ADDITIVE;
  const contract = changelog.api.timeline.at(entry.version.name);
  return changes
    .map((change) => {
      const names = change.affects.map((one) => calledAt(contract, one));
      const lines = [
        `${change.description}${change.planned ? " *(described only)*" : ""}`,
        ...exactly(change, contract).map(indented),
        ...(names.length === 0 ? [] : [indented(`For: ${codesOf(names, MOST_NAMES)}.`)]),
      ];
      return `- ${lines.join("\n\n")}`;
    })
    .join("\n\n");
}

/** What exactly changed, and what to do about it, as one list. */
function exactly({ differences }: Change, contract: Contract | undefined): readonly string[] {
  const lines = saidOf(differences, contract).map(({ called, says, mends }) => {
    const todo = mends.length === 0 ? "" : ` To do: ${mends.join(" ")}`;
    return `- ${withNames(called, says)}${todo}`;
  });
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
