import type { Json } from "./json.js";

/**
 * What a statement rests on: a rule of the format; a containment that was derived; a payload that is
 * valid on one side only; or a search that found none, which proves nothing.
 */
export type Proof = "rule" | "containment" | "witness" | "tested";

/** A value that is valid on one side, and not on the other. */
export interface Witness {
  readonly value: Json;
  readonly holds: "old" | "new";
}
