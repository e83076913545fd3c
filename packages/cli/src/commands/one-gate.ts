import type { GateEntry, Timeline } from "holdfast";
import { comingAlong, goingAlong } from "../along.js";
import type { Result } from "../command.js";
import { fields } from "../output/fields.js";
import { table } from "../output/table.js";
import { showAmend } from "./amend.js";
import { gateJson } from "./gate-json.js";

/** A gate with everything that is known of it. */
export function oneGate(entry: GateEntry, timeline: Timeline): Result {
  const found = gateJson(entry, timeline);
  const needs = comingAlong(timeline, [entry.gate]);
  const neededBy = goingAlong(timeline, [entry.gate]);
  const changes = (timeline.modules.get(entry.gate)?.changes ?? []).map(({ kind, subject }) => ({
    kind,
    subject,
  }));
  const amended = timeline.amendments
    .filter(({ gate }) => gate === entry.gate)
    .map(({ date, effect, from, to }) => ({ date, effect, from, to }));
  return {
    json: { ...found, builds_on: needs, needed_by: neededBy, changes, amended },
    show: (page) => {
      const about = fields(
        [
          ["gate", found.gate],
          ["version", found.version],
          ["status", found.status],
          ["facts", found.facts.join(", ") || "none"],
          ["builds on", needs.join(", ") || "no later gate"],
          ["needed by", neededBy.join(", ") || "no earlier gate"],
          ...amended.map((one) => ["amended", showAmend(one)] as const),
        ],
        page,
      );
      const parts = [about, found.description.trim()];
      if (changes.length > 0) {
        const columns = [{ title: "CHANGE" }, { title: "OF" }];
        const rows = changes.map(({ kind, subject }) => [kind, subject]);
        parts.push(table(columns, rows, page));
      }
      return parts.join("\n\n");
    },
  };
}
