import type { WireResponse } from "./message.js";

/** What a transport answers by itself, before or instead of the API: id → status and message. */
export const transportErrors = {
  malformed_request: { status: 400, message: "The request is not valid HTTP/1.1." },
  unsupported_http_version: {
    status: 400,
    message: "This server speaks HTTP/1.1 on this port, not the HTTP version of the request.",
  },
  malformed_target: { status: 400, message: "The request's target is not a path." },
  missing_host: { status: 400, message: "The `Host` header is missing." },
  repeated_host: { status: 400, message: "The `Host` header was sent more than once." },
  malformed_host: { status: 400, message: "The `Host` header is malformed." },
  unsupported_transfer_encoding: {
    status: 400,
    message: "The only transfer coding that is understood is `chunked`, and it needs HTTP/1.1.",
  },
  incomplete_body: { status: 400, message: "The request's body ended too early." },
  request_timeout: { status: 408, message: "The request took too long to arrive." },
  body_too_large: { status: 413, message: "The request's body is too large." },
  unsupported_expectation: { status: 417, message: "The `Expect` header cannot be met." },
  headers_too_large: { status: 431, message: "The request's headers are too large." },
  internal_error: { status: 500, message: "The server failed. The failure has been recorded." },
} as const satisfies Record<string, { status: number; message: string }>;

export type TransportErrorCode = keyof typeof transportErrors;

/** Shapes the JSON body of an error that the transport answers by itself. */
export type RenderError = (status: number, code: TransportErrorCode, message: string) => string;

/** The body of a transport error when the API gives no shape of its own. */
export const renderPlainError: RenderError = (status, code, message) =>
  JSON.stringify({
    error: { type: status >= 500 ? "api_error" : "invalid_request_error", code, message },
  });

/** The response to a transport error. A `render` that throws is passed over: this must not fail. */
export function transportError(code: TransportErrorCode, render: RenderError): WireResponse {
  const { status, message } = transportErrors[code];
  let body: string;
  try {
    body = render(status, code, message);
  } catch {
    body = renderPlainError(status, code, message);
  }
  return { status, headers: { "content-type": "application/json" }, body };
}
