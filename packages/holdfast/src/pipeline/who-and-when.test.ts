import { describe, expect, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import { field, method, param, renamedTo, resource, t } from "../index.js";
import { memoryStore } from "./memory-store.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { name: text } }).from<{
  name: string;
}>();
const make = method("make", {
  route: "POST /things",
  description: "Makes a thing.",
  params: { name: text },
  returns: thing,
}).execute(async ({ params }) => params);

const api = smallApi({ resources: [thing], methods: [make] }, [
  { a: [field(thing, "first", renamedTo("second")), param(make, "first", renamedTo("second"))] },
  { b: [field(thing, "second", renamedTo("name")), param(make, "second", renamedTo("name"))] },
]);
const NEWEST = "2012-01-01";
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("authentication", async () => {
  const { store, send } = await openRig(api);
  const { secretKey } = store.createAccount();
  const how = " Send your key as a bearer token or as the user name of Basic authentication.";

  it.each([
    ["no key", {}, `You did not provide an API key.${how}`],
    [
      "a header that says nothing",
      { authorization: "Bearer" },
      `You did not provide an API key.${how}`,
    ],
    [
      "another scheme",
      { authorization: "Digest x" },
      `The Authorization header cannot be read.${how}`,
    ],
    [
      "two headers",
      { authorization: ["Bearer a", "Bearer b"] },
      `The Authorization header was sent more than once.${how}`,
    ],
    [
      "an unknown key",
      { authorization: "Bearer sk_test_1234567890abcdef" },
      "Invalid API key provided: sk_test_****cdef.",
    ],
    [
      "an unknown short key",
      { authorization: "Bearer sk_live_12345678" },
      "Invalid API key provided: sk_live_****.",
    ],
    [
      "an unknown key of no kind",
      { authorization: basic("abc:") },
      "Invalid API key provided: ****.",
    ],
  ])("%s is a 401", async (_name, headers, message) => {
    const { status, headers: told, body } = await send("POST /things", { headers });
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ type: "invalid_request_error", message });
    expect(told["www-authenticate"]).toBe('Bearer realm="API"');
  });

  it("takes a key as bearer token or user name", async () => {
    for (const authorization of [
      `Bearer ${secretKey}`,
      `bearer ${secretKey}`,
      basic(`${secretKey}:`),
    ]) {
      const { status } = await send("POST /things", {
        headers: { authorization },
        body: { name: "n" },
      });
      expect(status).toBe(200);
    }
  });
});

describe("the version of a request", () => {
  const named = async (rig: Awaited<ReturnType<typeof openRig>>, key: string, version?: string) => {
    const names = ["first", "second", "name"];
    for (const name of names) {
      const { status, body, headers } = await rig.send("POST /things", {
        key,
        body: { [name]: "n" },
        headers: version === undefined ? {} : { "api-version": version },
      });
      if (status === 200) return { shown: Object.keys(body)[0], version: headers["api-version"] };
    }
    return undefined;
  };

  it("is the account's pin, or the key's, or the header's", async () => {
    const rig = await openRig(api);
    const { account, secretKey } = rig.store.createAccount({ pin: "genesis" });
    const pinned = rig.store.createKey(account.id, { pin: "2011-01-01" });
    expect(await named(rig, secretKey)).toEqual({ shown: "first", version: "genesis" });
    expect(await named(rig, pinned)).toEqual({ shown: "second", version: "2011-01-01" });
    expect(await named(rig, pinned, NEWEST)).toEqual({ shown: "name", version: NEWEST });
    expect(await named(rig, secretKey, ` ${NEWEST} `)).toEqual({ shown: "name", version: NEWEST });
  });

  it("is the newest for an account's first request, which pins it silently", async () => {
    const rig = await openRig(api);
    const { account, secretKey } = rig.store.createAccount();
    expect(await named(rig, secretKey)).toEqual({ shown: "name", version: NEWEST });
    const found = await rig.store.authenticate(secretKey);
    expect(found?.account).toMatchObject({ id: account.id, pin: NEWEST });
  });

  it("is the header's for a first request that has one, which pins the newest all the same", async () => {
    const rig = await openRig(api);
    const { secretKey } = rig.store.createAccount();
    expect(await named(rig, secretKey, "genesis")).toEqual({ shown: "first", version: "genesis" });
    expect(await named(rig, secretKey)).toEqual({ shown: "name", version: NEWEST });
  });

  it("is pinned once by a hundred first requests at once", async () => {
    const store = memoryStore();
    const asked: string[] = [];
    const slow = {
      ...store,
      async pinIfAbsent(account: string, version: string) {
        // Processes that know different versions, all of which found no pin.
        const own = asked.length % 2 === 0 ? version : "2011-01-01";
        asked.push(own);
        await new Promise((resolve) => setImmediate(resolve));
        return store.pinIfAbsent(account, own);
      },
    };
    const rig = await openRig(api, {}, undefined, slow);
    const { secretKey } = rig.store.createAccount();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => rig.send("POST /things", { key: secretKey, body: {} })),
    );
    const pin = (await store.authenticate(secretKey))?.account.pin;
    expect(asked).toHaveLength(100);
    expect(new Set(answers.map(({ headers }) => headers["api-version"]))).toEqual(new Set([pin]));
    expect([NEWEST, "2011-01-01"]).toContain(pin);
  });

  it("is the header's, or the key's, even where another process pins the account meanwhile", async () => {
    const store = memoryStore();
    const raced = { ...store, pinIfAbsent: async () => "2011-01-01" };
    const rig = await openRig(api, {}, undefined, raced);
    const { account, secretKey } = rig.store.createAccount();
    const pinned = rig.store.createKey(account.id, { pin: NEWEST });
    expect(await named(rig, secretKey)).toEqual({ shown: "second", version: "2011-01-01" });
    expect(await named(rig, secretKey, NEWEST)).toEqual({ shown: "name", version: NEWEST });
    expect(await named(rig, pinned)).toEqual({ shown: "name", version: NEWEST });
  });

  it("does not pin where the key or the header is refused", async () => {
    const rig = await openRig(api);
    const { account, secretKey } = rig.store.createAccount();
    await rig.send("POST /things", { key: "sk_test_unknown_key" });
    await rig.send("POST /things", { key: secretKey, headers: { "api-version": "tomorrow" } });
    expect((await rig.store.authenticate(secretKey))?.account).toEqual({ ...account, pin: null });
  });

  it.each([
    ["tomorrow", "tomorrow is not a version. The newest version is 2012-01-01"],
    ["", " is not a version. The newest version is 2012-01-01"],
    [
      "2011-06-01",
      "2011-06-01 is not a version. The nearest versions are 2011-01-01 and 2012-01-01",
    ],
    ["2010-06-01", "2010-06-01 is not a version. The nearest versions are 2011-01-01"],
    ["2099-01-01", "2099-01-01 is not a version. The nearest versions are 2012-01-01"],
    [
      "2011-01-01.acacia",
      "2011-01-01.acacia is not a version. The nearest versions are 2011-01-01 and 2012-01-01",
    ],
    [
      "2011-01-01, 2012-01-01",
      "2011-01-01, 2012-01-01 is not a version. The nearest versions are 2011-01-01 and 2012-01-01",
    ],
    [["2011-01-01", "2011-01-01"], "the header was sent more than once"],
    ["x".repeat(99), `${"x".repeat(40)} is not a version. The newest version is 2012-01-01`],
  ])("is a 400 for the header %j", async (version, reason) => {
    const rig = await openRig(api);
    const { secretKey } = rig.store.createAccount({ pin: "genesis" });
    const { status, body, headers } = await rig.send("POST /things", {
      key: secretKey,
      headers: { "api-version": version },
    });
    expect(status).toBe(400);
    expect(body.error?.message).toBe(`Invalid API-Version: ${reason}.`);
    expect(headers).not.toHaveProperty("api-version");
  });

  it("is a 503 for a pin that this process does not know yet, and never another version", async () => {
    const rig = await openRig(api);
    const { secretKey } = rig.store.createAccount({ pin: "2031-01-01" });
    const { status, headers, body } = await rig.send("POST /things", {
      key: secretKey,
      body: { name: "n" },
    });
    expect(status).toBe(503);
    expect(headers["retry-after"]).toBe("1");
    expect(body.error?.message).toBe(
      "The version 2031-01-01 is not served here yet. Please try again shortly.",
    );
  });

  it("is the newest that every living process knows", async () => {
    const store = memoryStore();
    await store.activate("an older process", ["genesis", "2011-01-01"]);
    const rig = await openRig(api, {}, undefined, store);
    const { secretKey } = rig.store.createAccount();
    expect(await named(rig, secretKey)).toEqual({ shown: "second", version: "2011-01-01" });
  });
});
