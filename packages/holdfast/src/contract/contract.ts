import type { ErrorDefinition } from "../definition/error.js";
import type { EventDefinition } from "../definition/event.js";
import type { Kind } from "../definition/kind.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { ObjectShape } from "../definition/shape.js";
import type { KeyKind } from "../pipeline/account-store.js";

/** A resource as one contract has it. */
export interface ResourceShape {
  readonly definition: ResourceDefinition;
  readonly shape: ObjectShape;
}

/** A method as one contract has it. */
export interface MethodShape {
  readonly definition: MethodDefinition;
  /** Whether callers at this contract can call it. */
  readonly exists: boolean;
  readonly verb: string;
  readonly path: string;
  readonly params: ObjectShape;
  readonly returns: Kind;
  readonly keys: readonly KeyKind[];
  /** Named checks that do not apply here. */
  readonly lifted: readonly string[];
}

/** An error as one contract has it. */
export interface ErrorShape {
  readonly definition: ErrorDefinition;
  readonly status: number;
  readonly shape: ObjectShape;
}

/** How an event is called, which may hang on its object: a type, or types by a field's value. */
export type EventName =
  | { readonly type: string }
  | { readonly by: string; readonly types: Readonly<Record<string, string>> };

/** An event as one contract has it; null where it is not sent. */
export interface EventShape {
  readonly definition: EventDefinition;
  readonly name: EventName | null;
}

/** How everything is written on the wire. */
export interface WirePolicy {
  readonly nulls: "rendered" | "omitted";
  readonly unknownParams: "refused" | "ignored";
  readonly lists: "envelope" | "array";
  /** How an event tells what changed: only changed keys of nested hashes, or whole hashes. */
  readonly diffHashes: "nested" | "whole";
  /** How an event shows a changed list: whole, or only the entries that differ. */
  readonly diffLists: "whole" | "entries";
  /** What an idempotency key that comes back with other params gets. */
  readonly mismatchedKeys: "refused" | "replayed";
}

/** The full description of an API for one set of gates. Immutable; parts are shared. */
export interface Contract {
  /** The gates in force, oldest first. */
  readonly gates: readonly string[];
  readonly resources: ReadonlyMap<string, ResourceShape>;
  readonly methods: ReadonlyMap<string, MethodShape>;
  readonly errors: ReadonlyMap<string, ErrorShape>;
  readonly events: ReadonlyMap<string, EventShape>;
  readonly wire: WirePolicy;
}
