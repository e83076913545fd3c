import { isToken, singleHeader } from "./header.js";
import type { WireRequest, WireResponse } from "./message.js";

/** What browsers on other sites may do. Any origin may call: keys, not cookies, give access. */
export interface CorsOptions {
  /** The methods that a preflight allows. */
  readonly methods?: readonly string[];
  /** The response headers that scripts may read. */
  readonly exposeHeaders?: readonly string[];
  /** For how many seconds a browser may remember a preflight's answer. */
  readonly maxAgeSeconds?: number;
}

const defaultMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const defaultExposed = ["Request-Id"];
const DEFAULT_MAX_AGE_SECONDS = 7200;
const MAX_REQUESTED_HEADERS = 100;

/** The CORS headers of an ordinary response: none when the request has no `Origin`. */
export function corsHeaders(
  request: WireRequest,
  options: CorsOptions = {},
): Readonly<Record<string, string>> {
  if (request.headers.origin === undefined) return {};
  const exposed = options.exposeHeaders ?? defaultExposed;
  return {
    "access-control-allow-origin": "*",
    ...(exposed.length > 0 && { "access-control-expose-headers": exposed.join(", ") }),
  };
}

/**
 * The answer to a CORS preflight (Fetch standard, "CORS-preflight request"), or null when the
 * request is none. The headers that the browser asks for are allowed if they are header names.
 */
export function preflight(request: WireRequest, options: CorsOptions = {}): WireResponse | null {
  if (request.method !== "OPTIONS" || request.headers.origin === undefined) return null;
  if (request.headers["access-control-request-method"] === undefined) return null;
  const headers = requestedHeaders(request);
  return {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": (options.methods ?? defaultMethods).join(", "),
      ...(headers.length > 0 && { "access-control-allow-headers": headers.join(", ") }),
      "access-control-max-age": String(options.maxAgeSeconds ?? DEFAULT_MAX_AGE_SECONDS),
    },
    body: "",
  };
}

function requestedHeaders(request: WireRequest): readonly string[] {
  const header = singleHeader(request, "access-control-request-headers");
  if (header.twice || header.value === undefined) return [];
  const names = header.value.split(",").map((name) => name.trim());
  return names.length <= MAX_REQUESTED_HEADERS && names.every(isToken) ? names : [];
}
