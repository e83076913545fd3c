import type { Json } from "holdfast";

/** A part of a description that is an object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A description of an API at one version: OpenAPI 3.1 (spec.openapis.org/oas/v3.1.0). */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: "3.1.0";
  readonly info: JsonObject;
  readonly servers: readonly JsonObject[];
  readonly security: readonly JsonObject[];
  readonly tags: readonly JsonObject[];
  readonly paths: { readonly [path: string]: JsonObject };
  readonly webhooks?: { readonly [type: string]: JsonObject };
  readonly components: { readonly [section: string]: JsonObject };
}

/** An object without the members that are undefined. */
export function defined(members: { readonly [name: string]: Json }): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** An object with its members in the order of their names. */
export function byName<T>(members: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries(
    [...members].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
}
