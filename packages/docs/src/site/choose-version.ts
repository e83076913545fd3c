import { type Api, nearest } from "holdfast";
import type { VersionRef } from "../model/refs.js";

/** The version that a page shows, or why there is none. */
type ChosenVersion =
  | {
      readonly version: VersionRef;
      readonly mode: "served" | "released";
      /** Whether the reader named it. */
      readonly asked: boolean;
    }
  | Refusal;

/** Why a request is not answered, in a sentence for its reader. */
export interface Refusal {
  readonly problem: string;
  /** The param of the query that named no version, where one of the nearest may have been meant. */
  readonly param?: string;
  readonly nearest: readonly string[];
}

/** Names in messages are cut: what a reader sends may be as long as an address. */
const SHOWN = 60;

/**
 * The version that a query asks for: `version`, else the newest; `as=released` for what it was on
 * its day. A draft is only found by its name.
 */
export function chooseVersion(
  api: Api,
  versions: readonly VersionRef[],
  query: URLSearchParams,
): ChosenVersion {
  const found = namedVersion(api, versions, query, "version");
  if (found && "problem" in found) return found;
  const ways = query.getAll("as");
  const way = ways[0] ?? "served";
  if (ways.length > 1 || (way !== "served" && way !== "released")) {
    return { problem: "`as` is `served` or `released`.", nearest: [] };
  }
  const version = found ?? versions.findLast(({ status }) => status === "newest");
  if (version) return { version, mode: way, asked: found !== undefined };
  return { problem: "There is no version yet.", nearest: [] };
}

/** The version that a param of a query names, undefined where it names none, or why there is none. */
export function namedVersion(
  api: Api,
  versions: readonly VersionRef[],
  query: URLSearchParams,
  param: string,
): VersionRef | Refusal | undefined {
  const [asked, ...others] = query.getAll(param);
  if (asked === undefined) return undefined;
  if (others.length > 0) {
    return { problem: `The query has \`${param}\` more than once.`, nearest: [] };
  }
  const name = api.timeline.find(asked)?.name;
  const version = versions.find((one) => one.name === name);
  if (version) return version;
  const shown = asked.slice(0, SHOWN);
  return {
    problem: shown === "" ? `\`${param}\` is empty.` : `There is no version “${shown}”.`,
    param,
    nearest: nearestTo(asked, versions),
  };
}

/** The versions just before and after a date; for what is no date, one that is spelled like it. */
function nearestTo(asked: string, versions: readonly VersionRef[]): readonly string[] {
  const released = versions.filter(({ status }) => status !== "draft").map(({ name }) => name);
  const dated = released.filter((name) => /^\d/.test(name));
  if (/^\d{4}/.test(asked)) {
    const around = [dated.findLast((name) => name < asked), dated.find((name) => name > asked)];
    return around.filter((name) => name !== undefined);
  }
  const near = nearest(asked.slice(0, SHOWN), released) ?? released.at(-1);
  return near === undefined ? [] : [near];
}
