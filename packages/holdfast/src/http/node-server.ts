import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { answerClientErrors } from "./node-client-error.js";
import { Connections } from "./node-connections.js";
import { type ExchangeContext, exchange, refused } from "./node-exchange.js";
import { type TransportOptions, type WireHandler, withDefaults } from "./transport.js";

/** How to serve. Times are in milliseconds. */
export interface ServeOptions extends TransportOptions {
  /** The address to listen on. Default: `127.0.0.1`; `0.0.0.0` or `::` for every one. */
  readonly host?: string;
  /** Default: 0, which takes any free port. */
  readonly port?: number;
  /** How long the headers of a request may take to arrive. Default: 5 s. */
  readonly headersTimeoutMs?: number;
  /** How long a whole request may take to arrive. Default: 10 s. */
  readonly requestTimeoutMs?: number;
  /**
   * How long a connection may stay idle between requests. Default: 10 s. Behind a load balancer it
   * must be longer than the balancer's own.
   */
  readonly keepAliveTimeoutMs?: number;
  /** How long a client may take to accept a response. Default: 10 s. */
  readonly responseTimeoutMs?: number;
  /** How long `close` waits for what is under way. Default: 10 s. */
  readonly closeTimeoutMs?: number;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Where it can be reached from this machine, without a trailing slash. */
  readonly url: string;
  /** Takes no more connections, lets requests under way finish, then closes. Never rejects. */
  close(): Promise<void>;
}

/**
 * Serves an API on HTTP/1.1 (RFC 9112). Whatever clients send or fail to send is answered or closed
 * within the limits of `options`; the API sees only whole, unambiguous requests. An API that
 * rejects is a 500.
 *
 * @throws when the address cannot be listened on, or a time is out of range
 */
export async function serve(
  handle: WireHandler,
  options: ServeOptions = {},
): Promise<RunningServer> {
  const requestTimeout = options.requestTimeoutMs ?? 10_000;
  const headersTimeout = Math.min(options.headersTimeoutMs ?? 5_000, requestTimeout);
  const server = createServer({
    requestTimeout,
    headersTimeout,
    // Node looks for late requests only this often.
    connectionsCheckingInterval: Math.min(500, Math.ceil(headersTimeout / 4)),
    keepAliveTimeout: options.keepAliveTimeoutMs ?? 10_000,
    // A missing Host is refused by the exchange, with a body.
    requireHostHeader: false,
  });
  // Beyond a count Node drops headers without a word; their size is limited anyway.
  server.maxHeadersCount = 0;

  const connections = new Connections(server);
  const transport = withDefaults(options);
  const context: ExchangeContext = {
    ...transport,
    handle,
    connections,
    responseTimeoutMs: options.responseTimeoutMs ?? 10_000,
  };
  const listener =
    (waits: boolean): RequestListener =>
    (message, response) => {
      exchange(context, message, response, waits).catch(() => message.socket.destroy());
    };
  server.on("request", listener(false));
  server.on("checkContinue", listener(true));
  server.on("checkExpectation", (message, response) => {
    refused(context, message, response, "unsupported_expectation");
  });
  answerClientErrors(server, connections, transport.renderError);

  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, host, () => {
      server.off("error", reject).on("error", transport.onError);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    port,
    url: `http://${reachable(host)}:${port}`,
    close: () => {
      closed ??= connections.close(options.closeTimeoutMs ?? 10_000);
      return closed;
    },
  };
}

function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
