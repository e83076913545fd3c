import { captureOrigin, type Origin } from "./location.js";

/** What a response header's value may be made from. */
export interface AnswerFacts<out R> {
  /** What `execute` returned. */
  readonly result: R;
  /** The request's id. */
  readonly request: string;
  /** The version that it was served at. */
  readonly version: string;
}

/** A header of answers; `R` is what a method must return that sends it. */
export interface ResponseHeader<in R = never> {
  /** As it is called today: `Thing-Count`. */
  readonly name: string;
  readonly description: string;
  /** The gate until which it is sent. */
  readonly until: string | undefined;
  /** Makes the value; undefined leaves the header out. None: the framework sends it by itself. */
  readonly value: ((facts: AnswerFacts<R>) => HeaderValue) | undefined;
  readonly origin: Origin;
}

/** What a header may be made of: visible ASCII, spaces and tabs (RFC 9110, section 5.5). */
export type HeaderValue = string | number | boolean | undefined;

/** What an author says of a response header. */
export interface ResponseHeaderOptions<R> {
  readonly description: string;
  /** Pure and synchronous. Undefined leaves the header out. */
  readonly value: (facts: AnswerFacts<R>) => HeaderValue;
  /** The gate until which it is sent. */
  readonly until?: string;
}

/**
 * Describes a header of answers once, as it is today. A method lists it under `headers`; one that
 * every answer of the API carries is listed under `headers` of the API, and its `result` is
 * undefined.
 *
 * @example
 * const thingVersion = responseHeader("Thing-Version", {
 *   description: "How often the thing was changed.",
 *   value: ({ result }: AnswerFacts<ThingRecord>) => result.changes,
 * });
 */
export function responseHeader<R = unknown>(
  name: string,
  { description, value, until }: ResponseHeaderOptions<R>,
): ResponseHeader<R> {
  return { name, description, until, value, origin: captureOrigin(responseHeader) };
}

/** Describes a header that the framework sends by itself, so that gates can change it. */
export function frameworkHeader(name: string, description: string): ResponseHeader<unknown> {
  return {
    name,
    description,
    until: undefined,
    value: undefined,
    origin: captureOrigin(frameworkHeader),
  };
}
