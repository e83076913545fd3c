import type { Timeline } from "holdfast";
import { Failure } from "./errors.js";
import type { Io } from "./io.js";
import { pageOf } from "./output/page.js";
import { type Column, table } from "./output/table.js";
import { counted, listed } from "./output/words.js";
import { told } from "./told.js";

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
  if (along.length === 0) return;
  const rows = along.map((gate) => {
    const entry = timeline.gates.get(gate);
    return [gate, entry?.version ?? "", entry ? told(entry, timeline) : ""];
  });
  const columns: readonly Column[] = [
    { title: "GATE" },
    { title: "VERSION" },
    { title: "DESCRIPTION", cut: "last" },
  ];
  const shown = `${what} ${counted(along.length, "gate")}:\n\n${table(columns, rows, pageOf(io))}`;
  await confirm(`${what} ${listed(along)}`, shown, io, yes);
}

/**
 * Makes sure that somebody wants what is about to be done: `what` in a few words, `shown` in full.
 * @throws Failure "confirmation_needed" where nobody can answer, "not_confirmed" unless they say yes
 */
export async function confirm(what: string, shown: string, io: Io, yes: boolean): Promise<void> {
  if (yes) return;
  if (io.ask === null) throw new Failure("confirmation_needed", `${what}: confirm with --yes.`);
  io.err(`${shown}\n\n`);
  const answer = await io.ask("Go on? [y/N] ");
  if (!/^y(es)?$/i.test(answer.trim())) {
    throw new Failure("not_confirmed", "Not confirmed: nothing was changed.");
  }
}
