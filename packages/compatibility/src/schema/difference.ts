import type { Effect } from "../report/severity.js";
import type { Json } from "./json.js";
import type { Proof, Witness } from "./proof.js";
import type { Term } from "./term.js";

/** What differs between two versions of a schema, at the smallest place that it can be put down to. */
export interface Difference {
  /** From the root: names of properties, `[]` for an item, `*` for a value of a map. */
  readonly path: readonly string[];
  readonly effect: Effect;
  /** The keyword, or `property`, or `alternative`. */
  readonly about: string;
  readonly message: string;
  readonly proven: Proof;
  /** A whole value of the root. */
  readonly witness?: Witness;
}

/** A difference at one place, whatever it stands in. */
export interface LocalDifference {
  readonly effect: Effect;
  readonly about: string;
  /** The property that it is about, below the place. */
  readonly name?: string;
  readonly message: string;
  /** What is different, for telling whether it is the same elsewhere. */
  readonly cause: string;
  /** Values of the place, on the old side and on the new one, that may show it. */
  readonly shows: () => readonly Shown[];
}

/** A value that is said to be valid on one side, and not on the other. */
export interface Shown {
  readonly value: Json;
  readonly holds: "old" | "new";
}

/** A part of two schemas that stands at the same place in both. */
export interface Child {
  readonly segment: string;
  readonly old: Term;
  readonly new: Term;
}

/** What two schemas differ in by themselves, and where to look further. */
export interface Local {
  readonly differences: readonly LocalDifference[];
  readonly children: readonly Child[];
}
