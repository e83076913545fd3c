import { comingAlong } from "../along.js";
import { flag, text, texts } from "../arguments/option.js";
import { command } from "../command.js";
import { checkGates, checkPin } from "../lookup.js";
import { fields } from "../output/fields.js";

export const accountsCreate = command({
  name: "accounts create",
  summary: "Opens an account, with a secret and a publishable key.",
  details: "The keys are shown this once. Without a pin the account's first request pins it.",
  arguments: {},
  options: {
    pin: text("VERSION", "holds the account at a version"),
    grant: texts("GATE", "gives it a gate that its version lacks"),
    live: flag("makes its keys for live data instead of test data"),
  },
  example: "accounts create --pin 2014-09-08",
  async run({ pin, grant, live }, { api, store, io, who }) {
    if (pin !== undefined) checkPin(await api(), pin, io.clock());
    if (grant.length > 0) checkGates(await api(), grant);
    const along = grant.length > 0 ? comingAlong((await api()).timeline, grant) : [];
    const opened = await (await store()).createAccount({
      ...(pin !== undefined && { pin }),
      granted: grant,
      mode: live ? "live" : "test",
      who,
    });
    const { id, pin: version } = opened.account;
    return {
      json: {
        account: id,
        secret_key: opened.secretKey,
        publishable_key: opened.publishableKey,
        version,
      },
      show: (page) =>
        fields(
          [
            ["account", id],
            ["version", version ?? "none yet"],
            ...(grant.length > 0 ? [["granted", grant.join(", ")] as const] : []),
            ...(along.length > 0 ? [["coming along", along.join(", ")] as const] : []),
            ["secret key", opened.secretKey],
            ["publishable key", opened.publishableKey],
          ],
          page,
        ),
    };
  },
});
