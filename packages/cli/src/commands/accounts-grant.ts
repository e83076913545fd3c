import type { StoredAccount } from "@holdfast/store";
import type { Timeline } from "holdfast";
import { comingAlong } from "../along.js";
import { one, several } from "../arguments/argument.js";
import { flag } from "../arguments/option.js";
import { command } from "../command.js";
import { confirmAlong } from "../confirm.js";
import { Failure } from "../errors.js";
import { checkGates, findAccount } from "../lookup.js";
import { listed } from "../output/words.js";
import { exceptionResult } from "./exception-result.js";

export const accountsGrant = command({
  name: "accounts grant",
  summary: "Gives an account gates that its version lacks.",
  details:
    "A gate comes with the later gates that it builds on. They are shown, and confirmed, before anything is changed.",
  arguments: {
    account: one("ACCOUNT", "the account's id"),
    gates: several("GATE", "gates to give it"),
  },
  options: { yes: flag("does not ask whether the gates that come along may") },
  example: "accounts grant acct_8XlB3rNfQe0aYk2d charge_has_card",
  async run({ account: id, gates, yes }, { api, store, io, who }) {
    const booted = await api();
    checkGates(booted, gates);
    const opened = await store();
    const account = await findAccount(opened, id);
    refuseBlocked(booted.timeline, account, gates);
    const along = comingAlong(booted.timeline, gates);
    const has = comingAlong(booted.timeline, account.granted);
    const unheard = along.filter((gate) => !has.includes(gate) && !account.granted.includes(gate));
    const question = `Granting ${listed(gates)} to ${id} brings along`;
    await confirmAlong(question, unheard, booted.timeline, io, yes);
    await opened.grantGates(id, gates, who);
    return exceptionResult(await findAccount(opened, id), along, () =>
      along.length > 0
        ? `${id} has ${listed(gates)} now, and with it ${listed(along)}.`
        : `${id} has ${listed(gates)} now.`,
    );
  },
});

/** A revoked gate takes with it whatever builds on it, so such a grant would do nothing. */
function refuseBlocked(
  timeline: Timeline,
  { id, revoked }: StoredAccount,
  gates: readonly string[],
): void {
  for (const blocker of revoked.filter((gate) => !gates.includes(gate))) {
    const blocked = timeline.goingAlong(blocker).find((gate) => gates.includes(gate));
    if (blocked === undefined) continue;
    throw new Failure(
      "gate_blocked",
      `${blocked} builds on ${blocker}, which is revoked for ${id}: clear that first.`,
    );
  }
}
