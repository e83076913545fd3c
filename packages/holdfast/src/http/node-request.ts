import type { IncomingMessage } from "node:http";
import type { WireRequest } from "./message.js";
import type { TransportErrorCode } from "./transport-error.js";

/** A request without its body yet, or why it is refused before its body is read. */
export type RequestHead =
  | { readonly problem: TransportErrorCode }
  | { readonly problem?: undefined; readonly request: Omit<WireRequest, "body"> };

const hostCharacters = /^[\w.\-:[\]%~!$&'()*+;=]*$/;

/**
 * Reads the head of a request and holds it to what Node's parser lets pass: one `Host` (RFC 9112,
 * section 3.2), HTTP/1.0 or 1.1, no transfer coding but `chunked`, a target that is a path.
 */
export function requestHead(message: IncomingMessage): RequestHead {
  const version = message.httpVersion;
  if (version !== "1.1" && version !== "1.0") return { problem: "unsupported_http_version" };
  const headers = headersOf(message.rawHeaders);
  const host = headers.host;
  if (host === undefined && version === "1.1") return { problem: "missing_host" };
  if (typeof host === "object") return { problem: "repeated_host" };
  if (host !== undefined && !hostCharacters.test(host)) return { problem: "malformed_host" };
  const coding = headers["transfer-encoding"];
  if (coding !== undefined && !(version === "1.1" && /^chunked$/i.test(String(coding)))) {
    return { problem: "unsupported_transfer_encoding" };
  }
  const target = originForm(message.url ?? "");
  if (target === undefined) return { problem: "malformed_target" };
  const mark = target.indexOf("?");
  return {
    request: {
      method: message.method ?? "GET",
      path: mark === -1 ? target : target.slice(0, mark),
      query: mark === -1 ? "" : target.slice(mark + 1),
      headers,
    },
  };
}

/** Whether the request announces a body; if not, there is nothing to wait for. */
export function announcesBody(message: IncomingMessage): boolean {
  const { "content-length": length, "transfer-encoding": coding } = message.headers;
  return coding !== undefined || (length !== undefined && Number(length) > 0);
}

/** Read from the raw list, because Node drops the second of some headers without a word. */
function headersOf(raw: readonly string[]): WireRequest["headers"] {
  const headers = Object.create(null) as Record<string, string | string[]>;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] as string).toLowerCase();
    const value = raw[i + 1] as string;
    const earlier = headers[name];
    if (earlier === undefined) headers[name] = value;
    else if (typeof earlier === "string") headers[name] = [earlier, value];
    else earlier.push(value);
  }
  return headers;
}

/** The path and query of a target in origin form, absolute form or `*` (RFC 9112, section 3.2). */
function originForm(url: string): string | undefined {
  if (url.startsWith("/") || url === "*") return url;
  const rest = /^https?:\/\/[^/?#]+(.*)$/is.exec(url)?.[1];
  if (rest === undefined) return undefined;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
