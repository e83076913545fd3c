export { Api, type ApiOptions, bootApi, bootApiFrom, type HistorySource } from "./api.js";
export { type DispatchedOptions, dispatched } from "./definition/dispatched.js";
export {
  type ErrorDefinition,
  type ErrorOptions,
  error,
  type ThrowableError,
} from "./definition/error.js";
export { type ErrorAtMethod, type ErrorSubject, errorAt } from "./definition/error-at.js";
export { type EventDefinition, event } from "./definition/event.js";
export { formOf } from "./definition/form-of.js";
export type { EventMatch, Expansion, FieldCondition, Json, Kind } from "./definition/kind.js";
export type {
  EventDataSource,
  EventTypeSource,
  MethodUrl,
  Page,
  PageSource,
} from "./definition/kinds/links.js";
export type { Sort } from "./definition/kinds/sort.js";
export { listOf } from "./definition/list-of.js";
export {
  type Check,
  type ExecuteContext,
  type Gates,
  type Method,
  type MethodDefinition,
  type MethodOptions,
  method,
  nothing,
  page,
  type RequestFacts,
  type Returns,
  type SuccessStatus,
} from "./definition/method.js";
export {
  type PageParams,
  type PageWindow,
  type PagingOptions,
  type PagingStyle,
  pageFrom,
  pageWindow,
  paging,
} from "./definition/paging.js";
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
export {
  type AnswerFacts,
  type ResponseHeader,
  type ResponseHeaderOptions,
  responseHeader,
} from "./definition/response-header.js";
export type { Services } from "./definition/services.js";
export { t } from "./definition/t.js";
export type { AnyType, Fields, ParamsOf, SourceOf, Type, ValueOf } from "./definition/type.js";
export * as validationErrors from "./definition/validation-errors.js";
export { BootError, type Diagnostic, showDiagnostic } from "./diagnostics/diagnostic.js";
export { nearest } from "./diagnostics/near.js";
export type { Change } from "./history/change.js";
export * from "./history/changes/arms.js";
export * from "./history/changes/check-changes.js";
export * from "./history/changes/embedding.js";
export * from "./history/changes/enum-values.js";
export * from "./history/changes/error-changes.js";
export * from "./history/changes/event-changes.js";
export * from "./history/changes/expansion.js";
export * from "./history/changes/header-changes.js";
export * from "./history/changes/limits.js";
export * from "./history/changes/list-changes.js";
export * from "./history/changes/merged.js";
export {
  dispatchedTo,
  keysWere,
  methodAdded,
  methodNeeds,
  methodRemoved,
  methodWas,
  routeWas,
  successStatusWas,
} from "./history/changes/method-changes.js";
export * from "./history/changes/nested-keys.js";
export * from "./history/changes/nullness.js";
export * from "./history/changes/nullness.js";
export * from "./history/changes/other-changes.js";
export * from "./history/changes/outcome-changes.js";
export * from "./history/changes/presence.js";
export * from "./history/changes/removed.js";
export * from "./history/changes/renamed-to.js";
export * from "./history/changes/resource-changes.js";
export * from "./history/changes/retyped.js";
export * from "./history/changes/split-into.js";
export * from "./history/changes/view-of.js";
export * from "./history/changes/was-object.js";
export * from "./history/conversions/index.js";
export * from "./history/edit/index.js";
export { type FieldVerb, field, param } from "./history/field.js";
export { type GateModule, gate } from "./history/gate.js";
export type { Amendment } from "./history/read-amendments.js";
export { type AfterSunset, isLive, nextLive, type Retirement } from "./history/retirement.js";
export type { Timeline } from "./history/timeline.js";
export type { GateEntry, Version } from "./history/versions.js";
export * from "./http/index.js";
export type * from "./pipeline/account-store.js";
export type { Call, Layer, Next } from "./pipeline/call.js";
export * from "./pipeline/errors.js";
export * from "./pipeline/headers.js";
export * from "./pipeline/memory-store.js";
export type { RateLimit } from "./pipeline/rate-limiter.js";
export { defaultLayers, type RunningApi, serveApi } from "./pipeline/serve-api.js";
export type { RequestEntry, ServeSettings } from "./pipeline/served.js";
