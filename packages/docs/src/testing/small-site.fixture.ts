import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pageScript } from "../script/page-script.js";
import { buildPageScript } from "./chromium.fixture.js";

/** One page with the pages' script, for what payments has not. */
export interface SmallSite {
  readonly url: string;
  /** The open connections to `/events`. */
  readonly listening: ReadonlySet<ServerResponse>;
  close(): void;
}

/**
 * Serves one page at every path.
 *
 * @param body the page's `<body>`, with its tags
 */
export async function startSmallSite(body: string): Promise<SmallSite> {
  buildPageScript();
  const script = pageScript();
  const page = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
<script type="module" src="/docs.js"></script></head>${body}</html>`;
  const listening = new Set<ServerResponse>();
  const server = createServer(({ url }, response) => {
    if (url === "/events") {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      listening.add(response);
      response.on("close", () => listening.delete(response));
      return;
    }
    const isScript = url === "/docs.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listening,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
