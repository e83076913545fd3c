import { one } from "../arguments/argument.js";
import { choice, text, texts } from "../arguments/option.js";
import { command } from "../command.js";
import { checkPin } from "../lookup.js";
import { checkPermissions } from "../permissions.js";
import { madeKeyJson } from "./key-json.js";
import { showMadeKey } from "./made-key.js";

export const keysCreate = command({
  name: "keys create",
  summary: "Makes another key of an account.",
  details: "The key is shown this once.",
  arguments: { account: one("ACCOUNT", "the account's id") },
  options: {
    kind: choice(["secret", "publishable"], "what the key may do"),
    mode: choice(["test", "live"], "the data that it is for"),
    pin: text("VERSION", "holds the key at a version, whatever its account's"),
    permission: texts("METHOD", "narrows it to a method, or to those that begin alike: charges.*"),
  },
  example: "keys create acct_8XlB3rNfQe0aYk2d --permission 'charges.*' --permission refunds.create",
  async run({ account, kind, mode, pin = null, permission }, { api, store, io }) {
    if (pin !== null) checkPin(await api(), pin, io.clock());
    if (permission.length > 0) checkPermissions(await api(), permission);
    const permissions = permission.length > 0 ? permission : null;
    const made = await (await store()).createKey(account, { kind, mode, pin, permissions });
    return { json: madeKeyJson(made), show: (page) => showMadeKey(made, page) };
  },
});
