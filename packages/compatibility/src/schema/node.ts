import type { LocalDifference } from "./difference.js";
import type { Term } from "./term.js";

/** Two parts of schemas that stand at the same place, once for all places. */
export interface Node {
  readonly old: Term;
  readonly new: Term;
  /** Whether what is smaller, or larger, here can matter to the whole. */
  readonly narrower: boolean;
  readonly wider: boolean;
}

/** What matters of a place: what differs there, and where to look further. */
export interface NodeParts {
  readonly differences: readonly LocalDifference[];
  readonly children: readonly { readonly segment: string; readonly node: Node }[];
}
