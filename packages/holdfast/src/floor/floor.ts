import type { Plain } from "./plain.js";

/**
 * The type of a value: a JSON Schema (draft 2020-12) in which what stands elsewhere is marked:
 * `{"$object": FloorObject}`, `{"$resource": name}`, `{"$reference": name}` (an id, or the record
 * where it is expanded), `{"$page": item}` (with `"$list"` where it is wrapped in something else, or
 * in nothing, than all other lists are), `{"$items": true}`, `{"$eventObject": true}`, and
 * `{"enum": ["$events"]}`.
 */
export type FloorType = Plain;

/** A field or param, as callers see it. What it does not say is as the framework has it by default. */
export interface FloorField {
  /** Which kind of type it is: `integer`, `timestamp`, `id`. */
  readonly kind: string;
  readonly type: FloorType;
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly default?: Plain;
  /** Any other aspect, also of floors that a newer framework wrote. */
  readonly [aspect: string]: Plain | undefined;
}

/** An object's fields. */
export interface FloorObject {
  readonly fields: Readonly<Record<string, FloorField>>;
  /** Whether unknown keys are refused here; left out, the wire policy says so. */
  readonly unknownKeys?: Plain;
}

/** A resource: an object, or a union of resources. */
export interface FloorResource extends FloorObject {
  /** For a union: its arms and the resources that they stand for. */
  readonly arms?: Readonly<Record<string, string>>;
}

/** A method that exists at the version. */
export interface FloorMethod {
  /** The verb and the path: `POST /v1/charges/{charge}`. */
  readonly route: string;
  readonly params: FloorObject;
  readonly returns: FloorType;
  readonly [aspect: string]: unknown;
}

/** An error and its body. */
export interface FloorErrorShape {
  readonly status: number;
  readonly body: FloorObject;
  readonly [aspect: string]: unknown;
}

/** An event by the name that it has at the version. */
export interface FloorEvent {
  /** The resources that it may be about. */
  readonly objects: readonly string[];
}

/** Everything that a caller at one version can notice, and nothing that they cannot. */
export interface Floor {
  readonly methods: Readonly<Record<string, FloorMethod>>;
  readonly resources: Readonly<Record<string, FloorResource>>;
  readonly errors: Readonly<Record<string, FloorErrorShape>>;
  readonly events: Readonly<Record<string, FloorEvent>>;
  /** Headers of answers, with the methods that send them; none for what every answer carries. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** How everything is written. */
  readonly wire: Readonly<Record<string, Plain>>;
  /** The resource that pages are wrapped in. */
  readonly lists: string;
}
