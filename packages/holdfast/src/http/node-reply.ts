import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { SentResponse, WireResponse } from "./message.js";
import { announcesBody } from "./node-request.js";
import { bodyOf } from "./transport.js";

/** For how long a refused client may go on sending, so that it gets to read the refusal. */
const LINGER_MS = 1000;

/**
 * Sends a response. For HEAD it has the headers of its body, and no body.
 *
 * @throws TypeError or RangeError when the status or a header cannot be sent; nothing is sent then
 */
export function reply(response: ServerResponse, answer: SentResponse, close: boolean): void {
  writeHead(response, answer, close);
  response.end(bodyOf(answer) ?? undefined);
}

/**
 * Answers a request whose body is not wanted, and closes. The answer goes out at once, but what the
 * client still sends is thrown away for a moment first: a connection closed with bytes unread is
 * reset, and the client would lose the answer.
 */
export function refuse(
  message: IncomingMessage,
  response: ServerResponse,
  answer: SentResponse,
): void {
  if (message.complete || !announcesBody(message)) {
    reply(response, answer, true);
    return;
  }
  writeHead(response, answer, true);
  response.flushHeaders();
  response.write(answer.body);
  const finish = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(finish, LINGER_MS).unref();
  message.once("end", finish).once("close", finish).resume();
}

/** Answers, by its socket alone, a request that Node could not read, and closes. */
export function replyRaw(socket: Socket, answer: WireResponse): void {
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    `Date: ${new Date().toUTCString()}`,
    ...Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(answer.body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${answer.body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function writeHead(response: ServerResponse, answer: SentResponse, close: boolean): void {
  // An earlier answer may have failed half-way through its headers.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (answer.status < 200) throw new RangeError(`${answer.status} is no final status`);
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  response.removeHeader("transfer-encoding");
  if (close) response.setHeader("connection", "close");
  if (answer.status !== 204 && answer.status !== 304) {
    response.setHeader("content-length", Buffer.byteLength(bodyOf(answer) ?? ""));
  }
  response.writeHead(answer.status);
}
