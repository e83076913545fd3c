import { Agent, request as httpRequest, type RequestOptions } from "node:http";
import { describe, expect, it } from "vitest";
import type { WireRequest } from "./message.js";
import { type RunningServer, serve } from "./node-server.js";
import { ok, parsed, pause, serverStarter, talk } from "./server.fixture.js";

const started = serverStarter();

/** One request through node:http, whose agent says whether the connection was used before. */
function send(
  server: RunningServer,
  options: RequestOptions,
  body = "",
): Promise<{ status: number | undefined; text: string; reused: boolean }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port: server.port, host: "127.0.0.1", ...options }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode, text, reused: sent.reusedSocket });
      });
    });
    sent.on("error", reject).end(body);
  });
}

describe("serve", () => {
  it("gives the API a request as it was sent", async () => {
    const seen: WireRequest[] = [];
    const server = await started(async (request) => {
      seen.push(request);
      return ok();
    });
    const sent = [
      "POST /v1/a%20b?x=%5B1%5D&y=%C3%A9?z HTTP/1.1",
      "Host: a",
      "X-Two: 1",
      "Authorization: Bearer a",
      "x-two: 2",
      "AUTHORIZATION: Bearer b",
      "__proto__: c",
      "Content-Length: 3",
    ];
    const text = Buffer.from(`${sent.join("\r\n")}\r\n\r\nabc`).toString("latin1");
    await talk(server.port, text, (heard) => heard.endsWith("{}"));
    const [{ body, headers, ...rest } = { body: undefined, headers: {} }] = seen;
    expect(rest).toEqual({ method: "POST", path: "/v1/a%20b", query: "x=%5B1%5D&y=%C3%A9?z" });
    expect(Object.entries(headers)).toEqual([
      ["host", "a"],
      ["x-two", ["1", "2"]],
      ["authorization", ["Bearer a", "Bearer b"]],
      ["__proto__", "c"],
      ["content-length", "3"],
    ]);
    expect(Buffer.from(body ?? "").toString()).toBe("abc");
  });

  it.each<[string, string, string]>([
    ["http://a.example/b?c=d", "/b", "c=d"],
    ["HTTPS://a.example:1?c=d", "/", "c=d"],
    ["http://a.example", "/", ""],
    ["*", "*", ""],
    ["//x?", "//x", ""],
  ])("reads the target %s", async (target, path, query) => {
    const server = await started(async (request) => ok(`${request.path} ${request.query}.`));
    const heard = await talk(server.port, `OPTIONS ${target} HTTP/1.1\r\nHost: a\r\n\r\n`, (text) =>
      text.endsWith("."),
    );
    expect(parsed(heard.text).body).toBe(`${path} ${query}.`);
  });

  it("sends bytes as they are, and their length for HEAD", async () => {
    const body = Uint8Array.of(0, 255, 128);
    const server = await started(async () => ({ ...ok(), body }));
    const answer = await fetch(server.url);
    expect(answer.headers.get("content-length")).toBe("3");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(body);
    const head = await fetch(server.url, { method: "HEAD" });
    expect([head.headers.get("content-length"), await head.text()]).toEqual(["3", ""]);
  });

  it("sends status, headers and a body of several bytes a character", async () => {
    const server = await started(async () => ({
      ...ok("💶", { "request-id": "r1" }),
      status: 402,
    }));
    const answer = await fetch(server.url);
    expect([answer.status, answer.headers.get("request-id"), await answer.text()]).toEqual([
      402,
      "r1",
      "💶",
    ]);
    expect(answer.headers.get("content-length")).toBe("4");
  });

  it("answers HEAD with the headers of the body, and no body", async () => {
    const server = await started(async () => ok("12345"));
    const twice = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2);
    const heard = await talk(server.port, twice, (text) => text.split("\r\n\r\n").length > 2);
    const [first = "", second = "", rest] = heard.text.split("\r\n\r\n");
    for (const head of [first, second]) {
      expect(head).toMatch(/^HTTP\/1\.1 200 /);
      expect(head).toMatch(/content-length: 5/i);
    }
    expect(rest).toBe("");
  });

  it("alone decides how the body is delimited", async () => {
    const headers = { "Transfer-Encoding": "chunked", "Content-Length": "1" };
    const server = await started(async () => ok("12345", headers));
    const heard = await talk(server.port, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(parsed(heard.text)).toMatchObject({ headers: { "content-length": "5" }, body: "12345" });
    expect(heard.text).not.toMatch(/transfer-encoding|content-length: 1/i);
  });

  it.each([204, 205, 304])("sends no body with a %i", async (status) => {
    const server = await started(async () => ({ status, headers: {}, body: "ignored" }));
    const heard = await talk(server.port, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(parsed(heard.text)).toMatchObject({ status, body: "" });
    expect(heard.text).not.toMatch(/content-length: [^0]|transfer-encoding/i);
  });

  it("keeps a connection alive, also for clients that send bodies with GET", async () => {
    const server = await started(async ({ body }) => ok(Buffer.from(body).toString()));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const heard = [];
    for (const body of ["limit=1", "limit=2", "", "limit=3"]) {
      const headers = { "content-length": Buffer.byteLength(body) };
      heard.push(await send(server, { agent, method: "GET", headers }, body));
    }
    agent.destroy();
    expect(heard.map(({ text }) => text)).toEqual(["limit=1", "limit=2", "", "limit=3"]);
    expect(heard.map(({ reused }) => reused)).toEqual([false, true, true, true]);
  });

  it("answers pipelined requests in their order", async () => {
    const server = await started(async ({ path }) => {
      await pause(path === "/1" ? 50 : 0);
      return ok(path);
    });
    const sent = ["/1", "/2", "/3"].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const heard = await talk(server.port, sent.join(""), (text) => text.endsWith("/3"));
    expect(heard.text.match(/\/\d$|\/\d(?=HTTP)/g)).toEqual(["/1", "/2", "/3"]);
  });

  it("puts chunks together", async () => {
    const server = await started(async ({ body }) => ok(Buffer.from(body).toString()));
    const sent = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const chunks = "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n";
    const heard = await talk(server.port, sent + chunks, (text) => text.endsWith("abcde"));
    expect(parsed(heard.text).body).toBe("abcde");
  });

  it("serves HTTP/1.0 without a Host", async () => {
    const server = await started(async () => ok("old"));
    const heard = await talk(server.port, "GET / HTTP/1.0\r\n\r\n");
    expect([heard.closed, parsed(heard.text).body]).toEqual([true, "old"]);
  });

  it("fails to start on a port that is taken", async () => {
    const { port } = await started(async () => ok());
    await expect(serve(async () => ok(), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it.each([
    ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
    ["127.0.0.1", /^http:\/\/127\.0\.0\.1:\d+$/],
    ["localhost", /^http:\/\/localhost:\d+$/],
  ])("listens on %s and says where it can be reached", async (host, url) => {
    const server = await started(async () => ok("here"), { host });
    expect(server.url).toMatch(url);
    expect(await (await fetch(server.url)).text()).toBe("here");
  });
});
