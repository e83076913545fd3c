import type {
  Change,
  ErrorDefinition,
  EventDefinition,
  MethodDefinition,
  ResourceDefinition,
} from "holdfast";

/** The definitions of a made-up API, by name. */
export interface Built {
  resource(name: string): ResourceDefinition;
  method(name: string): MethodDefinition;
  error(name: string): ErrorDefinition;
  event(name: string): EventDefinition;
}

/** A change that waits for the definitions that it is about. */
export type Pending = (built: Built) => Change;
