import { one } from "../arguments/argument.js";
import { duration } from "../arguments/duration.js";
import { command } from "../command.js";
import { madeKeyJson } from "./key-json.js";
import { showMadeKey } from "./made-key.js";

export const keysRoll = command({
  name: "keys roll",
  summary: "Makes a key like a given one, which then ends.",
  details: "The new key is shown this once.",
  arguments: { key: one("KEY_ID", "the id of the key to replace") },
  options: {
    overlap: duration("how long the old key stays good, as 90s, 30m, 24h or 7d; 0s if left out"),
  },
  example: "keys roll key_4hVbT1mZc9Qe7sJd --overlap 24h",
  async run({ key, overlap }, context) {
    const made = await (await context.store()).rollKey(key, { overlapSeconds: overlap });
    const old = overlap === 0 ? `${key} has ended.` : `${key} stays good for a while.`;
    return {
      json: { ...madeKeyJson(made), rolled: key },
      show: (page) => `${showMadeKey(made, page)}\n\n${old}`,
    };
  },
});
