import { type Client, clients, type Run, runsOf } from "./eras.js";
import { compareVersions } from "./version-order.js";

const begin = "<!-- clients:begin -->";
const end = "<!-- clients:end -->";

const words: Readonly<Record<Run["by"], string>> = {
  pin: "account's pin",
  told: "sent",
  own: "client's own",
};

/**
 * The table of clients and versions, in Markdown: a row for each version that some client ran at,
 * and in it how the version came about. `passed` says whether a run was right in every shape.
 */
export function resultsTable(passed: (client: Client, run: Run) => boolean): string {
  const versions = [...new Set(clients.flatMap((client) => runsOf(client).map((r) => r.version)))];
  const cell = (client: Client, version: string): string => {
    const run = runsOf(client).find((candidate) => candidate.version === version);
    if (run === undefined) return "";
    return passed(client, run) ? words[run.by] : `**failed** (${words[run.by]})`;
  };
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["API version", ...clients.map((client) => `\`stripe\` ${client.release}`)]),
    row(["---", ...clients.map(() => "---")]),
    ...versions
      .toSorted(compareVersions)
      .map((version) => row([version, ...clients.map((client) => cell(client, version))])),
  ].join("\n");
}

/** The table that stands in a README, or null if the README has no place for one. */
export function tableIn(readme: string): string | null {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  return from < 0 || to < from ? null : readme.slice(from + begin.length, to).trim();
}

/** The README with this table in its place. Throws if the README has no place for one. */
export function withTable(readme: string, table: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the README has no ${begin} … ${end}`);
  return `${readme.slice(0, from)}${begin}\n\n${table}\n\n${readme.slice(to)}`;
}
