import { one } from "../arguments/argument.js";
import { command } from "../command.js";
import { checkPin, findAccount } from "../lookup.js";

export const accountsPin = command({
  name: "accounts pin",
  summary: "Holds an account at a version, from its next request on.",
  arguments: {
    account: one("ACCOUNT", "the account's id"),
    version: one("VERSION", "the version to hold it at"),
  },
  options: {},
  example: "accounts pin acct_8XlB3rNfQe0aYk2d 2015-02-18",
  async run({ account: id, version }, { api, store, io, who }) {
    checkPin(await api(), version, io.clock());
    const opened = await store();
    const { pin: previous } = await findAccount(opened, id);
    await opened.setPin(id, version, who);
    return {
      json: { account: id, version, previous },
      show: () =>
        previous === version
          ? `${id} is held at ${version} already.`
          : `${id} is held at ${version} now; before: ${previous ?? "no version"}.`,
    };
  },
});
