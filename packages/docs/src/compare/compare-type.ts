import type { Kind } from "holdfast";
import { showConversion } from "holdfast";
import { limitsOf } from "../model/limits.js";
import { code, inWords } from "../text/code.js";
import { withArticle } from "../text/plural.js";
import { type AttributePair, plainly } from "./compare-attribute.js";
import type { Difference } from "./difference.js";
import { resourceOf } from "./reachable.js";

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
  const own = name === "custom" ? label : name;
  const within = parts.filter((part) => !(shape && part.shape && name !== "list"));
  return `${own}(${[resource && resourceOf(resource), ...within.map(kindKey)].join()})`;
}

function retyped(pair: AttributePair, was: Kind, is: Kind): Difference {
  const { name, isParam, steps, sides } = pair;
  const [before, after] = [sides.labelBefore(was), sides.labelAfter(is)];
  const how = steps.map((step) => plainly(showConversion(step))).join(" ");
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
  const mends: Record<string, string> = {
    object: `Read the id from ${code("id")} of ${pair.name}.`,
    id: `Load the object by the id that ${pair.name} holds.`,
    "id that expands": `Expand ${pair.name}, or load the object by its id.`,
  };
  return pair.tell("expansion", {
    says: `${pair.name} is the ${after} now; it was the ${before}`,
    mend: mends[after],
    was: before,
    is: after,
  });
}

function linkOf({ name, expandable, expandsInto, byId }: Kind): string | undefined {
  if (name !== "ref" && name !== "resource") return undefined;
  if (expandable) return "id that expands";
  return expandsInto === "resource" || !byId ? (name === "ref" ? "id" : "object") : "id";
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
  return [
    pair.tell("limits", {
      says: `${pair.name} has ${inLimits(after, "no limits")} now; it had ${inLimits(before, "none")}`,
      mend: mendOfLimits(pair, after),
      was: before,
      is: after,
    }),
  ];
}

function inLimits(limits: readonly string[], none: string): string {
  return limits.length === 0 ? none : `the limits ${inWords(limits.map(code), "and")}`;
}

function mendOfLimits(
  { isParam, name }: AttributePair,
  after: readonly string[],
): string | undefined {
  if (isParam) {
    return after.length === 0
      ? undefined
      : `Send ${name} within ${inWords(after.map(code), "and")}.`;
  }
  return `Be ready for values of ${name} within other limits.`;
}

/** A value in a sentence. */
export function shown(value: unknown): string {
  return code(
    typeof value === "string" && value !== "" ? value : (JSON.stringify(value) ?? "nothing"),
  );
}
