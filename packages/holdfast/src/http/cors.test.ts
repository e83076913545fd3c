import { describe, expect, it } from "vitest";
import { corsHeaders, preflight } from "./cors.js";
import type { WireRequest } from "./message.js";

function request(method: string, headers: WireRequest["headers"]): WireRequest {
  return { method, path: "/v1/tokens", query: "", headers, body: new Uint8Array() };
}

const origin = "https://shop.example";

describe("corsHeaders", () => {
  it("adds nothing for a caller that is no browser on another site", () => {
    expect(corsHeaders(request("GET", {}))).toEqual({});
  });

  it("lets any origin read the response and its request id", () => {
    expect(corsHeaders(request("GET", { origin }))).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "Request-Id",
    });
  });

  it("exposes the headers that the caller of it names", () => {
    const headers = corsHeaders(request("GET", { origin }), { exposeHeaders: ["A", "B"] });
    expect(headers["access-control-expose-headers"]).toBe("A, B");
    expect(corsHeaders(request("GET", { origin }), { exposeHeaders: [] })).toEqual({
      "access-control-allow-origin": "*",
    });
  });
});

describe("preflight", () => {
  const asking = { origin, "access-control-request-method": "POST" };

  it("answers a preflight and echoes the headers asked for", () => {
    const asked = { ...asking, "access-control-request-headers": "authorization,x-api-version" };
    expect(preflight(request("OPTIONS", asked))).toEqual({
      status: 204,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
        "access-control-allow-headers": "authorization, x-api-version",
        "access-control-max-age": "7200",
      },
      body: "",
    });
  });

  it("takes its methods and max-age from the options", () => {
    const answer = preflight(request("OPTIONS", asking), { methods: ["POST"], maxAgeSeconds: 5 });
    expect(answer?.headers).toEqual({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "POST",
      "access-control-max-age": "5",
    });
  });

  it.each(["a b", "x\r\nset-cookie: a=b", "a,,b", "", Array(101).fill("a").join(","), ["a", "b"]])(
    "echoes no headers when asked for %j",
    (asked) => {
      const headers = { ...asking, "access-control-request-headers": asked };
      expect(preflight(request("OPTIONS", headers))?.headers).not.toHaveProperty(
        "access-control-allow-headers",
      );
    },
  );

  it.each<[string, WireRequest["headers"]]>([
    ["GET", asking],
    ["OPTIONS", { origin }],
    ["OPTIONS", { "access-control-request-method": "POST" }],
  ])("leaves %s with %j alone", (method, headers) => {
    expect(preflight(request(method, headers))).toBeNull();
  });
});
