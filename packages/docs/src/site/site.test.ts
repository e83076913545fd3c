import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { WireRequest } from "holdfast";
import { beforeAll, describe, expect, it } from "vitest";
import { docs } from "./docs.js";
import type { DocsSite } from "./docs-site.js";
import type { SiteResponse } from "./respond.js";
import { smallApi } from "./small-api.fixture.js";

let site: DocsSite;

beforeAll(async () => {
  site = await docs({ api: smallApi(), keys: true });
});

function get(address: string, headers: WireRequest["headers"] = {}, from = site) {
  const [path = "", ...query] = address.split("?");
  return from.handle({
    method: "GET",
    path,
    query: query.join("?"),
    headers: { host: "docs.example", ...headers },
    body: new Uint8Array(0),
  });
}

const textOf = ({ body }: SiteResponse): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body);

describe("pages", () => {
  it.each([
    ["/docs", "text/html; charset=utf-8", "charges.create"],
    ["/docs/charge", "text/html; charset=utf-8", "source"],
    ["/docs/charge/source", "text/html; charset=utf-8", "What was charged."],
    ["/docs/charges.create", "text/html; charset=utf-8", "/v1/charges"],
    ["/docs/events", "text/html; charset=utf-8", "vents"],
    ["/docs/errors", "text/html; charset=utf-8", "version_unknown"],
    ["/docs/search?q=card", "text/html; charset=utf-8", "source"],
    ["/docs.md", "text/markdown; charset=utf-8", "# Small"],
    ["/docs/charge.md", "text/markdown; charset=utf-8", "source"],
    ["/docs/charges.create.md", "text/markdown; charset=utf-8", "POST /v1/charges"],
    ["/docs/-/search.json", "application/json", "card"],
    ["/changelog", "text/html; charset=utf-8", "2015-02-18"],
    ["/changelog.md", "text/markdown; charset=utf-8", "# Small"],
    ["/changelog.json", "application/json", "charge_has_card"],
    ["/changelog.atom", "application/atom+xml; charset=utf-8", "http://docs.example/changelog"],
    ["/changelog/2015-02-18", "text/html; charset=utf-8", "source"],
    ["/docs/upgrade", "text/html; charset=utf-8", "source"],
    ["/docs/upgrade?from=genesis&to=2014-09-24", "text/html; charset=utf-8", "charges.void"],
    ["/docs/upgrade.md?from=2014-09-24", "text/markdown; charset=utf-8", "source"],
    ["/openapi.json", "application/json", '"openapi":"3.1.0"'],
    ["/openapi.yaml", "application/yaml; charset=utf-8", 'openapi: "3.1.0"'],
    ["/versions.json", "application/json", "2014-09-24"],
    ["/llms.txt", "text/plain; charset=utf-8", "charges.create"],
    ["/llms-full.txt", "text/plain; charset=utf-8", "# "],
  ])("%s is there", async (address, type, holds) => {
    const answer = await get(address);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, type]);
    expect(textOf(answer)).toContain(holds);
  });

  it("shows the version that is asked for, and the newest where none is", async () => {
    expect(textOf(await get("/docs/charge"))).toContain('data-version="2015-02-18"');
    const older = textOf(await get("/docs/charge?version=2014-09-24"));
    expect(older).toContain('data-version="2014-09-24"');
    expect(older).toContain('data-name="card"');
    expect(older).not.toContain('data-name="source"');
  });

  it("offers no choice between what is served and what was released where both are the same", async () => {
    expect(textOf(await get("/docs/charge"))).not.toContain('name="as"');
  });

  it("links to other pages at the version that was asked for", async () => {
    expect(textOf(await get("/docs/charge"))).toContain('href="/docs/charges.create"');
    expect(textOf(await get("/docs/charge?version=genesis&as=released"))).toContain(
      'href="/docs/charges.create?version=genesis&amp;as=released"',
    );
  });

  it("has one canonical address for the newest version, and one for each other", async () => {
    const canonical = async (address: string) =>
      /rel="canonical" href="([^"]*)"/.exec(textOf(await get(address)))?.[1];
    const plain = "http://docs.example/docs/charge";
    expect(await canonical("/docs/charge")).toBe(plain);
    expect(await canonical("/docs/charge?version=2015-02-18&as=released")).toBe(plain);
    expect(await canonical("/docs/charge?version=genesis")).toBe(`${plain}?version=genesis`);
    const { link } = (await get("/docs/charge?version=genesis")).headers;
    expect(link).toBe(
      `<${plain}?version=genesis>; rel="canonical", </docs/charge.md?version=genesis>; rel="alternate"; type="text/markdown"`,
    );
  });

  it("escapes what authors and readers write", async () => {
    expect(textOf(await get("/docs"))).not.toContain("<odd>");
    for (const address of ["/docs/search?q=<u>", "/docs/%3Cu%3E", "/docs?version=<u>"]) {
      expect(textOf(await get(address))).not.toContain("<u>");
      expect(textOf(await get(address))).toContain("&lt;u>");
    }
  });

  it("shows drafts to who asks for them by name, to nobody else, and not to search engines", async () => {
    const draft = await get("/docs/charge?version=2015-02-18-preview");
    expect([draft.status, draft.headers["x-robots-tag"]]).toEqual([200, "noindex"]);
    expect(textOf(draft)).toContain('data-name="id"');
    expect(textOf(await get("/docs/charge"))).not.toContain('data-name="id"');
    for (const address of ["/docs", "/docs/charge", "/versions.json", "/llms.txt"]) {
      expect(textOf(await get(address))).not.toContain("preview");
    }
  });
});

describe("what is not there", () => {
  it("says when it was there, and what it is now", async () => {
    const gone = await get("/docs/charges.void");
    expect(gone.status).toBe(404);
    expect(textOf(gone)).toContain("existed from genesis to genesis");
    const renamed = await get("/docs/charge/card");
    expect(renamed.status).toBe(404);
    expect(textOf(renamed)).toContain("it is now <code>source</code>");
  });

  it("names what is spelled like it", async () => {
    const answer = await get("/docs/charge.create");
    expect(answer.status).toBe(404);
    expect(textOf(answer)).toContain("charges.create");
  });

  it.each([
    ["1999", ["2014-09-24"]],
    ["2014-12-01", ["2014-09-24", "2015-02-18"]],
    ["genesys", ["genesis"]],
    ["", ["2015-02-18"]],
  ])("is a 400 for version %j, with the nearest", async (version, nearest) => {
    const answer = await get(`/docs/charge?version=${version}`);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([400, "no-store"]);
    for (const name of nearest) {
      expect(textOf(answer)).toContain(`href="/docs/charge?version=${name}"`);
    }
  });

  it("is a 400 for a version twice, or a way to show it that is none", async () => {
    expect((await get("/docs?version=genesis&version=2015-02-18")).status).toBe(400);
    expect((await get("/docs?as=seen")).status).toBe(400);
  });
});

describe("HTTP", () => {
  it("takes GET and HEAD only", async () => {
    const request = { path: "/docs", query: "", headers: {}, body: new Uint8Array(0) };
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
      const answer = await site.handle({ ...request, method });
      expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
    }
    const head = await site.handle({ ...request, method: "HEAD" });
    const whole = await site.handle({ ...request, method: "GET" });
    expect(head.headers).toEqual(whole.headers);
  });

  it("answers what the client has already with a 304, whatever its encoding", async () => {
    const { headers } = await get("/docs/charge", { "accept-encoding": "br" });
    const { etag = "" } = headers;
    for (const known of [etag, `W/${etag}`, `"a", ${etag}`, "*", etag.replace("-br", "")]) {
      const again = await get("/docs/charge", { "if-none-match": known });
      expect([again.status, again.body]).toEqual([304, ""]);
      expect(again.headers["content-type"]).toBeUndefined();
      expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
    }
    expect((await get("/docs/charge", { "if-none-match": '"a"' })).status).toBe(200);
    expect((await get("/docs", { "if-none-match": etag })).status).toBe(200);
  });

  it("has another tag for each encoding and each content", async () => {
    const tags = await Promise.all(
      ["br", "gzip", "identity"].flatMap((encoding) =>
        ["/docs", "/docs/charge", "/docs/charge?version=genesis"].map(
          async (path) => (await get(path, { "accept-encoding": encoding })).headers.etag,
        ),
      ),
    );
    expect(new Set(tags).size).toBe(9);
  });

  it("compresses as the client can read it", async () => {
    const plain = textOf(await get("/docs/charge"));
    const bytes = async (encoding: string) => {
      const { headers, body } = await get("/docs/charge", { "accept-encoding": encoding });
      return { encoding: headers["content-encoding"], body: body as Uint8Array };
    };
    const br = await bytes("gzip, deflate, br");
    expect([br.encoding, brotliDecompressSync(br.body).toString()]).toEqual(["br", plain]);
    const gzip = await bytes("gzip;q=0.5, br;q=0");
    expect([gzip.encoding, gunzipSync(gzip.body).toString()]).toEqual(["gzip", plain]);
    expect((await bytes("*")).encoding).toBe("br");
    expect((await bytes("br;q=bad")).encoding).toBeUndefined();
    expect((await bytes("identity, zstd")).encoding).toBeUndefined();
    expect((await get("/docs/charge")).headers.vary).toBe(
      "Accept, X-Forwarded-Proto, Accept-Encoding",
    );
  });

  it("gives Markdown to who would rather read it", async () => {
    const type = async (accept: string) =>
      (await get("/docs/charge", { accept })).headers["content-type"]?.split(";")[0];
    expect(await type("text/markdown")).toBe("text/markdown");
    expect(await type("text/markdown, text/html;q=0.9")).toBe("text/markdown");
    expect(await type("text/html,application/xhtml+xml,*/*;q=0.8")).toBe("text/html");
    expect(await type("text/html, text/markdown")).toBe("text/html");
    expect(await type("*/*")).toBe("text/html");
    const index = await get("/openapi.json", { accept: "text/markdown" });
    expect(index.headers["content-type"]).toBe("application/json");
  });

  it("serves stylesheet and script under names that say their content", async () => {
    const page = textOf(await get("/docs"));
    const names = [...page.matchAll(/"(\/docs\/-\/[^"]+\.(?:css|js))"/g)].map(([, name]) => name);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const asset = await get(name ?? "");
      expect([asset.status, asset.headers["cache-control"]]).toEqual([
        200,
        "public, max-age=31536000, immutable",
      ]);
    }
    expect((await get("/docs/-/docs.css")).status).toBe(404);
  });

  it("lets nothing of elsewhere into its pages", async () => {
    const { headers } = await get("/docs");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    for (const address of ["/docs", "/docs/charge", "/docs/charges.create"]) {
      expect(textOf(await get(address))).not.toMatch(
        /<script(?![^>]* src=)|<style|\son[a-z]+="|\sstyle="/,
      );
    }
  });

  it("moves a path with a slash at its end", async () => {
    const answer = await get("/docs/charge/?version=genesis&a=%0d%0ab");
    expect([answer.status, answer.headers.location]).toEqual([
      301,
      "/docs/charge?version=genesis&a=%0d%0ab",
    ]);
  });

  const hostile: readonly (readonly [string, number])[] = [
    ["/docs/%", 400],
    ["/docs/%zz", 400],
    ["/docs/%ff", 400],
    ["/docs/%00", 400],
    ["/docs/..%2f..%2fetc%2fpasswd", 400],
    ["/docs/../../etc/passwd", 404],
    ["/docs/-/../../package.json", 404],
    ["/docs/-/__proto__", 404],
    ["/docs/__proto__", 404],
    ["/docs/constructor", 404],
    ["/docs/charge/constructor/toString", 404],
    ["/docs//charge", 404],
    ["/changelog/1/2", 404],
    [`/docs/${"a".repeat(5000)}`, 404],
    [`/docs/search?q=${"%F0%9F%92%A9".repeat(500)}`, 200],
    [`/docs?version=${"9".repeat(8000)}`, 400],
    [`/docs?${"a".repeat(9000)}`, 414],
    ["/docs?version=2015-02-18%0d%0aset-cookie:%20a=b", 400],
    ["/docs?version=__proto__", 400],
    ["/docs?%ff=%ff&%=%", 200],
  ];

  it.each(hostile.map(([address, status]) => [address.slice(0, 60), status, address] as const))(
    "%s is a %i",
    async (_, status, address) => {
      const answer = await get(address);
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.headers)).not.toMatch(/\\[rn]|set-cookie/);
      expect(textOf(answer).length).toBeLessThan(60_000);
    },
  );

  it.each(["a b", 'a"b', "<b>", "a/b", "a@b", "", "a\r\nb", "-"])(
    "does not repeat %j as its host",
    async (host) => {
      const page = textOf(await get("/docs", { host }));
      expect(page).toContain('rel="canonical" href="/docs"');
      expect(textOf(await get("/docs", { host: ["a", "b"] }))).toContain('canonical" href="/docs"');
    },
  );
});

describe("options", () => {
  it("puts every path behind its mount", async () => {
    const mounted = await docs({ api: smallApi(), mount: "/developers" });
    expect(mounted.owns("/docs")).toBe(false);
    const page = textOf(await get("/developers/docs/charge", {}, mounted));
    const paths = [...page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !path?.startsWith("/developers/"))).toEqual([]);
  });

  it("sends requests of pages where the API is, and nowhere else", async () => {
    const apart = await docs({ api: smallApi(), baseUrl: "https://api.example/x" });
    const answer = await get("/docs/charges.create", {}, apart);
    expect(answer.headers["content-security-policy"]).toContain(
      "connect-src 'self' https://api.example;",
    );
    expect(textOf(answer)).toContain('data-api="https://api.example/x"');
  });

  it("keeps no pages where none are to be kept", async () => {
    const bare = await docs({ api: smallApi(), cacheBytes: 0 });
    const [one, other] = [await get("/docs", {}, bare), await get("/docs", {}, bare)];
    expect(one).toEqual(other);
    expect(one.body).not.toBe(other.body);
    expect((await get("/docs")).body).toBe((await get("/docs")).body);
  });
});
