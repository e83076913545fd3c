import type { Kind } from "./kind.js";
import type { ObjectShape } from "./shape.js";

/**
 * What a kind may ask while it makes up one of its values: for a record, or for a request. Every
 * choice is the sampler's, so that values can be enumerated, drawn at random, and shrunk.
 */
export interface Sampler {
  /** One of the options; the simplest comes first. */
  choose<T>(options: readonly T[]): T;
  /** Some texts that the whole of which a pattern describes; none where it cannot tell. */
  matching(pattern: string): readonly string[];
  /** A value of each field of the shape. */
  object(shape: ObjectShape): unknown;
  /** A record of a resource, by its head fields. */
  record(resource: string): unknown;
  /** The id of a record that can be loaded. */
  id(resource: string): string;
  /** What callers call some fields of a resource. */
  namesOf(resource: string, head: readonly string[]): readonly string[];
  /** The record of a page of items. */
  page(item: Kind): unknown;
  /** What fills the route of a method. */
  routeParams(method: string): Readonly<Record<string, string>>;
  /** What an event's data takes from its record. */
  eventData(): unknown;
  /** What an event's type takes from its record, or a filter over types. */
  eventType(): unknown;
}

/** Thrown where a kind cannot make up a value. */
export class NoSample extends Error {}

/** One value of a kind. */
export function sampleOf(kind: Kind, sampler: Sampler): unknown {
  if (!kind.sample) throw new NoSample(`no values can be made up for ${kind.label}`);
  return kind.sample(sampler);
}
