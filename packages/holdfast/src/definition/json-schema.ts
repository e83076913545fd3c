import type { Kind } from "./kind.js";
import type { ObjectShape } from "./shape.js";

/** A JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a kind may ask while its schema is made. */
export interface SchemaScope {
  /** An object of this shape. */
  object(shape: ObjectShape): JsonSchema;
  /** A record of the named resource, as it is rendered. */
  resource(name: string): JsonSchema;
  /** The id of a record, or the record itself where the caller expands it. */
  reference(resource: string): JsonSchema;
  /** A page of items, as the contract writes lists at a place. */
  page(item: Kind, place: string | undefined): JsonSchema;
  /** The items of the page that the envelope is for. */
  pageItems(): JsonSchema;
  /** Any record that events are about. */
  eventObject(): JsonSchema;
  /** How this contract calls fields of a resource: its names with head's. */
  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string>;
  /** What events may be called at this contract. */
  eventTypes(): readonly string[];
  /** What else is said of a kind's values, for people and tools; absent: nothing. */
  annotate?(kind: Kind, schema: JsonSchema): JsonSchema;
}

/** The schema of a kind's values; anything where the kind does not say. */
export function schemaOf(kind: Kind, scope: SchemaScope): JsonSchema {
  const schema = kind.schema?.(scope) ?? {};
  return scope.annotate?.(kind, schema) ?? schema;
}
