import { frameworkHeader } from "../definition/response-header.js";

/** The id of the request, as the request log has it. */
export const requestIdHeader = frameworkHeader(
  "Request-Id",
  "The request's id: name it when you ask for help.",
);

/** How long to wait before the request is sent again (RFC 9110, section 10.2.3). */
export const retryAfterHeader = frameworkHeader(
  "Retry-After",
  "Seconds to wait before the request is sent again.",
);

/** Says that an answer is the stored one of an idempotency key. */
export const idempotentReplayedHeader = frameworkHeader(
  "Idempotent-Replayed",
  "`true` where the answer is the stored one of the request's idempotency key.",
);

/** Since when the version is advised against, or will be (RFC 9745). */
export const deprecationHeader = frameworkHeader(
  "Deprecation",
  "Since when the version that was asked for is advised against: `@` and seconds since 1970.",
);

/** When the version will no longer be served (RFC 8594). */
export const sunsetHeader = frameworkHeader(
  "Sunset",
  "When the version that was asked for will no longer be served, or since when it is not.",
);

/** Every header that the framework sends by itself. Gates can change them like any other. */
export const frameworkHeaders = [
  requestIdHeader,
  retryAfterHeader,
  idempotentReplayedHeader,
  deprecationHeader,
  sunsetHeader,
] as const;
