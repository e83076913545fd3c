import { count, text } from "../arguments/option.js";
import { command } from "../command.js";
import { findAccount } from "../lookup.js";
import { table } from "../output/table.js";
import { shownTime } from "../output/words.js";
import { accountJson } from "./account-json.js";

export const accountsList = command({
  name: "accounts list",
  summary: "Lists accounts, the newest first.",
  arguments: {},
  options: {
    limit: count("N", "how many at most; 20 if left out", 1000),
    "starting-after": text("ACCOUNT", "the last account of the page before"),
  },
  example: "accounts list --limit 50",
  async run({ limit, "starting-after": after }, context) {
    const store = await context.store();
    if (after !== undefined) await findAccount(store, after);
    const { accounts, hasMore } = await store.listAccounts({
      ...(limit !== undefined && { limit }),
      ...(after !== undefined && { after }),
    });
    return {
      json: { accounts: accounts.map(accountJson), has_more: hasMore },
      show(page) {
        if (accounts.length === 0) return "There are no accounts.";
        const shown = table(
          [
            { title: "ACCOUNT" },
            { title: "VERSION" },
            { title: "CREATED" },
            { title: "GATES", cut: "last" },
          ],
          accounts.map(({ id, pin, createdAt, granted, revoked }) => [
            id,
            pin ?? "-",
            shownTime(createdAt),
            [...granted.map((gate) => `+${gate}`), ...revoked.map((gate) => `-${gate}`)].join(" "),
          ]),
          page,
        );
        return hasMore ? `${shown}\n\nMore: --starting-after ${accounts.at(-1)?.id}` : shown;
      },
    };
  },
});
