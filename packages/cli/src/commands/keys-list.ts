import { one } from "../arguments/argument.js";
import { command } from "../command.js";
import { findAccount } from "../lookup.js";
import { keyJson } from "./key-json.js";
import { keyTable } from "./key-table.js";

export const keysList = command({
  name: "keys list",
  summary: "Lists the keys that an account ever had, the newest first.",
  arguments: { account: one("ACCOUNT", "the account's id") },
  options: {},
  example: "keys list acct_8XlB3rNfQe0aYk2d",
  async run({ account }, context) {
    const store = await context.store();
    await findAccount(store, account);
    const keys = await store.listKeys(account);
    return { json: { keys: keys.map(keyJson) }, show: (page) => keyTable(keys, page) };
  },
});
