import { one, several } from "../arguments/argument.js";
import { command } from "../command.js";
import { Failure } from "../errors.js";
import { findAccount } from "../lookup.js";
import { listed } from "../output/words.js";
import { didYouMean } from "../suggest.js";
import { exceptionResult } from "./exception-result.js";

export const accountsClear = command({
  name: "accounts clear",
  summary: "Leaves it to an account's version again whether it has gates.",
  arguments: {
    account: one("ACCOUNT", "the account's id"),
    gates: several("GATE", "gates that were granted or revoked"),
  },
  options: {},
  example: "accounts clear acct_8XlB3rNfQe0aYk2d charge_has_card",
  async run({ account: id, gates }, context) {
    const store = await context.store();
    const { granted, revoked } = await findAccount(store, id);
    const exceptions = [...granted, ...revoked];
    const unset = gates.find((gate) => !exceptions.includes(gate));
    if (unset !== undefined) {
      const near = didYouMean(unset, exceptions);
      const message = `${unset} is neither granted nor revoked for ${id}.${near}`;
      throw new Failure("gate_not_set", message);
    }
    await store.clearGates(id, gates);
    const cleared = `${listed(gates)} ${gates.length === 1 ? "is" : "are"}`;
    return exceptionResult(
      await findAccount(store, id),
      [],
      () => `${cleared} up to the version of ${id} again.`,
    );
  },
});
