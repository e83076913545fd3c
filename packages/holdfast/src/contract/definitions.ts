import type { ErrorDefinition } from "../definition/error.js";
import type { EventDefinition } from "../definition/event.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";

/** An API as it is today. */
export interface Definitions {
  readonly resources: readonly ResourceDefinition[];
  readonly methods: readonly MethodDefinition[];
  readonly errors: readonly ErrorDefinition[];
  readonly events: readonly EventDefinition[];
  /** The resource that wraps pages; its record is a `PageRecord`. */
  readonly lists: ResourceDefinition;
}
