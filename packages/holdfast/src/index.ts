export {
  type ErrorDefinition,
  type ErrorOptions,
  error,
  type ThrowableError,
} from "./definition/error.js";
export { type EventDefinition, event } from "./definition/event.js";
export type { EventDataSource, PageSource } from "./definition/kinds/links.js";
export type {
  Check,
  ExecuteContext,
  Gates,
  MethodDefinition,
  MethodOptions,
  RequestFacts,
  Returns,
} from "./definition/method.js";
export { method, page } from "./definition/method.js";
export { Raised, type RaiseOptions } from "./definition/raised.js";
export {
  batch,
  type LoadContext,
  type LoadMany,
  Resource,
  type ResourceDefinition,
  resource,
  union,
} from "./definition/resource.js";
export type { Services } from "./definition/services.js";
export { t } from "./definition/t.js";
export type { Fields, ParamsOf, Type } from "./definition/type.js";
export type * from "./http/message.js";
export type * from "./pipeline/account-store.js";
