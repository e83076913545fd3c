import { type Api, releaseDraft } from "holdfast";
import { appendAdditions, contractsFolder, writeFloor } from "holdfast/floor";
import { maybe } from "../arguments/argument.js";
import { checkDay, dayAt } from "../arguments/day.js";
import { flag, text } from "../arguments/option.js";
import { checkApi } from "../check/floor-check.js";
import { command } from "../command.js";
import { Failure, UsageError } from "../errors.js";
import { changedLines, editHistory, writeHistory } from "../history/history-file.js";
import { counted, listed } from "../output/words.js";

export const release = command({
  name: "release",
  summary: "Turns the first draft into a version, and writes its floor.",
  details:
    "The draft's gates leave next: in versions.yaml and stand under the new version; contracts/VERSION.json is what it promises from then on. Refused where the date is not after the newest version's, where a gate of the draft is only planned, and where an older version would break (see holdfast check).",
  arguments: {
    date: maybe("DATE", "the version's date; the draft's own, or today in UTC, if left out"),
  },
  options: {
    name: text("NAME", "a release name: 2026-12-01.acacia"),
    "dry-run": flag("shows what would be written"),
  },
  example: "release 2026-12-01 --name acacia",
  async run({ date, name, "dry-run": dry }, context) {
    const api = await context.api();
    const now = context.io.clock();
    const version = versionFor(api, date, name, dayAt(now));
    const edited = await editHistory(api, (history) => releaseDraft(history, version));
    const gates = edited.api.timeline.versions.at(-1)?.gates ?? [];
    const planned = gates.filter((gate) => gate.planned).map(({ gate }) => gate);
    if (planned.length > 0) {
      throw new Failure(
        "gate_planned",
        `The draft has gates that are not built: ${listed(planned)}.`,
      );
    }
    const folder = contractsFolder(edited.file);
    const check = await checkApi(edited.api, { folder, now });
    if (check.verdict === "breaking") {
      throw new Failure(
        "release_breaks",
        `${counted(check.findings.length, "thing")} that was promised would break: see holdfast check.`,
      );
    }
    const additions = check.additions.length;
    if (!dry) {
      await appendAdditions(edited.api, check.additions, folder);
      await writeFloor(edited.api, version, folder, { date: dayAt(now) });
      // The history comes last: a release that stopped halfway is none, and can be done again.
      await writeHistory(edited);
    }
    const names = gates.map(({ gate }) => gate);
    return {
      json: { version, gates: names, additions, released: !dry },
      show: () => (dry ? changedLines(edited).join("\n") : told(version, names, additions)),
    };
  },
});

function told(version: string, gates: readonly string[], additions: number): string {
  const what = gates.length === 0 ? "no gates" : listed(gates);
  const more = additions === 0 ? "" : ` ${counted(additions, "addition")} went into the ledger.`;
  return `${version} is released, with ${what}; its floor is written.${more}`;
}

/**
 * The name of the version to come.
 * @throws UsageError, Failure "no_draft" or "date_not_new"
 */
function versionFor(
  { timeline: { versions, drafts } }: Api,
  date: string | undefined,
  name: string | undefined,
  today: string,
): string {
  const [draft] = drafts;
  if (!draft) {
    throw new Failure("no_draft", "There is nothing to release: versions.yaml has no next.");
  }
  if (date !== undefined) checkDay(date, "DATE");
  if (name !== undefined && !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new UsageError(`--name is a word of small letters, digits and dashes, and not ${name}.`);
  }
  const newest = versions.at(-1)?.name ?? "";
  const meant = draft.name.replace(/-preview$/, "");
  const [, ownName] = meant === newest ? [] : meant.split(".");
  const day = date ?? (meant === newest ? today : meant.slice(0, 10));
  if (/^\d/.test(newest) && day <= newest.slice(0, 10)) {
    throw new Failure("date_not_new", `${day} is not after ${newest}, the newest version.`);
  }
  const called = name ?? ownName;
  return called === undefined ? day : `${day}.${called}`;
}
