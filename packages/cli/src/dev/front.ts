import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Runner } from "./runner.js";

/** The port that browsers and clients see while the processes behind it come and go. */
export interface Front {
  readonly port: number;
  /** The page that was last read, with its query. */
  readonly page: string;
  /** Sends requests to another process from now on. */
  lead(runner: Runner): void;
  /** Tells open pages to load themselves again. */
  reload(): void;
  /** Shows a problem in open pages, and in those that are opened; undefined for none. */
  tell(problem: string | undefined): void;
  close(): void;
}

const EVENTS = "/docs/-/dev";

/**
 * Listens for good.
 * @throws where the port is taken
 */
export async function openFront(port: number, host: string): Promise<Front> {
  let current: Runner | undefined;
  let problem: string | undefined;
  let page = "/docs";
  const listening = new Set<ServerResponse>();
  const send = (event: string, data: string) => {
    for (const response of listening) response.write(eventText(event, data));
  };
  const server = createServer((message, response) => {
    const path = (message.url ?? "").split("?", 1)[0] ?? "";
    if (path.endsWith(EVENTS)) {
      listen(response, listening);
      if (problem !== undefined) response.write(eventText("problem", problem));
    } else if (current) {
      if (message.headers.accept?.includes("text/html")) page = message.url ?? page;
      forward(message, response, current);
    } else {
      explain(response, problem);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    get page() {
      return page;
    },
    lead(runner) {
      current = runner;
    },
    reload: () => send("reload", ""),
    tell(told) {
      problem = told;
      if (told === undefined) send("well", "");
      else send("problem", told);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A stream of events (HTML standard, "Server-sent events"). */
function listen(response: ServerResponse, listening: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  // A page whose server was away comes back at once.
  response.write("retry: 200\n\n");
  listening.add(response);
  response.on("close", () => listening.delete(response));
}

function eventText(event: string, data: string): string {
  const lines = data.split("\n").map((line) => `data: ${line}`);
  return `event: ${event}\n${lines.join("\n")}\n\n`;
}

function forward(
  message: IncomingMessage,
  response: ServerResponse,
  { port, agent }: Runner,
): void {
  const { method, url, headers } = message;
  const options = { host: "127.0.0.1", port, agent, method, path: url, headers };
  const sent = request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  sent.on("error", () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { "content-type": "text/plain" }).end("The server is away.\n");
  });
  message.pipe(sent);
}

/** Before anything could be served: what is wrong, in a page that loads itself again. */
function explain(response: ServerResponse, problem: string | undefined): void {
  const text = (problem ?? "The API is being started …").replace(
    /[&<>]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": "1",
  });
  response.end(
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Not yet</title><pre>${text}</pre>\n`,
  );
}
