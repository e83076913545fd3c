import type { Store } from "@holdfast/store";
import { type Api, type Retirement, retireVersion, type Version } from "holdfast";
import { one } from "../arguments/argument.js";
import { day, dayAt } from "../arguments/day.js";
import { choice, flag, text } from "../arguments/option.js";
import { command } from "../command.js";
import { confirm } from "../confirm.js";
import { Failure, UsageError } from "../errors.js";
import { changedLines, editHistory, writeHistory } from "../history/history-file.js";
import { findVersion } from "../lookup.js";
import { counted } from "../output/words.js";

/** How many accounts are named before it is asked. */
const NAMED = 20;

export const retire = command({
  name: "retire",
  summary: "Says that a version is deprecated, and when it will no longer be served.",
  details:
    "Written into versions.yaml. From then on every answer at the version carries Deprecation (RFC 9745) and, with --on, Sunset (RFC 8594). Once that day begins, in UTC, those who are held at the version or ask for it get an error that names the next one, or are served at the next live one (--then forward). Who that would be is shown, and confirmed, before anything is changed.",
  arguments: { version: one("VERSION", "the version to retire") },
  options: {
    on: day("the day from which on it is no longer served; only deprecated if left out"),
    since: day("since when it is deprecated; today in UTC, or what it was, if left out"),
    // biome-ignore lint/suspicious/noThenProperty: what versions.yaml says, and no promise
    then: choice(["error", "forward"], "what comes after that day"),
    link: text("URL", "a page for those who are held at it"),
    yes: flag("does not ask"),
    "dry-run": flag("shows what would be written, and asks nothing"),
  },
  example: "retire 2013-01-01 --on 2027-06-01 --then forward",
  async run({ version, on, since, then, link, yes, "dry-run": dry }, { api, store, io }) {
    const booted = await api();
    const found = findVersion(booted, version);
    const today = dayAt(io.clock());
    refuse(booted, found, on, today);
    const before = found.retirement;
    const retirement: Retirement = {
      deprecated: since ?? before?.deprecated ?? today,
      sunset: on ?? null,
      after: then,
      link: link ?? before?.link ?? null,
    };
    if (retirement.sunset !== null && retirement.sunset < (retirement.deprecated ?? "")) {
      throw new UsageError(`--on is not before it is deprecated, ${retirement.deprecated}.`);
    }
    const edited = await editHistory(booted, (history) =>
      retireVersion(history, found.name, retirement),
    );
    const held = await heldAt(await store(), found.name);
    const what = `${found.name}: ${counted(held.accounts, "account")} and ${counted(held.keys, "key")} are held at it`;
    if (!dry) {
      await confirm(what, [what, ...held.named.map((id) => `  ${id}`)].join("\n"), io, yes);
      await writeHistory(edited);
    }
    return {
      json: {
        version: found.name,
        ...retirement,
        after: retirement.sunset === null ? null : then,
        accounts: held.accounts,
        keys: held.keys,
        written: !dry,
      },
      show: () => (dry ? [...changedLines(edited), what].join("\n") : told(found, retirement)),
    };
  },
});

/** @throws Failure "version_draft" or "version_newest", UsageError */
function refuse({ timeline }: Api, version: Version, on: string | undefined, today: string): void {
  if (timeline.drafts.includes(version)) {
    throw new Failure("version_draft", `${version.name} is a draft: it is not released yet.`);
  }
  if (on !== undefined && version === timeline.versions.at(-1)) {
    throw new Failure(
      "version_newest",
      `${version.name} is the newest version: there is none to move to.`,
    );
  }
  if (on !== undefined && on <= today) {
    throw new UsageError(`--on is a day after today, ${today}, and not ${on}.`);
  }
}

async function heldAt(store: Store, version: string) {
  const count = (await store.countPins()).find((one) => one.version === version);
  const { accounts, hasMore } = await store.listAccounts({ pin: version, limit: NAMED });
  return {
    accounts: count?.accounts ?? 0,
    keys: count?.keys ?? 0,
    named: [...accounts.map(({ id }) => id), ...(hasMore ? ["…"] : [])],
  };
}

function told({ name }: Version, { deprecated, sunset, after }: Retirement): string {
  const since = `${name} is deprecated since ${deprecated}`;
  if (sunset === null) return `${since}.`;
  const what =
    after === "forward" ? "then the next live version takes its place" : "then it is an error";
  return `${since}, and served until ${sunset}; ${what}.`;
}
