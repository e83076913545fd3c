import { beforeAll, describe, expect, it } from "vitest";
import { docs } from "./docs.js";
import type { DocsSite } from "./docs-site.js";
import { smallApi } from "./small-api.fixture.js";

let site: DocsSite;

beforeAll(async () => {
  site = await docs({ api: smallApi() });
});

async function get(address: string, given: Readonly<Record<string, string>> = {}, from = site) {
  const [path = "", query = ""] = address.split("?");
  const sent = { host: "docs.example", ...given };
  const body = new Uint8Array(0);
  const answer = await from.handle({ method: "GET", path, query, headers: sent, body });
  const { status, headers } = answer;
  const text =
    typeof answer.body === "string" ? answer.body : new TextDecoder().decode(answer.body);
  return { status, headers, text, type: headers["content-type"]?.split(";")[0] };
}

describe("what is wrong", () => {
  it.each([
    ["/openapi.json?version=2014-12-01", 400, "application/json"],
    ["/versions.json?version=2014-12-01", 400, "application/json"],
    ["/changelog.json?version=2014-12-01", 400, "application/json"],
    ["/openapi.yaml?version=2014-12-01", 400, "text/plain"],
    ["/llms.txt?version=2014-12-01", 400, "text/plain"],
    ["/docs/charge.md?version=2014-12-01", 400, "text/markdown"],
    ["/docs/upgrade.md?from=2014-12-01", 400, "text/markdown"],
    ["/docs/charge?version=2014-12-01", 400, "text/html"],
    ["/docs/upgrade?from=2014-12-01", 400, "text/html"],
    ["/docs/upgrade?to=2014-12-01", 400, "text/html"],
  ])("%s is told in the form that was asked for, with the nearest versions", async (...asked) => {
    const [address, status, type] = asked;
    const answer = await get(address);
    expect([answer.status, answer.type]).toEqual([status, type]);
    for (const near of ["2014-09-24", "2015-02-18"]) expect(answer.text).toContain(near);
  });

  it("is JSON where JSON is read", async () => {
    expect(JSON.parse((await get("/openapi.json?version=nope")).text)).toEqual({
      error: { message: "There is no version “nope”.", nearest: ["2015-02-18"] },
    });
  });

  it("leads to the same guide between versions that exist", async () => {
    const { text } = await get("/docs/upgrade?from=genesys&to=2015-02-18");
    expect(text).toContain('href="/docs/upgrade?from=genesis&amp;to=2015-02-18"');
    expect((await get("/docs/upgrade?from=genesis&from=2014-09-24")).status).toBe(400);
  });

  it("is Markdown where a Markdown twin is not there", async () => {
    const gone = await get("/docs/charges.void.md");
    expect([gone.status, gone.type]).toEqual([404, "text/markdown"]);
    expect(gone.text).toContain("[`charges.void`](</docs/charges.void.md?version=genesis>)");
    expect(gone.text).toContain("from genesis to genesis; it is gone");
    const misspelt = await get("/docs/charge.create", { accept: "text/markdown" });
    expect([misspelt.status, misspelt.type]).toEqual([404, "text/markdown"]);
    expect(misspelt.text).toContain("[`charges.create`](</docs/charges.create.md>)");
    expect((await get("/changelog/1999.md")).type).toBe("text/markdown");
  });

  it("is `as=released` where nothing would differ", async () => {
    for (const path of ["/openapi.json", "/openapi.yaml", "/versions.json"]) {
      const answer = await get(`${path}?as=released`);
      expect([answer.status, answer.text.includes("as=released")]).toEqual([400, true]);
      expect((await get(`${path}?as=served`)).status).toBe(200);
    }
    expect((await get("/docs?as=nope")).text).not.toContain("No such version");
  });

  it("is said of a path that cannot be read", async () => {
    expect((await get("/docs/a%2fb")).text).toContain("%2F");
    expect((await get("/docs/a%00")).text).toContain("%00");
    expect((await get("/docs/a%2")).text).toContain("two hex digits");
  });
});

describe("search as Markdown", () => {
  it("finds what the page finds", async () => {
    const { status, type, text } = await get("/docs/search.md?q=card");
    expect([status, type]).toEqual([200, "text/markdown"]);
    expect(text).toContain("it is now `source`");
    expect((await get("/docs/search.md?q=nothing")).text).toContain("Nothing is or was called so.");
  });
});

describe("headers", () => {
  const preview = "2015-02-18-preview";

  it.each([
    `/docs?version=${preview}`,
    `/docs.md?version=${preview}`,
    `/changelog/${preview}`,
    `/docs/upgrade?to=${preview}`,
    `/docs/upgrade?from=${preview}&to=genesis`,
  ])("keep %s out of search engines", async (address) => {
    const { status, headers } = await get(address);
    expect([status, headers["x-robots-tag"]]).toEqual([200, "noindex"]);
  });

  it("let search engines read what is released", async () => {
    for (const address of ["/docs", "/changelog/2015-02-18", "/docs/upgrade?from=genesis"]) {
      expect((await get(address)).headers["x-robots-tag"]).toBeUndefined();
    }
  });

  it("say that addresses hang on what a proxy tells, unless docs say where they are read", async () => {
    const secure = { "x-forwarded-proto": "https" };
    const answer = await get("/docs", secure);
    expect(answer.text).toContain('rel="canonical" href="https://docs.example/docs"');
    expect(answer.headers.vary).toBe("Accept, X-Forwarded-Proto, Accept-Encoding");
    expect((await get("/openapi.json")).headers.vary).toBe("X-Forwarded-Proto, Accept-Encoding");
    const known = await docs({ api: smallApi(), docsUrl: "https://known.example" });
    const told = await get("/docs", { "x-forwarded-proto": "http" }, known);
    expect(told.text).toContain('rel="canonical" href="https://known.example/docs"');
    expect(told.headers.vary).toBe("Accept, Accept-Encoding");
  });
});
