import type { MethodShape } from "holdfast/contract";
import { codes } from "../text/code.js";
import type { AttributeDoc } from "./docs.js";
import type { Scope } from "./scope.js";

/** How many paths the description names. */
export const PATHS_NAMED = 8;

/** The param that every method takes whose answers hold something that can be expanded. */
export function expandParam(
  { verb, definition }: MethodShape,
  paths: readonly string[],
  scope: Scope,
): AttributeDoc {
  const more = paths.length > PATHS_NAMED ? ", among others" : "";
  return {
    key: "expand",
    anchor: "expand",
    name: "expand",
    path: ["expand"],
    type: { label: "list of strings", values: [], limits: [] },
    description: `What to send whole where its id would stand, or nothing: ${codes(paths.slice(0, PATHS_NAMED), "and")}${more}. What stands in it can be expanded too, with a path.`,
    required: false,
    nullable: false,
    place: verb === "GET" || verb === "DELETE" ? "query" : "body",
    sensitive: false,
    onlyExpanded: false,
    secretOnly: false,
    conversions: [],
    gates: [],
    life: { ...scope.lives.method(definition.name), names: [], replacedBy: [] },
    attributes: [],
    variants: [],
  };
}
