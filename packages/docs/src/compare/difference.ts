import type { Json } from "holdfast";
import type { SubjectRef } from "../model/refs.js";

/** What a difference is about; `wire` is how everything is written, and `headers` those of answers. */
export type DifferenceSubject =
  | SubjectRef
  | { readonly on: "wire" | "headers"; readonly name: string };

/** One side of a difference. */
export interface Side {
  /**
   * The attribute's path, the method's or event's name, at that side; undefined for the subject as a
   * whole. A name on the way says which variant of a union is meant: `source<card>.number`.
   */
  readonly path: string | undefined;
  /** Where something has a value: a default, a status, a limit, a route, a type's label. */
  readonly value?: Json;
}

export type DifferenceKind =
  | "added"
  | "removed"
  | "renamed"
  | "moved"
  | "type"
  | "converted"
  | "required"
  | "optional"
  | "nullable"
  | "not_null"
  | "default"
  | "limits"
  | "value_added"
  | "value_removed"
  | "value_renamed"
  | "variant_added"
  | "variant_removed"
  | "variant_renamed"
  | "expansion"
  | "audience"
  | "listed"
  | "unlisted"
  | "route"
  | "status"
  | "keys"
  | "rule_added"
  | "rule_removed"
  | "rule_order"
  | "error"
  | "returns"
  | "list_style"
  | "unknown_keys"
  | "behaviour";

/** One thing that callers notice between two contracts. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly subject: DifferenceSubject;
  /** Which part of the subject: its params, its fields (of a resource, or an error's body). */
  readonly part: "params" | "fields" | "itself";
  /** At the older contract; undefined for what is added. */
  readonly before: Side | undefined;
  /** At the newer contract; undefined for what is removed. */
  readonly after: Side | undefined;
  /** What happened, a sentence of Markdown: "`card` is now `source`." */
  readonly says: string;
  /** What to do about it when upgrading; undefined where nothing needs doing. */
  readonly mend: string | undefined;
  /** The gates between the two sides that did it, as far as the contracts tell. */
  readonly gates: readonly string[];
}
