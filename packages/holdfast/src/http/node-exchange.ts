import type { IncomingMessage, ServerResponse } from "node:http";
import type { SentResponse } from "./message.js";
import { readBody } from "./node-body.js";
import type { Connections } from "./node-connections.js";
import { refuse, reply } from "./node-reply.js";
import { announcesBody, requestHead } from "./node-request.js";
import { type FullTransportOptions, tooLarge, type WireHandler } from "./transport.js";
import { type TransportErrorCode, transportError } from "./transport-error.js";

/** What one exchange needs to know of its server. */
export interface ExchangeContext extends FullTransportOptions {
  readonly handle: WireHandler;
  readonly connections: Connections;
  readonly responseTimeoutMs: number;
}

const noBody = new Uint8Array(0);

/**
 * One request and its response.
 *
 * @param waits whether the client waits for `100 Continue` before it sends its body
 */
export async function exchange(
  context: ExchangeContext,
  message: IncomingMessage,
  response: ServerResponse,
  waits: boolean,
): Promise<void> {
  // A request behind one that ends its connection will get no answer, so it must not be carried out.
  if (context.connections.isEnding(message.socket)) return;
  // An error of a stream that nobody hears ends the process; "close" says all that matters.
  response.on("error", () => {});
  const head = requestHead(message);
  if (head.problem !== undefined) return refused(context, message, response, head.problem);
  let body: Uint8Array = noBody;
  if (announcesBody(message)) {
    const refusedTooLarge = async (): Promise<void> => {
      take(context, message, response);
      refuse(message, response, await tooLarge(context, head.request));
    };
    if (Number(message.headers["content-length"]) > context.maxBodyBytes) return refusedTooLarge();
    if (waits) response.writeContinue();
    const read = await readBody(message, context.maxBodyBytes);
    if (read === "aborted") return;
    if (read === "too_large") return refusedTooLarge();
    body = read;
  }
  context.connections.answer(message.socket, response);
  const send = (answer: SentResponse): void => {
    reply(response, answer, context.connections.isLastAnswer(message.socket));
    const late = setTimeout(() => message.socket.destroy(), context.responseTimeoutMs).unref();
    response.once("close", () => clearTimeout(late));
  };
  try {
    send(await context.handle({ ...head.request, body }));
  } catch (error) {
    context.onError(error);
    send(transportError("internal_error", context.renderError));
  }
}

/** Answers with an error, without having read the whole request, and ends the connection. */
export function refused(
  context: ExchangeContext,
  message: IncomingMessage,
  response: ServerResponse,
  code: TransportErrorCode,
): void {
  take(context, message, response);
  refuse(message, response, transportError(code, context.renderError));
}

/** Says that this is the last answer of its connection. */
function take(
  { connections }: ExchangeContext,
  { socket }: IncomingMessage,
  response: ServerResponse,
): void {
  connections.answer(socket, response);
  connections.end(socket);
}
