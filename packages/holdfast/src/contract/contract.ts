import type { ErrorDefinition } from "../definition/error.js";
import type { Kind } from "../definition/kind.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { ResponseHeader } from "../definition/response-header.js";
import type { ConversionStep, ObjectShape } from "../definition/shape.js";
import type { KeyKind } from "../pipeline/account-store.js";
import type { EventShape } from "./event-shape.js";
import type { Form } from "./forms.js";
import type { ListStyles } from "./list-styles.js";
import type { Preset } from "./preset.js";

/** A resource as one contract has it. */
export interface ResourceShape {
  readonly definition: ResourceDefinition;
  readonly shape: ObjectShape;
  /** How callers at this contract know it, where that is not its name today. */
  readonly name?: string;
  /** What it was where it is one resource today; the first that fits a record, else itself. */
  readonly forms?: readonly Form[];
  /** Gates that gave it its name or its forms. */
  readonly via?: readonly string[];
  /** For a union: arms that have a shape of their own at this place. */
  readonly arms?: ReadonlyMap<string, string>;
  /** For what stands at one place only: the resource around it, and the way there. */
  readonly place?: { readonly owner: string; readonly way: string };
}

/** A method as one contract has it. */
export interface MethodShape {
  readonly definition: MethodDefinition;
  /** How callers at this contract know it. */
  readonly name: string;
  /** Whether callers at this contract can call it. */
  readonly exists: boolean;
  /** Where it is too new for this contract but answers at its route: the gate that stands between. */
  readonly needs: string | undefined;
  readonly verb: string;
  readonly path: string;
  /** HTTP status of its success. */
  readonly status: number;
  readonly params: ObjectShape;
  readonly returns: Kind;
  readonly keys: readonly KeyKind[];
  /** Named checks and groups that do not apply here. */
  readonly lifted: readonly string[];
  /** Its named checks in the order in which they are made. */
  readonly order: readonly string[];
  /** Endings that are told otherwise here than today, in the order in which they are looked at. */
  readonly outcomes: readonly Outcome[];
  /** What is said of params where callers do not say it, by where the params stand in head. */
  readonly presets: ReadonlyMap<string, Preset>;
}

/** An ending of a method that is told as another one. */
export type Outcome =
  /** What raises this error today was a success; the field of the error holds what it returned. */
  | { readonly was: "success"; readonly error: string; readonly result: string }
  /** What returns such a record today raised this error, and left nothing behind. */
  | {
      readonly was: "failure";
      readonly error: ErrorDefinition;
      /** A field of what is returned, and the values with which it was a failure. */
      readonly where: string;
      readonly is: readonly unknown[];
      /** The field of the error that holds the record, if any. */
      readonly carries: string | undefined;
    };

/** An error as one contract has it. */
export interface ErrorShape {
  readonly definition: ErrorDefinition;
  readonly status: number;
  readonly shape: ObjectShape;
  /** The error that is answered in its place. */
  readonly answersAs: AnsweredAs | undefined;
}

/** An error that was raised where another one is today. */
export interface AnsweredAs {
  readonly error: string;
  /** Makes the data of the error that was from the data of the one that is. */
  readonly data: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** A header of answers as one contract has it; null where it is not sent. */
export interface HeaderShape {
  readonly definition: ResponseHeader;
  readonly name: string | null;
  /** What makes the value that was sent from today's, from the newest change to the oldest. */
  readonly steps: readonly ConversionStep[];
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
  /** By name; what one method alone answers is under `error@method`. */
  readonly errors: ReadonlyMap<string, ErrorShape>;
  /** Headers of answers, by their names today. */
  readonly headers: ReadonlyMap<string, HeaderShape>;
  readonly events: ReadonlyMap<string, EventShape>;
  readonly lists: ListStyles;
  readonly wire: WirePolicy;
}
