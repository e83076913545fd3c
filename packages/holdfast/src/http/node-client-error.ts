import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { Connections } from "./node-connections.js";
import { replyRaw } from "./node-reply.js";
import { type RenderError, type TransportErrorCode, transportError } from "./transport-error.js";

/** Answers what Node cannot read as a request, or not in time, and closes the connection. */
export function answerClientErrors(
  server: Server,
  connections: Connections,
  renderError: RenderError,
): void {
  server.on("clientError", (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    // What comes after the first error is noise.
    if (connections.isEnding(socket)) return;
    connections.end(socket);
    // The answer to the request before would be taken for this one's: it goes out, then all ends.
    if (connections.isAnswering(socket)) return;
    // To a client that never said anything, an answer would look like one to its first request.
    if (!socket.writable || socket.bytesRead === 0 || error.code === "ECONNRESET") socket.destroy();
    else replyRaw(socket, transportError(codeOf(error), renderError));
  });
}

function codeOf(error: NodeJS.ErrnoException): TransportErrorCode {
  switch (error.code) {
    case "HPE_HEADER_OVERFLOW":
      return "headers_too_large";
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return "body_too_large";
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return "request_timeout";
    case "HPE_INVALID_VERSION":
    case "HPE_PAUSED_H2_UPGRADE":
      return "unsupported_http_version";
    default:
      return "malformed_request";
  }
}
