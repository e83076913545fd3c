import type { Json } from "holdfast";
import type { MethodShape } from "holdfast/contract";
import { code } from "../text/code.js";
import { attributesOf } from "./attributes.js";
import type { MethodPair } from "./compare-method.js";
import { shown } from "./compare-type.js";
import type { Difference } from "./difference.js";
import { differ, placeOf } from "./sides.js";

/** What differs in what stands for params that callers leave out, or cannot name. */
export function comparePresets({ before, after, sides }: MethodPair): readonly Difference[] {
  const place = placeOf({ on: "method", name: after.definition.name }, "params");
  const keys = new Set([...before.presets.keys(), ...after.presets.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before, after].map(({ presets }) => textOf(presets.get(key)?.value));
    if (was === is) return [];
    const name = callersName(after, key) ?? callersName(before, key) ?? key;
    const told = (text: string | undefined) => (text === undefined ? "nothing" : shown(text));
    return differ("default", place, {
      before: sideOf(callersName(before, key) ?? name, was),
      after: sideOf(name, is),
      says: `Where ${code(name)} of ${code(after.name)} is not sent, ${told(is)} stands for it now; before, ${told(was)} did`,
      mend:
        was === undefined
          ? undefined
          : `Send ${code(name)} where you want what ${shown(was)} gave.`,
      gates: sides.among(before.presets.get(key)?.via),
    });
  });
}

function sideOf(path: string, value: Json) {
  return { path, ...(value !== undefined && { value }) };
}

/** How callers call the param at a place of head. */
function callersName({ params }: MethodShape, target: string): string | undefined {
  return attributesOf(params).find(({ base }) => base === target)?.name;
}

/** A value as text; what a list is ordered by as callers write it. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "object" && value !== null && "by" in value && "direction" in value) {
    return `${value.direction === "desc" ? "-" : ""}${String(value.by)}`;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
