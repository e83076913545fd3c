import type { Timeline } from "holdfast";
import { Failure } from "./errors.js";
import type { Io } from "./io.js";
import { pageOf } from "./output/page.js";
import { type Column, table } from "./output/table.js";
import { counted, listed } from "./output/words.js";

/**
 * Makes sure that somebody wants the gates that others take along; `what` says what takes them.
 * @throws Failure "confirmation_needed" where nobody can answer, "not_confirmed" unless they say yes
 */
export async function confirmAlong(
  what: string,
  along: readonly string[],
  timeline: Timeline,
  io: Io,
  yes: boolean,
): Promise<void> {
  if (yes || along.length === 0) return;
  if (io.ask === null) {
    throw new Failure("confirmation_needed", `${what} ${listed(along)}: confirm with --yes.`);
  }
  const rows = along.map((gate) => {
    const entry = timeline.gates.get(gate);
    return [gate, entry?.version ?? "", entry?.description ?? ""];
  });
  const columns: readonly Column[] = [
    { title: "GATE" },
    { title: "VERSION" },
    { title: "DESCRIPTION", cut: "last" },
  ];
  io.err(`${what} ${counted(along.length, "gate")}:\n\n${table(columns, rows, pageOf(io))}\n\n`);
  const answer = await io.ask("Go on? [y/N] ");
  if (!/^y(es)?$/i.test(answer.trim())) {
    throw new Failure("not_confirmed", "Not confirmed: nothing was changed.");
  }
}
