import type { SentResponse, WireRequest } from "./message.js";
import {
  bodyOf,
  type TransportOptions,
  tooLarge,
  type WireHandler,
  withDefaults,
} from "./transport.js";
import { type TransportErrorCode, transportError } from "./transport-error.js";

const encoder = new TextEncoder();

/**
 * Makes an API a function from a WHATWG `Request` to a `Response`, as run-times other than Node
 * and frameworks that mount handlers call it. An API that rejects is a 500; the result never does.
 */
export function toFetchHandler(
  handle: WireHandler,
  options: TransportOptions = {},
): (request: Request) => Promise<Response> {
  const full = withDefaults(options);
  return async (request) => {
    const failed = (code: TransportErrorCode): Response =>
      toResponse(request, transportError(code, full.renderError));
    const body = await readBody(request, full.maxBodyBytes);
    if (body === "incomplete_body") return failed(body);
    const url = new URL(request.url);
    const head = {
      method: request.method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: headersOf(request),
    };
    try {
      const answer =
        body === "body_too_large" ? await tooLarge(full, head) : await handle({ ...head, body });
      return toResponse(request, answer);
    } catch (error) {
      full.onError(error);
      return failed("internal_error");
    }
  };
}

function toResponse(request: Request, answer: SentResponse): Response {
  const body = bodyOf(answer);
  const content = typeof body === "string" ? encoder.encode(body) : body;
  const headers = new Headers(answer.headers);
  if (content !== null) headers.set("content-length", String(content.length));
  const { status } = answer;
  return new Response(request.method === "HEAD" ? null : content, { status, headers });
}

function headersOf(request: Request): WireRequest["headers"] {
  const headers = Object.create(null) as Record<string, string>;
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
}

async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array | "body_too_large" | "incomplete_body"> {
  if (request.body === null) return new Uint8Array(0);
  if (Number(request.headers.get("content-length")) > maxBytes) return "body_too_large";
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of request.body) {
      length += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (length > maxBytes) return "body_too_large";
      chunks.push(chunk);
    }
    return concatenated(chunks, length);
  } catch {
    return "incomplete_body";
  }
}

function concatenated(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
