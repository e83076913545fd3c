import { memoryStore, type WireRequest } from "holdfast";
import { afterEach, describe, expect, it } from "vitest";
import { type ServeDocsOptions, type ServedDocs, serveDocs } from "./serve-docs.js";
import { sourceThread } from "./thread/source-thread.fixture.js";

const worker = sourceThread();
const module = new URL("./thread/thread-site.fixture.mjs", import.meta.url);
const running: ServedDocs[] = [];

afterEach(() => Promise.all(running.splice(0).map((docs) => docs.close())));

function start(options: Partial<ServeDocsOptions> = {}): {
  readonly docs: ServedDocs;
  readonly failures: unknown[];
} {
  const failures: unknown[] = [];
  const onFailure = (failure: unknown) => failures.push(failure);
  const docs = serveDocs({ module, worker, onFailure, ...options });
  running.push(docs);
  return { docs, failures };
}

const request = (path: string, headers: WireRequest["headers"] = {}): WireRequest => ({
  method: "GET",
  path,
  query: "",
  headers,
  body: new Uint8Array(0),
});

/** Asks until the answer is no longer that the docs are being started. */
async function patiently(docs: ServedDocs, path: string) {
  for (;;) {
    const answer = await docs.handle(request(path));
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("serveDocs", () => {
  it("owns the paths of docs under its mount, and no others", () => {
    const { docs } = start();
    for (const path of ["/docs", "/docs/charge", "/docs.md", "/changelog", "/changelog/2014-01-01"])
      expect(docs.owns(path)).toBe(true);
    for (const path of ["/openapi.json", "/versions.json", "/llms.txt", "/changelog.atom"])
      expect(docs.owns(path)).toBe(true);
    for (const path of ["/", "/v1/docs", "/docsy", "/changelogs", "//docs", "/Docs", "*", ""])
      expect(docs.owns(path)).toBe(false);
    const { docs: mounted } = start({ mount: "/developers" });
    expect(mounted.owns("/developers/docs/charge")).toBe(true);
    expect(mounted.owns("/docs/charge")).toBe(false);
  });

  it("answers from a thread, which never hears of credentials", async () => {
    const { docs } = start();
    const headers = { authorization: "Bearer sk_test_1", cookie: "a=b", accept: "text/html" };
    const answer = await docs.handle(request("/docs", headers));
    expect(JSON.parse(String(answer.body))).toEqual({ accept: "text/html" });
    const bytes = await docs.handle(request("/docs/bytes"));
    expect(bytes.body).toEqual(Uint8Array.of(0, 255, 128));
  });

  it("is a 500 where the docs fail, and goes on", async () => {
    const { docs, failures } = start();
    expect((await docs.handle(request("/docs/fail"))).status).toBe(500);
    expect(failures).toEqual([new Error("failed")]);
    expect((await docs.handle(request("/docs"))).status).toBe(200);
  });

  it("is told of a failure that no thread can send, and answers who else waits", async () => {
    const { docs, failures } = start();
    await docs.handle(request("/docs"));
    const [waiting, odd] = await Promise.all([
      docs.handle(request("/docs/wait")),
      docs.handle(request("/docs/odd")),
    ]);
    expect([waiting.status, odd.status]).toEqual([200, 500]);
    expect(failures.map(String)).toEqual(["TypeError: odd"]);
    const [{ stack = "" } = new Error()] = failures as Error[];
    expect([stack.includes("thread-site.fixture"), stack.includes("the disk is full")]).toEqual([
      true,
      true,
    ]);
  });

  it("imports docs into its own thread again after that failed", async () => {
    let tries = 0;
    const site = { owns: () => true, handle: async () => ({ status: 200, headers: {}, body: "" }) };
    const here = async () => {
      tries += 1;
      if (tries === 1) throw new Error("not yet");
      return { default: site };
    };
    const { docs, failures } = start({ here });
    expect((await docs.handle(request("/docs"))).status).toBe(500);
    expect((await docs.handle(request("/docs"))).status).toBe(200);
    await docs.handle(request("/docs"));
    expect([tries, failures]).toEqual([2, [new Error("not yet")]]);
  });

  it("is a 503 while the thread is started again after a crash", async () => {
    const { docs, failures } = start();
    await docs.handle(request("/docs"));
    const [waiting, crash] = await Promise.all([
      docs.handle(request("/docs/wait")),
      docs.handle(request("/docs/crash")),
    ]);
    expect([waiting.status, crash.status]).toEqual([503, 503]);
    expect(crash.headers["retry-after"]).toBe("1");
    expect(failures).toEqual([new Error("crashed")]);
    expect((await docs.handle(request("/docs"))).status).toBe(503);
    expect((await patiently(docs, "/docs")).status).toBe(200);
  });

  it("starts a thread again that hangs", async () => {
    const { docs, failures } = start({ answerWithinMs: 3000 });
    await docs.handle(request("/docs"));
    expect((await docs.handle(request("/docs/hang"))).status).toBe(503);
    expect(String(failures[0])).toContain("hang");
    expect((await patiently(docs, "/docs")).status).toBe(200);
  });

  it("lets docs boot for longer than an answer may take, and tells readers to come back", async () => {
    const slow = new URL(
      `data:text/javascript,${encodeURIComponent(`
        await new Promise((booted) => setTimeout(booted, 1000));
        export default { handle: async () => ({ status: 200, headers: {}, body: "booted" }) };`)}`,
    );
    const { docs, failures } = start({ module: slow, answerWithinMs: 200 });
    expect((await docs.handle(request("/docs"))).status).toBe(503);
    expect((await patiently(docs, "/docs")).body).toBe("booted");
    expect(failures).toEqual([]);
  });

  it("starts docs again that do not boot", async () => {
    const never = new URL(
      "data:text/javascript,await new Promise(() => setInterval(() => {}, 99))",
    );
    const { docs, failures } = start({ module: never, bootWithinMs: 300 });
    expect((await docs.handle(request("/docs"))).status).toBe(503);
    expect(String(failures[0])).toContain("hang");
  });

  it("turns away what it cannot hold, and answers the rest", async () => {
    const { docs } = start({ queue: 2 });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => docs.handle(request("/docs/wait"))),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503]);
  });

  it("says why a module cannot be used, and does not try at every request", async () => {
    const empty = new URL("data:text/javascript,export default 1");
    const { docs, failures } = start({ module: empty });
    expect((await docs.handle(request("/docs"))).status).toBe(503);
    await Promise.all(Array.from({ length: 20 }, () => docs.handle(request("/docs"))));
    expect(failures).toHaveLength(1);
    expect(String(failures[0])).toContain("export default await docs(…)");
  });

  it("answers who waits when it closes", async () => {
    const { docs } = start();
    await docs.handle(request("/docs"));
    const waiting = docs.handle(request("/docs/wait"));
    await docs.close();
    expect((await waiting).status).toBe(503);
    expect((await docs.handle(request("/docs"))).status).toBe(503);
  });
});

describe("what a key is held at", () => {
  const store = memoryStore();
  const { secretKey } = store.createAccount();
  const ask = (headers: WireRequest["headers"], method = "POST") =>
    start({ accounts: store }).docs.handle({ ...request("/docs/-/key", headers), method });

  it("is told in the server's own thread, and pins nothing", async () => {
    const { status, headers, body } = await ask({ authorization: `Bearer ${secretKey}` });
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(JSON.parse(String(body))).toEqual({ version: null, mode: "test", kind: "secret" });
    expect((await store.authenticate(secretKey))?.account.pin).toBeNull();
  });

  it("is the key's own pin, else the account's", async () => {
    const { account, publishableKey } = store.createAccount({ pin: "2014-01-01", mode: "live" });
    const other = store.createKey(account.id, { pin: "2015-01-01", mode: "test" });
    const told = await Promise.all(
      [publishableKey, other].map((key) => ask({ authorization: `Bearer ${key}` })),
    );
    expect(told.map(({ body }) => JSON.parse(String(body)))).toEqual([
      { version: "2014-01-01", mode: "live", kind: "publishable" },
      { version: "2015-01-01", mode: "test", kind: "secret" },
    ]);
  });

  it("is not told of a key that is unknown, missing or not posted", async () => {
    expect((await ask({ authorization: "Bearer sk_test_other" })).status).toBe(401);
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: ["a", "b"] })).status).toBe(401);
    // What a person pasted is answered in words for a person, and not repeated.
    const markup = await ask({ authorization: "Bearer sk_live_<script>alert(1)</script>" });
    expect([markup.status, JSON.parse(String(markup.body))]).toEqual([
      401,
      { error: { message: "That is not a key." } },
    ]);
    const got = await ask({ authorization: `Bearer ${secretKey}` }, "GET");
    expect([got.status, got.headers.allow]).toEqual([405, "POST"]);
  });

  it("is a 500 where the accounts cannot be reached", async () => {
    const authenticate = () => Promise.reject(new Error("gone"));
    const { docs, failures } = start({ accounts: { authenticate } });
    const headers = { authorization: "Bearer a" };
    const { status } = await docs.handle({ ...request("/docs/-/key", headers), method: "POST" });
    expect([status, failures]).toEqual([500, [new Error("gone")]]);
  });
});
