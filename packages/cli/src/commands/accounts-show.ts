import type { PinChange } from "@holdfast/store";
import { one } from "../arguments/argument.js";
import { command } from "../command.js";
import { findAccount } from "../lookup.js";
import { fields } from "../output/fields.js";
import type { Page } from "../output/page.js";
import { table } from "../output/table.js";
import { shownTime } from "../output/words.js";
import { accountJson } from "./account-json.js";
import { keyJson } from "./key-json.js";
import { keyTable } from "./key-table.js";

export const accountsShow = command({
  name: "accounts show",
  summary: "Shows an account: its version and how it came to it, its gates, its keys.",
  arguments: { account: one("ACCOUNT", "the account's id") },
  options: {},
  example: "accounts show acct_8XlB3rNfQe0aYk2d",
  async run({ account: id }, context) {
    const store = await context.store();
    const account = await findAccount(store, id);
    const [pins, keys] = await Promise.all([store.pinHistory(id), store.listKeys(id)]);
    return {
      json: {
        ...accountJson(account),
        pins: pins.map(({ at, who, from, to }) => ({ at: at.toISOString(), who, from, to })),
        keys: keys.map(keyJson),
      },
      show: (page) =>
        [
          fields(
            [
              ["account", id],
              ["version", account.pin ?? "none yet"],
              ["granted", account.granted.join(", ") || "nothing"],
              ["revoked", account.revoked.join(", ") || "nothing"],
              ["created", shownTime(account.createdAt)],
            ],
            page,
          ),
          ...(pins.length > 0 ? [pinTable(pins, page)] : []),
          keyTable(keys, page),
        ].join("\n\n"),
    };
  },
});

function pinTable(pins: readonly PinChange[], page: Page): string {
  return table(
    [{ title: "PINNED" }, { title: "FROM" }, { title: "TO" }, { title: "BY", cut: "last" }],
    pins.map(({ at, who, from, to }) => [shownTime(at), from ?? "-", to, who]),
    page,
  );
}
