import { describe, expect, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import {
  error,
  field,
  type MemoryKeyOptions,
  method,
  param,
  renamedTo,
  resource,
  routeWas,
  t,
  wireWas,
} from "../index.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", {
  description: "A thing.",
  fields: { name: text, number: t.integer().describe("A number.") },
}).from<{ name: string; number: number }>();

const declined = error("declined", {
  status: 402,
  type: "card_error",
  description: "No.",
  message: "No, {why}.",
  data: { why: text },
  keepsWrites: true,
});
const refused = error("refused", { status: 409, type: "x", description: "No.", message: "No." });

let made = 0;
let hold: Promise<void> | undefined;
const make = method("things.make", {
  route: "POST /things",
  description: "Makes a thing.",
  params: {
    name: text,
    tags: t.map().optional().describe("Tags."),
    list: t.list(text).optional().describe("A list."),
  },
  returns: thing,
  raises: [declined, refused],
  checks: { not_x: { description: "Not x.", test: ({ name }) => name !== "x" || "It is x." } },
}).execute(async ({ params: { name } }) => {
  made++;
  await hold;
  if (name === "decline") throw declined({ why: "because" }, { param: "name" });
  if (name === "refuse") throw refused();
  if (name === "fail") throw new Error("out of order");
  return { name, number: made };
});
const read = method("things.read", {
  route: "GET /things",
  description: "Reads.",
  returns: thing,
}).execute(async () => ({ name: "n", number: ++made }));

const api = smallApi({ resources: [thing], methods: [make, read] }, [
  { replays: [wireWas({ mismatchedKeys: "replayed" })] },
  { title: [field(thing, "title", renamedTo("name")), param(make, "title", renamedTo("name"))] },
]);

async function open(pin?: string) {
  const rig = await openRig(api);
  const { account, secretKey } = rig.store.createAccount(pin === undefined ? {} : { pin });
  const post = (key: string | readonly string[], body: object | string, as = secretKey) =>
    rig.send("POST /things", { key: as, body, headers: { "idempotency-key": key } });
  return { rig, account, secretKey, post };
}

describe("an idempotency key", () => {
  it("answers again what was answered, byte for byte", async () => {
    const { rig, post } = await open();
    const first = await post("k", { name: "a" });
    const again = await post("k", { name: "a" });
    expect(first.status).toBe(200);
    expect(again.text).toBe(first.text);
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(first.headers).not.toHaveProperty("idempotent-replayed");
    expect(again.headers["request-id"]).not.toBe(first.headers["request-id"]);
    expect(rig.log.map(({ replayed }) => replayed)).toEqual([false, true]);
    expect((await post("l", { name: "a" })).text).not.toBe(first.text);
  });

  it("answers in the version of the first request, whatever the version since", async () => {
    const { rig, account, post } = await open("genesis");
    const first = await post("k", { title: "a" });
    expect(first.body).toHaveProperty("title");
    const newer = rig.store.createKey(account.id, { pin: "2012-01-01" });
    const again = await post("k", { title: "a" }, newer);
    expect(again.text).toBe(first.text);
    expect(again.headers["api-version"]).toBe("genesis");
  });

  it("does not mind the order of params, nor how they were sent", async () => {
    const { post } = await open();
    const first = await post("k", { name: "a", tags: { x: "1", y: "2" }, list: ["a", "b"] });
    for (const body of [
      { list: ["a", "b"], tags: { y: "2", x: "1" }, name: "a" },
      "list[]=a&list[]=b&tags[y]=2&tags[x]=1&name=a",
      "name=a&list[0]=a&list[1]=b&tags%5Bx%5D=1&tags%5By%5D=2",
    ]) {
      expect((await post("k", body)).text).toBe(first.text);
    }
  });

  it.each([
    ["another value", { name: "b" }],
    ["another order of a list", { name: "a", list: ["b", "a"] }],
    ["one param more", { name: "a", tags: {} }],
  ])("refuses %s", async (_name, body) => {
    const { post } = await open();
    await post("k", { name: "a", ...("list" in body && { list: ["a", "b"] }) });
    const before = made;
    const { status, body: answer } = await post("k", body);
    expect(status).toBe(400);
    expect(answer.error).toEqual({
      type: "idempotency_error",
      message:
        "Keys for idempotent requests can only be used with the params of the first request. Use another key than 'k' for another request.",
    });
    expect(made).toBe(before);
  });

  it("replays even other params at versions that did so", async () => {
    const { post } = await open("genesis");
    const first = await post("k", { title: "a" });
    expect((await post("k", { title: "b" })).text).toBe(first.text);
  });

  it("is another one for another account, and for another mode", async () => {
    const { rig, account, post } = await open();
    const { text } = await post("k", { name: "a" });
    const live = rig.store.createKey(account.id, { mode: "live" });
    const { secretKey } = rig.store.createAccount();
    for (const key of [live, secretKey])
      expect((await post("k", { name: "a" }, key)).text).not.toBe(text);
  });

  it("is a 409 while the first request is worked on, which is done once", async () => {
    const { post } = await open();
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const before = made;
    const first = post("k", { name: "a" });
    while (made === before) await new Promise((resolve) => setImmediate(resolve));
    const { status, body } = await post("k", { name: "a" });
    expect(status).toBe(409);
    expect(body.error).toEqual({
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: "Another request with the idempotency key 'k' is still being worked on.",
    });
    release();
    hold = undefined;
    const { text } = await first;
    expect((await post("k", { name: "a" })).text).toBe(text);
    expect(made).toBe(before + 1);
  });

  it.each([
    ["a missing param", {}],
    ["an unknown param", { name: "a", nom: "b" }],
    ["a check", { name: "x" }],
  ])("stores nothing where %s stopped the request", async (_name, body) => {
    const { post } = await open();
    expect((await post("k", body)).status).toBe(400);
    expect((await post("k", { name: "a" })).status).toBe(200);
  });

  it.each([
    ["that keeps what was written", "decline", 402],
    ["that undoes what was written", "refuse", 409],
  ])("stores an error %s", async (_name, name, status) => {
    const { post } = await open();
    const first = await post("k", { name });
    const before = made;
    const again = await post("k", { name });
    expect(first.status).toBe(status);
    expect(again.text).toBe(first.text);
    expect(again.status).toBe(status);
    expect(made).toBe(before);
  });

  it("stores no failure of the server", async () => {
    const { rig, post } = await open();
    const before = made;
    expect((await post("k", { name: "fail" })).status).toBe(500);
    expect((await post("k", { name: "fail" })).status).toBe(500);
    expect(made).toBe(before + 2);
    expect(rig.failures.map(String)).toEqual(["Error: out of order", "Error: out of order"]);
  });

  it.each([
    ["", "it is empty"],
    ["k".repeat(256), "it is longer than 255 characters"],
    [["a", "b"], "it was sent more than once"],
  ])("is refused where it cannot be one: %#", async (key, reason) => {
    const { post } = await open();
    const { status, body } = await post(key, { name: "a" });
    expect(status).toBe(400);
    expect(body.error?.message).toBe(`Invalid Idempotency-Key: ${reason}.`);
  });

  it("means nothing to a request that only reads", async () => {
    const { rig, secretKey } = await open();
    const get = () =>
      rig.send("GET /things", { key: secretKey, headers: { "idempotency-key": "k" } });
    expect((await get()).text).not.toBe((await get()).text);
  });
});

describe("what a request writes", () => {
  /** Whether the writes of each request were kept. */
  async function kept(name: string, headers: Readonly<Record<string, string>> = {}) {
    const outcomes: string[] = [];
    const rig = await openRig(api, {
      transactor: {
        async read(work) {
          return rig.store.read(work);
        },
        write: (work, key) =>
          rig.store.write(async (unit) => {
            const tracked = {
              ...unit,
              savepoint: async <T>(part: () => Promise<T>) => {
                try {
                  return await part();
                } catch (problem) {
                  outcomes.push("part undone");
                  throw problem;
                }
              },
            };
            try {
              const result = await work(tracked);
              outcomes.push("kept");
              return result;
            } catch (problem) {
              outcomes.push("undone");
              throw problem;
            }
          }, key),
      },
    });
    const { secretKey: key } = rig.store.createAccount();
    await rig.send("POST /things", { key, headers, body: { name } });
    return outcomes;
  }

  it.each([
    ["a", ["kept"], ["kept"]],
    ["decline", ["kept"], ["kept"]],
    ["refuse", ["undone"], ["part undone", "kept"]],
    ["fail", ["undone"], ["part undone", "undone"]],
    ["x", ["undone"], ["part undone", "undone"]],
  ])("%s: %j, with a key %j", async (name, without, withKey) => {
    expect(await kept(name)).toEqual(without);
    expect(await kept(name, { "idempotency-key": "k" })).toEqual(withKey);
  });
});

describe("a request whose route has gone since it was answered", () => {
  const gone = smallApi({ resources: [thing], methods: [make] }, [
    { old_route: [routeWas(make, "POST /old")] },
  ]);

  /** An account whose first request was answered at genesis, and a key of it that is held later. */
  async function moved(as: MemoryKeyOptions = {}) {
    const rig = await openRig(gone);
    const { account, secretKey } = rig.store.createAccount({ pin: "genesis" });
    const post = (name: string, key: string, headers: Record<string, string> = {}) =>
      rig.send("POST /old", {
        key,
        body: { name },
        headers: { "idempotency-key": "k", ...headers },
      });
    const first = await post("a", secretKey);
    const later = rig.store.createKey(account.id, { pin: "2011-01-01", ...as });
    return { rig, first, again: (name: string, headers = {}) => post(name, later, headers) };
  }

  it("has its stored answer", async () => {
    const { again, first } = await moved();
    const { status, text, headers } = await again("a");
    expect([status, text]).toEqual([200, first.text]);
    expect(headers).toMatchObject({ "idempotent-replayed": "true", "api-version": "genesis" });
  });

  it("is not found with other params, another key, or a body that cannot be read", async () => {
    const { rig, again } = await moved();
    expect((await again("b")).status).toBe(404);
    expect((await again("a", { "idempotency-key": "other" })).status).toBe(404);
    expect((await again("a", { "idempotency-key": "" })).status).toBe(404);
    expect((await again("a", { "content-type": "text/plain" })).status).toBe(404);
    expect(rig.failures).toEqual([]);
  });

  it("is not found by keys that may not call everything", async () => {
    expect((await (await moved({ kind: "publishable" })).again("a")).status).toBe(404);
    expect((await (await moved({ permissions: ["x"] })).again("a")).status).toBe(404);
  });

  it("waits while the first one is still worked on", async () => {
    const rig = await openRig(gone);
    const { account, secretKey } = rig.store.createAccount({ pin: "genesis" });
    const later = rig.store.createKey(account.id, { pin: "2011-01-01" });
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const sent = { body: { name: "a" }, headers: { "idempotency-key": "k" } };
    const first = rig.send("POST /old", { key: secretKey, ...sent });
    expect((await rig.send("POST /old", { key: later, ...sent })).status).toBe(409);
    release();
    hold = undefined;
    expect((await first).status).toBe(200);
  });
});
