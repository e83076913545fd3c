import { connect, type Socket } from "node:net";
import { afterEach, expect } from "vitest";
import type { WireResponse } from "./message.js";
import { type RunningServer, type ServeOptions, serve } from "./node-server.js";
import type { WireHandler } from "./transport.js";

/** A starter of servers, for one test file, that closes them after each test. */
export function serverStarter(): (
  handle: WireHandler,
  options?: ServeOptions,
) => Promise<RunningServer> {
  const servers: RunningServer[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));
  return async (handle, options = {}) => {
    const server = await serve(handle, { onError: () => {}, ...options });
    servers.push(server);
    return server;
  };
}

export const ok = (body = "{}", headers: Record<string, string> = {}): WireResponse => ({
  status: 200,
  headers: { "content-type": "application/json", ...headers },
  body,
});

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** What a server said on one connection, and how it left it. */
export interface Heard {
  readonly text: string;
  /** Whether the server closed the connection; if not, the wait was over. */
  readonly closed: boolean;
}

/**
 * Opens a connection, sends the text as Latin-1 and listens until the server closes, or until
 * `enough` says so, or for three seconds.
 */
export function talk(
  port: number,
  sent: string | ((socket: Socket) => void),
  enough: (text: string) => boolean = () => false,
): Promise<Heard> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1");
    const settle = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    const timer = setTimeout(settle, 3000, false);
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      text += chunk;
      if (enough(text)) settle(false);
    });
    // A reset counts as closed: some of these servers' clients deserve one.
    socket.on("error", () => {}).on("close", () => settle(true));
    socket.on("connect", () => {
      if (typeof sent === "string") socket.write(sent, "latin1");
      else sent(socket);
    });
  });
}

/** The status, headers and body of the first response in what was heard. */
export function parsed(text: string): {
  status: number;
  headers: Record<string, string>;
  body: string;
} {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(first.split(" ")[1]),
    headers: Object.fromEntries(headers),
    body: rest.join("\r\n\r\n"),
  };
}

/** Expects that what was heard is one error of the transport, and that the connection ends. */
export function expectError(text: string, status: number, code: string): void {
  const answer = parsed(text);
  expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([status, code]);
  expect(answer.headers).toMatchObject({
    connection: "close",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(answer.body)),
  });
  expect(answer.headers).toHaveProperty("date");
}
