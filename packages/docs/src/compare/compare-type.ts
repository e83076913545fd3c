import type { Kind } from "holdfast";
import { limitsOf } from "../model/limits.js";
import { code, escapeMarkdown, inWords } from "../text/code.js";
import { withArticle } from "../text/plural.js";
import type { AttributePair } from "./compare-attribute.js";
import type { Difference } from "./difference.js";
import { resourceOf } from "./reachable.js";
import { toldBy } from "./told-by.js";

/** What differs about an attribute's type, its limits and what it embeds. */
export function compareType(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.kind, pair.after.info.kind];
  const link = compareLinks(pair, was, is);
  if (link) return [link];
  if (kindKey(was) !== kindKey(is)) return [retyped(pair, was, is)];
  return [...constants(pair, was, is), ...limits(pair, was, is)];
}

/** What tells types apart: not their limits, their values or what stands in them. */
export function kindKey(kind: Kind): string {
  const { name, resource, parts = [], shape, label } = kind;
  // Which variants a union has is told of them.
  if (name === "union") return name;
  const own = name === "custom" ? label : name;
  const within = parts.filter((part) => !(shape && part.shape && name !== "list"));
  return `${own}(${[resource && resourceOf(resource), ...within.map(kindKey)].join()})`;
}

function retyped(pair: AttributePair, was: Kind, is: Kind): Difference {
  const { name, isParam, steps, sides } = pair;
  const [before, after] = [sides.labelBefore(was), sides.labelAfter(is)];
  const how = toldBy(steps, pair.isShown);
  const told =
    before === after
      ? `has another type`
      : `is ${withArticle(after)} now; it was ${withArticle(before)}`;
  const isListStyle = [was.name, is.name].sort().join() === "list,page";
  return pair.tell(isListStyle ? "list_style" : "type", {
    says: `${name} ${told}${how === "" ? "" : `: ${how}`}`,
    mend: isParam
      ? `Send ${name} as ${withArticle(after)}.`
      : `Read ${name} as ${withArticle(after)}.`,
    was: before,
    is: after,
  });
}

/** An id, the object itself, or one of them on request. */
function compareLinks(pair: AttributePair, was: Kind, is: Kind): Difference | undefined {
  if (was.resource === undefined || is.resource === undefined) return undefined;
  const isSame = resourceOf(was.resource) === resourceOf(is.resource);
  const [before, after] = [linkOf(was), linkOf(is)];
  if (!isSame || before === undefined || after === undefined || before === after) return undefined;
  const words = LINKS[after];
  return pair.tell("expansion", {
    says: `${pair.name} is ${words.now}; it was ${LINKS[before].before}`,
    mend: words.mend(pair.name),
    was: before,
    is: after,
  });
}

type Link = "object" | "id" | "expandable";

const LINKS: Readonly<
  Record<Link, { now: string; before: string; mend: (name: string) => string }>
> = {
  object: {
    now: "the object itself now",
    before: "the object itself",
    mend: (name) => `Read the id from the object that ${name} is.`,
  },
  id: {
    now: "an id now",
    before: "an id",
    mend: (name) => `Load the object by the id that ${name} is.`,
  },
  expandable: {
    now: "an id now, which callers may expand",
    before: "an id, which callers might expand",
    mend: (name) => `Expand ${name}, or load the object by its id.`,
  },
};

function linkOf({ name, expandable }: Kind): Link | undefined {
  if (expandable) return "expandable";
  if (name === "resource") return "object";
  return name === "ref" ? "id" : undefined;
}

function constants(pair: AttributePair, was: Kind, is: Kind): readonly Difference[] {
  if (!was.constant || !is.constant || was.constant.value === is.constant.value) return [];
  const [before, after] = [was.constant.value, is.constant.value];
  return [
    pair.tell("value_renamed", {
      says: `${pair.name} is ${shown(after)} now; it was ${shown(before)}`,
      mend: `${pair.isParam ? "Send" : "Look for"} ${shown(after)} instead of ${shown(before)}.`,
      was: before,
      is: after,
    }),
  ];
}

function limits(pair: AttributePair, was: Kind, is: Kind): readonly Difference[] {
  const [before, after] = [limitsOf(was), limitsOf(is)];
  if (before.join() === after.join()) return [];
  const words = (all: readonly string[]) => inWords(all.map(escapeMarkdown), "and");
  const isNow = after.length === 0 ? "is not limited now" : `is limited to ${words(after)} now`;
  const wasHeld = before.length === 0 ? "it was not limited" : `it was limited to ${words(before)}`;
  const isNeeded = pair.isParam ? isNarrower(was, is) : isNarrower(is, was);
  const mend = pair.isParam
    ? `Send ${pair.name} within its limits: ${words(after)}.`
    : `Be ready for values of ${pair.name} that were out of its limits before.`;
  return [
    pair.tell("limits", {
      says: `${pair.name} ${isNow}; ${wasHeld}`,
      mend: isNeeded ? mend : undefined,
      was: before,
      is: after,
    }),
  ];
}

/** Whether some limit of a kind lets fewer values through than the other kind does. */
function isNarrower(one: Kind, other: Kind): boolean {
  return Object.entries(other.limits ?? {}).some(([name, limit]) => {
    const before = one.limits?.[name];
    if (limit === before || limit === undefined) return false;
    if (typeof limit !== "number" || typeof before !== "number") return true;
    return name.startsWith("min") ? limit > before : limit < before;
  });
}

/** A value in a sentence. */
export function shown(value: unknown): string {
  return code(
    typeof value === "string" && value !== "" ? value : (JSON.stringify(value) ?? "nothing"),
  );
}
