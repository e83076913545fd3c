import { maybe } from "../arguments/argument.js";
import { flag, text } from "../arguments/option.js";
import { command, type Result } from "../command.js";
import { UsageError } from "../errors.js";
import { findGate, findVersion } from "../lookup.js";
import type { Page } from "../output/page.js";
import { table } from "../output/table.js";
import { counted } from "../output/words.js";
import { gateJson } from "./gate-json.js";
import { oneGate } from "./one-gate.js";

export const gates = command({
  name: "gates",
  summary: "Lists the API's gates, or shows one: what it changes and what it hangs on.",
  arguments: { name: maybe("NAME", "a gate to show") },
  options: {
    built: flag("only those that are built"),
    planned: flag("only those that are planned"),
    version: text("VERSION", "only those of a version"),
  },
  example: "gates charge_has_card",
  async run({ name, built, planned, version }, context) {
    const api = await context.api();
    const filtered = built || planned || version !== undefined;
    if (name !== undefined) {
      if (filtered) throw new UsageError("gates takes a NAME or options, and not both.");
      return oneGate(findGate(api, name), api.timeline);
    }
    const at = version === undefined ? undefined : findVersion(api, version).name;
    const found = [...api.timeline.gates.values()].filter(
      (entry) =>
        (built === planned || entry.planned === planned) &&
        (at === undefined || entry.version === at),
    );
    return gateList(found.map((entry) => gateJson(entry, api.timeline)));
  },
});

type GateJson = ReturnType<typeof gateJson>;

function gateList(found: readonly GateJson[]): Result {
  return {
    json: { gates: found },
    show(page) {
      const planned = found.filter(({ status }) => status === "planned").length;
      const count = `${counted(found.length, "gate")}: ${found.length - planned} built, ${planned} planned`;
      return found.length > 0 ? `${gateTable(found, page)}\n\n${count}` : count;
    },
  };
}

function gateTable(found: readonly GateJson[], page: Page): string {
  const { good, warning } = page.colours;
  const status = (text: string) => (text.trim() === "built" ? good(text) : warning(text));
  return table(
    [
      { title: "GATE" },
      { title: "VERSION" },
      { title: "STATUS", colour: status },
      { title: "FACTS", cut: "first" },
      { title: "DESCRIPTION", cut: "last" },
    ],
    found.map(({ gate, version, status, facts, description }) => [
      gate,
      version,
      status,
      facts.join(", ") || "-",
      description,
    ]),
    page,
  );
}
