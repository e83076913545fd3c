import { isToken } from "../http/header.js";

/** Headers that belong to HTTP, to a transport or to the framework, and to no author. */
const TAKEN = new Set([
  "accept",
  "access-control-request-headers",
  "access-control-request-method",
  "authorization",
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "cookie",
  "date",
  "expect",
  "host",
  "idempotency-key",
  "keep-alive",
  "origin",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whether a text may name a header that an API defines. */
export function isHeaderName(name: string): boolean {
  return isToken(name) && !TAKEN.has(name.toLowerCase());
}
