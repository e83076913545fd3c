import type { FloorField, Plain } from "holdfast/floor";
import type { Direction, Effect } from "../report/severity.js";

/** What a change is about; each kind has the verb that mends it. */
export type What =
  | "method"
  | "name"
  | "route"
  | "keys"
  | "checks"
  | "groups"
  | "status"
  | "returns"
  | "aspect"
  | "field"
  | "renamed"
  | "type"
  | "values"
  | "limits"
  | "optional"
  | "nullable"
  | "default"
  | "expansion"
  | "audience"
  | "unknown_keys"
  | "error"
  | "event"
  | "event_object"
  | "header"
  | "wire";

/** The thing that a change stands in. */
export interface Owner {
  readonly kind: "method" | "resource" | "error" | "event" | "header" | "wire";
  /** Its name at the version of the floor. */
  readonly name: string;
}

/** One difference between a floor and what is served, at one place. */
export interface Change {
  readonly what: What;
  readonly owner: Owner;
  /** The names below the owner, as callers at the version have them. */
  readonly path: readonly string[];
  /** Where it stands in the floor. */
  readonly at: readonly string[];
  /** What it does to what callers send, and to what they receive; undefined where it does nothing. */
  readonly sent: Effect | undefined;
  readonly received: Effect | undefined;
  /** What stood there; undefined for an addition. */
  readonly before: Plain | undefined;
  /** What is served there; undefined for what is gone. */
  readonly now: Plain | undefined;
  /** More about it: the new name, the values, the limits, the aspect. */
  readonly names: readonly string[];
  /** The whole field on either side, where it is about one. */
  readonly field?: { readonly before?: FloorField; readonly now?: FloorField };
  /** True where containment was searched for and not decided. */
  readonly unproven?: boolean;
  /** True where only generated code, and nothing on the wire, is different. */
  readonly codeOnly?: boolean;
}

/** A change, with who notices it. */
export interface NoticedChange {
  readonly change: Change;
  /** The methods and events that it is noticed at, by direction. */
  readonly noticed: ReadonlyMap<Direction, readonly string[]>;
}
