import { describe, expect, it } from "vitest";
import type { WireResponse } from "./message.js";
import { ok, parsed, pause, serverStarter, talk } from "./server.fixture.js";
import type { WireHandler } from "./transport.js";

const started = serverStarter();

describe("an API that fails", () => {
  const broken: [string, WireHandler][] = [
    ["rejects", () => Promise.reject(new Error("secret"))],
    [
      "throws",
      () => {
        throw new Error("secret");
      },
    ],
    ["gives a header that cannot be sent", async () => ok("", { "x-a": "1", "x-b": "a\r\nb" })],
    ["gives a status that does not exist", async () => ({ ...ok(), status: 1000 })],
    ["gives a status that is not final", async () => ({ ...ok(), status: 103 })],
    ["gives no response", async () => undefined as unknown as WireResponse],
  ];

  it.each(broken)("is a 500 when it %s", async (_, handle) => {
    const failures: unknown[] = [];
    const server = await started(handle, { onError: (error) => failures.push(error) });
    const answer = await fetch(server.url);
    expect(answer.status).toBe(500);
    expect(answer.headers.has("x-a")).toBe(false);
    const text = await answer.text();
    expect(JSON.parse(text).error).toMatchObject({ type: "api_error", code: "internal_error" });
    expect(text).not.toContain("secret");
    expect(failures).toHaveLength(1);
  });

  it("has its failures and the transport's shaped by renderError", async () => {
    const server = await started(() => Promise.reject(new Error("x")), {
      renderError: (status, code, message) => JSON.stringify([status, code, typeof message]),
    });
    expect(await (await fetch(server.url)).json()).toEqual([500, "internal_error", "string"]);
    const heard = await talk(server.port, "nonsense\r\n\r\n");
    expect(parsed(heard.text).body).toBe('[400,"malformed_request","string"]');
  });

  it("does not take the server with it when renderError throws too", async () => {
    const server = await started(() => Promise.reject(new Error("x")), {
      renderError: () => {
        throw new Error("y");
      },
    });
    expect((await fetch(server.url)).status).toBe(500);
    expect((await talk(server.port, "nonsense\r\n\r\n")).text).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("loses only its connection when onError throws", async () => {
    const server = await started(() => Promise.reject(new Error("x")), {
      onError: () => {
        throw new Error("y");
      },
    });
    await expect(fetch(server.url)).rejects.toThrow();
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

describe("a client that leaves", () => {
  it("does not hurt while it sends, waits or reads", async () => {
    const failures: unknown[] = [];
    const big = "x".repeat(5_000_000);
    const server = await started(
      async ({ path }) => {
        await pause(30);
        return ok(path === "/big" ? big : "fine");
      },
      { onError: (error) => failures.push(error) },
    );
    const head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc";
    const whole = "GET /big HTTP/1.1\r\nHost: a\r\n\r\n";
    const leaving = [head, whole].flatMap((sent) =>
      [0, 15, 35].map((ms) =>
        talk(server.port, (socket) => {
          socket.write(sent);
          setTimeout(() => socket.resetAndDestroy(), ms);
        }),
      ),
    );
    await Promise.all(leaving);
    await pause(50);
    expect(await (await fetch(server.url)).text()).toBe("fine");
    expect(failures).toEqual([]);
  });

  it("is left when it does not take its response", async () => {
    const big = "x".repeat(20_000_000);
    const server = await started(async () => ok(big), { responseTimeoutMs: 100 });
    const heard = await talk(server.port, (socket) => {
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      socket.pause();
      setTimeout(() => socket.resume(), 400);
    });
    expect(heard.closed).toBe(true);
    expect(heard.text.length).toBeLessThan(big.length);
  });
});

describe("close", () => {
  it("lets requests under way finish, takes no others, and closes idle connections", async () => {
    const server = await started(async ({ path }) => {
      await pause(path === "/slow" ? 150 : 0);
      return ok("done");
    });
    await (await fetch(server.url)).text();
    const silent = talk(server.port, "");
    const slow = talk(server.port, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    await pause(50);
    const start = performance.now();
    const closed = server.close();
    expect(server.close()).toBe(closed);
    expect(await talk(server.port, "")).toEqual({ text: "", closed: true });
    await closed;
    expect(performance.now() - start).toBeLessThan(1000);
    const answer = parsed((await slow).text);
    expect([answer.body, answer.headers.connection]).toEqual(["done", "close"]);
    expect((await silent).closed).toBe(true);
  });

  it("lets all of several pipelined requests finish", async () => {
    const server = await started(async ({ path }) => {
      await pause(path === "/1" ? 120 : 80);
      return ok(path);
    });
    const sent = ["/1", "/2"].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const heard = talk(server.port, sent.join(""));
    await pause(50);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(1000);
    expect((await heard).text).toMatch(/\r\n\r\n\/1HTTP.*\r\n\r\n\/2$/s);
  });

  it("sends a response to its end", async () => {
    const big = "x".repeat(20_000_000);
    const server = await started(async () => ok(big));
    const heard = talk(server.port, (socket) => {
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      socket.pause();
      setTimeout(() => socket.resume(), 150);
    });
    await pause(75);
    await server.close();
    expect(parsed((await heard).text).body).toHaveLength(big.length);
  });

  it("waits for a request that never ends only so long", async () => {
    const server = await started(() => new Promise(() => {}), { closeTimeoutMs: 100 });
    const heard = talk(server.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    await pause(30);
    await server.close();
    expect(await heard).toEqual({ text: "", closed: true });
  });
});
