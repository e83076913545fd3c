import { error } from "../definition/error.js";
import * as validation from "../definition/validation-errors.js";

const invalid = { type: "invalid_request_error" } as const;

/** No key, or one that cannot be read. */
export const keyMissing = error("key_missing", {
  ...invalid,
  status: 401,
  description: "The request carries no API key, or one that cannot be read.",
  message: "{reason} Send your key as a bearer token or as the user name of Basic authentication.",
});

/** A key that is not known, or no longer. */
export const keyUnknown = error("key_unknown", {
  ...invalid,
  status: 401,
  description: "The API key is not known, was revoked, or has expired.",
  message: "Invalid API key provided: {key}.",
});

/** A key that may not do this. */
export const permissionDenied = error("permission_denied", {
  ...invalid,
  status: 403,
  description: "The API key may not call this method.",
  message: "This API key may not call {method}{reason}.",
});

/** A version that is not one. */
export const versionUnknown = error("version_unknown", {
  ...invalid,
  status: 400,
  description: "The version header names no version, or was sent twice.",
  message: "Invalid {header}: {reason}.",
});

/** A version whose sunset has passed. */
export const versionRetired = error("version_retired", {
  ...invalid,
  status: 410,
  code: "version_retired",
  description: "The version's sunset has passed: it is no longer served.",
  message: "The version {version} was retired on {sunset}. Move to {next} or a newer one.{help}",
});

/** A version that this process does not know yet. */
export const versionUnavailable = error("version_unavailable", {
  type: "api_error",
  status: 503,
  description: "The account's version is not known to this server yet. Try again shortly.",
  message: "The version {version} is not served here yet. Please try again shortly.",
});

/** A route that does not exist at the caller's version. */
export const routeUnknown = error("route_unknown", {
  ...invalid,
  status: 404,
  description: "There is no method at this path, at the caller's version.",
  message: "Unrecognized request URL ({verb} {path}).{help}",
});

/** A record of something that the caller's version does not have. */
export const absentAtVersion = error("absent_at_version", {
  ...invalid,
  status: 404,
  description: "What was asked for exists, but not at the caller's version.",
  message: "There is no such object at your version.",
});

/** A method that the caller's version is too old for. */
export const versionTooOld = error("version_too_old", {
  ...invalid,
  status: 400,
  description: "The method needs a newer version than the caller's.",
  message: "{method} needs version {needed} or newer, and this request was served at {version}.",
});

/** A path that takes other verbs. */
export const verbNotAllowed = error("verb_not_allowed", {
  ...invalid,
  status: 405,
  description: "The path takes other HTTP methods than the one that was sent.",
  message: "{verb} is not allowed at {path}; it takes {allowed}.",
});

/** A request whose body or query cannot be decoded. */
export const requestMalformed = error("request_malformed", {
  ...invalid,
  status: 400,
  code: "request_malformed",
  description: "The query string or the body cannot be decoded.",
  message: "{reason}",
});

/** A body in a format, charset or encoding that is not taken. */
export const mediaTypeUnsupported = error("media_type_unsupported", {
  ...invalid,
  status: 415,
  description: "The body is in a format, charset or encoding that is not taken.",
  message: "{reason}",
});

/** A request that holds too much. */
export const requestTooLarge = error("request_too_large", {
  ...invalid,
  status: 413,
  description: "The request holds more than the server takes.",
  message: "{reason}",
});

/** Too many requests. */
export const rateLimited = error("rate_limited", {
  ...invalid,
  status: 429,
  description: "The key made too many requests in a short time.",
  message: "Too many requests. Please wait {seconds} s before you try again.",
});

/** An idempotency key that came back with other params. */
export const idempotencyMismatch = error("idempotency_mismatch", {
  status: 400,
  type: "idempotency_error",
  description: "An idempotency key was used again with other params.",
  message:
    "Keys for idempotent requests can only be used with the params of the first request. Use another key than '{key}' for another request.",
});

/** An idempotency key whose first request is not answered yet. */
export const idempotencyInFlight = error("idempotency_in_flight", {
  status: 409,
  type: "idempotency_error",
  code: "idempotency_key_in_use",
  description: "The first request with the idempotency key is still being worked on.",
  message: "Another request with the idempotency key '{key}' is still being worked on.",
});

/** An idempotency key that is too long, or sent twice. */
export const idempotencyKeyInvalid = error("idempotency_key_invalid", {
  ...invalid,
  status: 400,
  description: "The idempotency key is longer than 255 characters, empty, or was sent twice.",
  message: "Invalid Idempotency-Key: {reason}.",
});

/** A server with too much to do. */
export const serverBusy = error("server_busy", {
  type: "api_error",
  status: 503,
  description: "The server was too busy to carry the request out. Nothing was done; try again.",
  message: "We were too busy to carry out this request. Nothing was done. Please try again.",
});

/** A failure of the server. */
export const internalError = error("internal_error", {
  type: "api_error",
  status: 500,
  description: "The server failed. What the request wrote was undone.",
  message: "Something went wrong on our side (request {request}). It was recorded.",
});

/** Every error that the framework raises by itself. Gates can change them like any other. */
export const frameworkErrors = [
  keyMissing,
  keyUnknown,
  permissionDenied,
  versionUnknown,
  versionRetired,
  versionUnavailable,
  routeUnknown,
  versionTooOld,
  absentAtVersion,
  verbNotAllowed,
  requestMalformed,
  mediaTypeUnsupported,
  requestTooLarge,
  rateLimited,
  idempotencyMismatch,
  idempotencyInFlight,
  idempotencyKeyInvalid,
  serverBusy,
  internalError,
  ...Object.values(validation),
] as const;
