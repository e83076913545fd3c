import { goingAlong } from "../along.js";
import { one, several } from "../arguments/argument.js";
import { flag } from "../arguments/option.js";
import { command } from "../command.js";
import { confirmAlong } from "../confirm.js";
import { checkGates, findAccount } from "../lookup.js";
import { listed } from "../output/words.js";
import { exceptionResult } from "./exception-result.js";

export const accountsRevoke = command({
  name: "accounts revoke",
  summary: "Takes gates from an account that its version has.",
  details:
    "With a gate go the earlier gates that build on it. They are shown, and confirmed, before anything is changed.",
  arguments: {
    account: one("ACCOUNT", "the account's id"),
    gates: several("GATE", "gates to take from it"),
  },
  options: { yes: flag("does not ask whether the gates that go along may") },
  example: "accounts revoke acct_8XlB3rNfQe0aYk2d charge_has_card",
  async run({ account: id, gates, yes }, { api, store, io, who }) {
    const booted = await api();
    checkGates(booted, gates);
    const opened = await store();
    const account = await findAccount(opened, id);
    const along = goingAlong(booted.timeline, gates);
    const gone = goingAlong(booted.timeline, account.revoked);
    const unheard = along.filter((gate) => !gone.includes(gate) && !account.revoked.includes(gate));
    const question = `Revoking ${listed(gates)} for ${id} takes along`;
    await confirmAlong(question, unheard, booted.timeline, io, yes);
    await opened.revokeGates(id, gates, who);
    return exceptionResult(await findAccount(opened, id), along, () =>
      along.length > 0
        ? `${id} lacks ${listed(gates)} now, and with it ${listed(along)}.`
        : `${id} lacks ${listed(gates)} now.`,
    );
  },
});
