import { describe, expect, it } from "vitest";
import { bootApiFrom } from "../api.js";
import { smallApi } from "../history/small-api.fixture.js";
import {
  field,
  gate,
  method,
  methodAdded,
  rateLimited,
  renamedTo,
  resource,
  routeWas,
  statusWas,
  t,
} from "../index.js";
import type { Layer } from "./call.js";
import { RateLimiter } from "./rate-limiter.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { id: text } }).from<{
  id: string;
}>();

const read = method("things.read", {
  route: "GET /v1/things/{id}",
  description: "Reads a thing.",
  params: { id: text },
  returns: thing,
  keys: ["secret", "publishable"],
}).execute(async ({ params }) => params);
const search = method("things.search", {
  route: "GET /v1/things/search",
  description: "Finds a thing.",
  returns: thing,
}).execute(async () => ({ id: "found" }));
const make = method("things.make", {
  route: "POST /v1/things",
  description: "Makes a thing.",
  params: { id: t.string().optional().describe("Its id.") },
  returns: thing,
}).execute(async ({ params }) => ({ id: params.id ?? "made" }));
const change = method("things.change", {
  route: "POST /v1/things/{id}",
  description: "Changes a thing.",
  params: { id: text },
  returns: thing,
}).execute(async ({ params }) => params);

const api = smallApi({ resources: [thing], methods: [read, search, make, change] }, [
  {
    no_search: [methodAdded(search)],
    old_route: [routeWas(make, "PUT /v1/thing")],
    limit_was_400: [statusWas(rateLimited, 400)],
  },
  { later: [field(thing, "number", renamedTo("id"))] },
]);

async function at(pin: string) {
  const rig = await openRig(api);
  const { secretKey: key } = rig.store.createAccount({ pin });
  return {
    rig,
    key,
    send: (route: string, body?: object) => rig.send(route, { key, ...(body && { body }) }),
  };
}

describe("routing", () => {
  it("finds a method by its path, fixed words before params", async () => {
    const { send } = await at("2012-01-01");
    expect((await send("GET /v1/things/a%20b%2Fc")).body).toEqual({ id: "a b/c" });
    expect((await send("GET /v1/things/search")).body).toEqual({ id: "found" });
    expect((await send("HEAD /v1/things/x")).status).toBe(200);
  });

  it.each([
    ["GET /v1/none", 404, "Unrecognized request URL (GET /v1/none)."],
    ["GET /v1/things/", 404, "Unrecognized request URL (GET /v1/things/)."],
    ["GET /v1//things", 404, "Unrecognized request URL (GET /v1//things)."],
    ["GET /v1/things/%zz", 404, "Unrecognized request URL (GET /v1/things/%zz)."],
    ["GET /", 404, "Unrecognized request URL (GET /)."],
    [
      "PUT /v1/thing",
      404,
      "Unrecognized request URL (PUT /v1/thing). It existed until version genesis.",
    ],
    ["DELETE /v1/things/a", 405, "DELETE is not allowed at /v1/things/a; it takes GET, POST."],
    ["GET /v1/things", 405, "GET is not allowed at /v1/things; it takes POST."],
  ])("%s is a %i", async (route, status, message) => {
    const { send } = await at("2012-01-01");
    const answer = await send(route);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toBe(message);
  });

  it("says which verbs a path takes", async () => {
    const { send } = await at("2012-01-01");
    expect((await send("DELETE /v1/things/a")).headers.allow).toBe("GET, POST, HEAD, OPTIONS");
  });

  it("says from which version on there is something", async () => {
    const { send } = await at("genesis");
    expect((await send("POST /v1/things")).body.error?.message).toBe(
      "Unrecognized request URL (POST /v1/things). It exists from version 2011-01-01 on.",
    );
  });

  it("does not repeat a long path in full", async () => {
    const { send } = await at("genesis");
    const { body } = await send(`GET /${"x".repeat(5000)}`);
    expect(body.error?.message?.length).toBeLessThan(300);
  });

  it("lets a route's param be sent again only if it says the same", async () => {
    const { send } = await at("2012-01-01");
    expect((await send("POST /v1/things/a", { id: "a" })).body).toEqual({ id: "a" });
    const { status, body } = await send("POST /v1/things/a", { id: "b" });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "parameters_disagree", param: "id" });
  });
});

describe("permissions", async () => {
  const { store, send } = await openRig(api);
  const { account, publishableKey } = store.createAccount({ pin: "2012-01-01" });
  const key = (...permissions: string[]) => store.createKey(account.id, { permissions });

  it.each([
    ["a publishable key, for what it is for", publishableKey, "GET /v1/things/a", 200],
    ["a publishable key, for anything else", publishableKey, "POST /v1/things", 403],
    ["a key for one method", key("things.make"), "POST /v1/things", 200],
    ["a key for another method", key("things.read"), "POST /v1/things", 403],
    ["a key for methods of one name", key("things.*"), "POST /v1/things", 200],
    ["a key for all methods", key("*"), "GET /v1/things/search", 200],
    ["a key for nothing", key(), "GET /v1/things/search", 403],
  ])("%s", async (_name, key, route, status) => {
    const answer = await send(route, { key });
    expect(answer.status).toBe(status);
    if (status === 403)
      expect(answer.body.error?.message).toMatch(/^This API key may not call things\./);
  });

  it("comes after routing: what is not there is a 404", async () => {
    expect((await send("GET /v1/none", { key: key() })).status).toBe(404);
  });
});

describe("the rate limit", () => {
  it("refuses what comes too often, with the status of the caller's version", async () => {
    const rig = await openRig(api, { rateLimit: { perSecond: 0.001, burst: 2 } });
    for (const [pin, status] of [
      ["2012-01-01", 429],
      ["genesis", 400],
    ] as const) {
      const { account, secretKey } = rig.store.createAccount({ pin });
      const statuses = [];
      for (let n = 0; n < 3; n++) {
        statuses.push((await rig.send("GET /v1/things/a", { key: secretKey })).status);
      }
      expect(statuses).toEqual([200, 200, status]);
      const { headers, body } = await rig.send("GET /v1/things/a", { key: secretKey });
      expect(Number(headers["retry-after"])).toBeGreaterThan(900);
      expect(body.error?.message).toBe(
        `Too many requests. Please wait ${headers["retry-after"]} s before you try again.`,
      );
      const another = rig.store.createKey(account.id);
      expect((await rig.send("GET /v1/things/a", { key: another })).status).toBe(200);
    }
  });

  it("fills again as time goes by, up to the burst", () => {
    let now = 0;
    const limiter = new RateLimiter({ perSecond: 2, burst: 3 }, () => now);
    const take = (times: number) => Array.from({ length: times }, () => limiter.take("k"));
    expect(take(4)).toEqual([0, 0, 0, 1]);
    now += 500;
    expect(take(2)).toEqual([0, 1]);
    now += 1_000_000;
    expect(take(4)).toEqual([0, 0, 0, 1]);
    expect(limiter.take("another")).toBe(0);
  });

  it("forgets the key that was unused for longest", () => {
    const limiter = new RateLimiter({ perSecond: 0.001, burst: 1 }, () => 0);
    expect(limiter.take("first")).toBe(0);
    for (let n = 0; n < 9_999; n++) limiter.take(`key_${n}`);
    expect(limiter.take("first")).toBeGreaterThan(0);
    for (let n = 0; n < 10_000; n++) limiter.take(`other_${n}`);
    expect(limiter.take("first")).toBe(0);
  });
});

describe("headers and the request log", () => {
  it("say which request and which version an answer is of", async () => {
    const { rig, send } = await at("genesis");
    const answers = [
      await send("GET /v1/things/a"),
      await send("GET /v1/none"),
      await rig.send("GET /x"),
    ];
    const ids = answers.map(({ headers }) => headers["request-id"]);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]{24}$/);
    expect(answers.map(({ headers }) => headers["api-version"])).toEqual([
      "genesis",
      "genesis",
      undefined,
    ]);
    expect(answers.map(({ headers }) => headers["cache-control"])).toEqual([
      "no-store",
      "no-store",
      "no-store",
    ]);
    expect(answers.map(({ headers }) => headers["content-type"])).toEqual(
      Array(3).fill("application/json"),
    );
    expect(rig.log.map(({ id }) => id)).toEqual(ids);
    expect(rig.log).toMatchObject([
      {
        verb: "GET",
        path: "/v1/things/a",
        method: "things.read",
        version: "genesis",
        status: 200,
        replayed: false,
      },
      { verb: "GET", path: "/v1/none", method: null, version: "genesis", status: 404 },
      { verb: "GET", path: "/x", method: null, account: null, version: null, status: 401 },
    ]);
    for (const { milliseconds } of rig.log) expect(milliseconds).toBeGreaterThanOrEqual(0);
  });

  it("answer browsers that ask first, without a key", async () => {
    const { rig } = await at("genesis");
    const { status, headers } = await rig.send("OPTIONS /v1/things", {
      headers: { origin: "https://shop.example", "access-control-request-method": "POST" },
    });
    expect(status).toBe(204);
    expect(headers["access-control-allow-methods"]).toContain("POST");
    const { headers: seen } = await rig.send("GET /v1/none", {
      headers: { origin: "https://shop.example" },
    });
    expect(seen["access-control-expose-headers"]).toContain("API-Version");
  });

  it("carry the version under the name that the API gives its header", async () => {
    const own = bootApiFrom(
      { name: "Own", resources: [thing], methods: [read], versionHeader: "My-Version" },
      "genesis: []\n2011-01-01:\n  - gate: a\n    description: A.\n",
      [gate("a", [field(thing, "number", renamedTo("id"))])],
    );
    const rig = await openRig(own);
    const { secretKey: key } = rig.store.createAccount();
    const { headers, body } = await rig.send("GET /v1/things/a", {
      key,
      headers: { "my-version": "genesis" },
    });
    expect(headers["my-version"]).toBe("genesis");
    expect(body).toEqual({ number: "a" });
  });
});

describe("layers of one's own", () => {
  const seen: string[] = [];
  const teller: Layer = {
    name: "teller",
    async run(call, next) {
      seen.push(`before ${call.method?.definition.name}`);
      const reply = await next();
      seen.push(`after ${reply.status}`);
      return { ...reply, headers: { ...reply.headers, "x-own": "yes" } };
    },
  };

  it("may stand before or after any other, and in its place", async () => {
    const closed: Layer = {
      name: "decode",
      async run(call, next) {
        call.sent = { params: { id: "from the layer" }, isText: () => false, typed: true };
        return next();
      },
    };
    const rig = await openRig(api, {}, (layers) =>
      layers.flatMap((layer) => {
        if (layer.name === "decode") return [closed];
        return layer.name === "unit-of-work" ? [teller, layer] : [layer];
      }),
    );
    const { secretKey: key } = rig.store.createAccount();
    const { headers, body } = await rig.send("POST /v1/things", { key });
    expect(body).toEqual({ id: "from the layer" });
    expect(headers["x-own"]).toBe("yes");
    expect(seen).toEqual(["before things.make", "after 200"]);
  });

  it("fail loudly where they stand before what they need", async () => {
    const rig = await openRig(api, {}, (layers) => [
      ...layers.filter(({ name }) => name !== "route"),
    ]);
    const { secretKey: key } = rig.store.createAccount();
    expect((await rig.send("POST /v1/things", { key })).status).toBe(500);
    expect(String(rig.failures[0])).toBe(
      "TypeError: a layer needs method, which no layer before it has found",
    );
  });

  it("fail loudly where nobody answers", async () => {
    const rig = await openRig(api, {}, (layers) => layers.slice(0, -1));
    const { secretKey: key } = rig.store.createAccount();
    expect((await rig.send("POST /v1/things", { key })).status).toBe(500);
    expect(String(rig.failures[0])).toBe("TypeError: no layer answered the request");
  });
});
