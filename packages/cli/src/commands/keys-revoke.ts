import { one } from "../arguments/argument.js";
import { command } from "../command.js";
import { keyJson } from "./key-json.js";

export const keysRevoke = command({
  name: "keys revoke",
  summary: "Ends a key at once.",
  arguments: { key: one("KEY_ID", "the key's id") },
  options: {},
  example: "keys revoke key_4hVbT1mZc9Qe7sJd",
  async run({ key }, context) {
    const revoked = await (await context.store()).revokeKey(key);
    return { json: keyJson(revoked), show: () => `${key} is revoked.` };
  },
});
