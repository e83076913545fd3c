import { describe, expect, it } from "vitest";
import { toFetchHandler } from "./fetch-handler.js";
import type { WireRequest, WireResponse } from "./message.js";
import type { WireHandler } from "./transport.js";

const address = "https://api.example/v1/a%20b?x=%5B1%5D";

const ok: WireResponse = { status: 200, headers: { "request-id": "r1" }, body: "💶" };

function handler(handle: WireHandler): (request: Request) => Promise<Response> {
  return toFetchHandler(handle, { maxBodyBytes: 10, onError: () => {} });
}

function stream(chunks: readonly string[], then: "close" | "error"): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      if (then === "close") controller.close();
      else controller.error(new Error("gone"));
    },
  });
}

function post(body: ReadableStream<Uint8Array>): Request {
  // Not every library's types of Request know "duplex".
  const init = { method: "POST", body, duplex: "half" };
  return new Request(address, init);
}

describe("toFetchHandler", () => {
  it("gives the API the request and the caller its response", async () => {
    const seen: WireRequest[] = [];
    const answer = await handler(async (request) => {
      seen.push(request);
      return ok;
    })(new Request(address, { method: "POST", headers: { "X-A": "1" }, body: "abc" }));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: "POST", path: "/v1/a%20b", query: "x=%5B1%5D" });
    expect(seen[0]?.headers["x-a"]).toBe("1");
    expect(new TextDecoder().decode(seen[0]?.body)).toBe("abc");
    expect([answer.status, await answer.text()]).toEqual([200, "💶"]);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "request-id": "r1",
      "content-length": "4",
    });
  });

  it("gives bytes as they are", async () => {
    const body = Uint8Array.of(0, 255, 128);
    const answer = await handler(async () => ({ ...ok, body }))(new Request(address));
    expect(answer.headers.get("content-length")).toBe("3");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(body);
  });

  it("answers HEAD with the headers of the body, and no body", async () => {
    const answer = await handler(async () => ok)(new Request(address, { method: "HEAD" }));
    expect([answer.headers.get("content-length"), answer.body]).toEqual(["4", null]);
  });

  it.each([204, 205, 304])("sends no body with a %i", async (status) => {
    const answer = await handler(async () => ({ ...ok, status }))(new Request(address));
    expect([answer.status, answer.body]).toEqual([status, null]);
  });

  it("puts a streamed body together", async () => {
    const echo = handler(async ({ body }) => ({ ...ok, body: new TextDecoder().decode(body) }));
    expect(await (await echo(post(stream(["abc", "", "de"], "close")))).text()).toBe("abcde");
    expect(await (await echo(post(stream([], "close")))).text()).toBe("");
  });

  it.each<[string, () => Request, number, string]>([
    ["a long body", () => post(stream(["a".repeat(11)], "close")), 413, "body_too_large"],
    ["many chunks", () => post(stream(Array(11).fill("a"), "close")), 413, "body_too_large"],
    ["a body that breaks off", () => post(stream(["a"], "error")), 400, "incomplete_body"],
    [
      "a length over the limit",
      () => {
        const headers = { "content-length": "11" };
        return new Request(address, { method: "POST", body: "a", headers });
      },
      413,
      "body_too_large",
    ],
  ])("refuses %s without calling the API", async (_, request, status, code) => {
    let called = false;
    const answer = await handler(async () => {
      called = true;
      return ok;
    })(request());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
    expect(called).toBe(false);
  });

  it.each<[string, WireHandler]>([
    ["rejects", () => Promise.reject(new Error("secret"))],
    ["gives a header that cannot be sent", async () => ({ ...ok, headers: { "x-a": "a\nb" } })],
    ["gives a status that does not exist", async () => ({ ...ok, status: 1000 })],
  ])("is a 500 when the API %s", async (_, handle) => {
    const failures: unknown[] = [];
    const onError = (error: unknown): unknown => failures.push(error);
    const renderError = (status: number, code: string): string => `${status} ${code}`;
    const answer = await toFetchHandler(handle, { onError, renderError })(new Request(address));
    expect([answer.status, await answer.text()]).toEqual([500, "500 internal_error"]);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(failures).toHaveLength(1);
  });
});
