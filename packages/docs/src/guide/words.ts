import { counted } from "../changelog/words.js";
import { inWords } from "../text/code.js";
import type { Guide, GuidePart } from "./guide.js";

/** What a guide says first: how much there is to do. Plain text. */
export function summaryOf({ counts, behaviours, from, to, only, unknown }: Guide): string {
  if (from.name === to.name)
    return "Both are the same version: there is nothing to change. Choose another one to see the way there.";
  if (only.length === 0 && unknown.length > 0) {
    return "So this guide tells of nothing, whatever differs between the two. Choose something else, or everything.";
  }
  const { needed, others } = counts;
  if (needed + others + behaviours.length === 0) {
    const about =
      only.length === 0
        ? ""
        : ` about ${inWords(
            only.map(({ name }) => name),
            "and",
          )}`;
    return `Nothing differs${about} between the two: there is nothing to change.`;
  }
  const says = [
    needed === 0
      ? "No change needs your code to change"
      : `${counted(needed, "change")} ${needed === 1 ? "needs" : "need"} your code to change`,
    ...(others === 0 ? [] : [`${others} ${others === 1 ? "does" : "do"} not`]),
  ];
  const behave =
    behaviours.length === 0
      ? ""
      : ` ${counted(behaviours.length, "behaviour")} ${behaviours.length === 1 ? "changes" : "change"}.`;
  return `${says.join(", ")}.${behave}`;
}

/** Whether there is nothing that differs. */
export function isEmpty({ parts, behaviours }: Guide): boolean {
  return parts.length + behaviours.length === 0;
}

/** What is on both sides what it was. Plain text; empty where there is nothing. */
export function untouchedWords({ counts: { untouched } }: Guide): string {
  const { methods, resources } = untouched;
  const all = [
    ...(methods === 0 ? [] : [counted(methods, "method")]),
    ...(resources === 0 ? [] : [counted(resources, "resource")]),
  ];
  if (all.length === 0) return "";
  const one = methods + resources === 1;
  return `${all.join(" and ")} ${one ? "is" : "are"} on both sides what ${one ? "it was" : "they were"}.`;
}

/** How a part is called: `charges.create`, or `users.create, now customers.create`. */
export function namesOf({ before, after }: GuidePart): string {
  return before === after ? after : `${before}, now ${after}`;
}

/** What a part is about. */
export const PART_LABELS: Readonly<Record<GuidePart["subject"]["on"], string>> = {
  wire: "all requests",
  headers: "all answers",
  method: "method",
  resource: "resource",
  event: "event",
  error: "error",
};
