import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serve } from "./node-server.js";
import { expectError, parsed, talk } from "./server.fixture.js";

/** The paths of the requests that reached the API. */
const seen: string[] = [];
let server: RunningServer;
let port: number;

beforeAll(async () => {
  server = await serve(
    async (request) => {
      seen.push(request.path);
      const body = Buffer.from(request.body).toString("latin1");
      return { status: 200, headers: {}, body: `${request.method} ${request.path} ${body}` };
    },
    {
      maxBodyBytes: 1000,
      headersTimeoutMs: 250,
      requestTimeoutMs: 500,
      keepAliveTimeoutMs: 100,
    },
  );
  port = server.port;
});
afterAll(() => server.close());

const HOST = "Host: a\r\n";

describe.concurrent("a body over the limit", () => {
  it("is refused by its length, before any of it comes", async () => {
    const heard = await talk(
      port,
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 1001\r\n\r\n`,
      (text) => text.includes("body_too_large"),
    );
    expectError(heard.text, 413, "body_too_large");
  });

  it("is refused as soon as its chunks are over the limit", async () => {
    const chunk = `1f4\r\n${"a".repeat(500)}\r\n`;
    const sent = `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`;
    const heard = await talk(port, sent, (text) => text.includes("body_too_large"));
    expectError(heard.text, 413, "body_too_large");
  });

  it("is let come to its end after the refusal, so that no reset overtakes it", async () => {
    const start = performance.now();
    const heard = await talk(port, (socket) => {
      socket.write(`POST /never HTTP/1.1\r\n${HOST}Content-Length: 5000\r\n\r\n`);
      for (let part = 1; part <= 5; part++) {
        setTimeout(() => socket.write("a".repeat(1000)), part * 40);
      }
    });
    const took = performance.now() - start;
    expect([heard.closed, took > 190, took < 800]).toEqual([true, true, true]);
    expectError(heard.text, 413, "body_too_large");
    expect(seen).not.toContain("/never");
  });

  it("closes on a client that never stops sending", async () => {
    const heard = await talk(port, (socket) => {
      socket.write(`POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`);
      const timer = setInterval(() => socket.write(`3e8\r\n${"a".repeat(1000)}\r\n`), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(heard.closed).toBe(true);
    expectError(heard.text, 413, "body_too_large");
  });

  it("is refused instead of a 100 Continue", async () => {
    const head = `POST / HTTP/1.1\r\n${HOST}Expect: 100-continue\r\n`;
    const over = await talk(port, `${head}Content-Length: 1001\r\n\r\n`, (text) =>
      text.includes("body_too_large"),
    );
    expectError(over.text, 413, "body_too_large");
    const under = await talk(port, `${head}Content-Length: 3\r\n\r\nabc`, (text) =>
      text.includes("abc"),
    );
    expect(under.text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it("is not one that is just at the limit", async () => {
    const body = "a".repeat(1000);
    const sent = `POST / HTTP/1.1\r\n${HOST}Content-Length: 1000\r\n\r\n${body}`;
    const heard = await talk(port, sent, (text) => text.endsWith(body));
    expect(parsed(heard.text).status).toBe(200);
  });
});

describe.concurrent("a slow client", () => {
  it.each<[string, string]>([
    ["headers", `GET /never HTTP/1.1\r\n${HOST}`],
    [
      "a body that is shorter than it said",
      `POST /never HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\nabc`,
    ],
    [
      "chunks that do not end",
      `POST /never HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n`,
    ],
  ])("gets a 408 for %s", async (_, sent) => {
    const heard = await talk(port, sent);
    expect(heard.closed).toBe(true);
    expectError(heard.text, 408, "request_timeout");
    expect(seen).not.toContain("/never");
  });

  it.each<[string, string, string]>([
    ["headers", `GET / HTTP/1.1\r\n${HOST}`, "a: b\r\n"],
    ["bodies", `POST / HTTP/1.1\r\n${HOST}Content-Length: 900\r\n\r\n`, "a"],
  ])("gains no time by sending a little of its %s now and then", async (_, start, drop) => {
    const heard = await talk(port, (socket) => {
      socket.write(start);
      const timer = setInterval(() => socket.write(drop), 50);
      socket.on("close", () => clearInterval(timer));
    });
    expect(heard.closed).toBe(true);
    expectError(heard.text, 408, "request_timeout");
  });

  it("is left without a word if it never said one", async () => {
    expect(await talk(port, "")).toEqual({ text: "", closed: true });
  });

  it("is left after its idle time between two requests", async () => {
    const heard = await talk(port, `GET / HTTP/1.1\r\n${HOST}\r\n`);
    expect(heard.closed).toBe(true);
    expect(parsed(heard.text).status).toBe(200);
  });
});
