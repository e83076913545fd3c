import { captureOrigin, type Origin } from "./location.js";
import type { ResourceDefinition } from "./resource.js";

/** Something that happens, and the resource that it happens to. */
export interface EventDefinition {
  /** The type that integrators subscribe to, such as `charge.succeeded`. */
  readonly type: string;
  readonly description: string;
  readonly object: ResourceDefinition;
  /** The gate until which it is sent. */
  readonly until: string | undefined;
  readonly origin: Origin;
}

/**
 * Describes an event once, as it is today.
 *
 * @example
 * const chargeSucceeded = event("charge.succeeded", {
 *   description: "A charge took the money.", object: charge,
 * });
 */
export function event(
  type: string,
  options: {
    readonly description: string;
    readonly object: ResourceDefinition;
    /** The gate until which it is sent. */
    readonly until?: string;
  },
): EventDefinition {
  return { type, until: undefined, ...options, origin: captureOrigin(event) };
}
