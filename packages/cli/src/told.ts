import type { GateEntry, Timeline } from "holdfast";
import { meaningOf, replaceTokens } from "holdfast/contract";

/** What a gate's end changed, in the names of the version that ended it. */
export function told({ description, version }: GateEntry, timeline: Timeline): string {
  const contract = timeline.at(version) ?? timeline.newest;
  return replaceTokens(description, (token) => {
    const meaning = meaningOf(token, contract);
    return `\`${meaning?.called ?? meaning?.newest ?? token}\``;
  });
}
