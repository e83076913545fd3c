import { arrangeDrafts, type DraftPlan } from "holdfast";
import { any } from "../arguments/argument.js";
import { checkDay } from "../arguments/day.js";
import { flag } from "../arguments/option.js";
import { command, type Result } from "../command.js";
import { UsageError } from "../errors.js";
import { changedLines, editHistory, writeHistory } from "../history/history-file.js";
import { table } from "../output/table.js";

export const drafts = command({
  name: "drafts",
  summary: "Lists what is not released yet; collapses, splits, reorders and re-dates it.",
  details:
    "DRAFT=WHAT puts gates, or all gates of other drafts, into a draft: WHAT are names with commas between them, DRAFT is the date (with or without a release name) that it is meant for, or next for one without a date. Drafts stand in the order of their dates; one from which everything was taken is gone. So 2026-12-01=2026-10-01,2026-11-01 collapses two, and 2026-12-15=2026-10-01 re-dates one. The API is booted over the new order before anything is written.",
  arguments: { plan: any("DRAFT=WHAT", "what a draft is to hold") },
  options: { "dry-run": flag("shows what would be written") },
  example: "drafts 2026-12-01.basil=charge_has_card,2026-11-01",
  async run({ plan, "dry-run": dry }, context) {
    const api = await context.api();
    if (plan.length === 0) {
      if (dry) throw new UsageError("drafts takes --dry-run only with DRAFT=WHAT.");
      return draftList(api.timeline.drafts, []);
    }
    const plans = plan.map(readPlan);
    const edited = await editHistory(api, (text) => arrangeDrafts(text, plans));
    if (!dry) await writeHistory(edited);
    return draftList(edited.api.timeline.drafts, dry ? changedLines(edited) : []);
  },
});

/** @throws UsageError */
function readPlan(word: string): DraftPlan {
  const [, name = "", what = ""] = /^([^=]+)=(.+)$/.exec(word) ?? [];
  const of = what.split(",").filter((one) => one !== "");
  if (of.length === 0) throw new UsageError(`A plan is DRAFT=WHAT, and not ${word}.`);
  if (name === "next") return { version: null, of };
  checkDay(name.slice(0, 10), "DRAFT");
  return { version: name, of };
}

interface Draft {
  readonly name: string;
  readonly gates: readonly { readonly gate: string; readonly description: string }[];
}

function draftList(found: readonly Draft[], changed: readonly string[]): Result {
  const rows = found.flatMap(({ name, gates }) =>
    gates.length === 0
      ? [[name, "-", ""]]
      : gates.map(({ gate, description }, index) => [index === 0 ? name : "", gate, description]),
  );
  return {
    json: {
      drafts: found.map(({ name, gates }) => ({
        version: name,
        gates: gates.map(({ gate }) => gate),
      })),
    },
    show(page) {
      if (changed.length > 0) return changed.join("\n");
      if (found.length === 0) return "There are no drafts.";
      return table(
        [{ title: "DRAFT" }, { title: "GATE" }, { title: "DESCRIPTION", cut: "last" }],
        rows,
        page,
      );
    },
  };
}
