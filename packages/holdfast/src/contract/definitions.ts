import type { ErrorDefinition } from "../definition/error.js";
import type { EventDefinition } from "../definition/event.js";
import type { MethodDefinition } from "../definition/method.js";
import type { ResourceDefinition } from "../definition/resource.js";
import type { ResponseHeader } from "../definition/response-header.js";

/** An API as it is today. */
export interface Definitions {
  readonly resources: readonly ResourceDefinition[];
  readonly methods: readonly MethodDefinition[];
  readonly errors: readonly ErrorDefinition[];
  readonly events: readonly EventDefinition[];
  /** Headers that answers carry: all methods', all answers' and the framework's own. */
  readonly headers: readonly ResponseHeader[];
  /** The resource that wraps pages; its record is a `PageRecord`. */
  readonly lists: ResourceDefinition;
}
