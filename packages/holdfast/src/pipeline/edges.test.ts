import { describe, expect, it } from "vitest";
import { previousAttributes } from "../compile/diff.js";
import { newestContract } from "../contract/newest.js";
import { bootApiFrom, error, method, resource, t } from "../index.js";
import { defaultList } from "./default-list.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { id: text } }).from<{
  id: string;
}>();
const bad = error("bad", {
  status: 400,
  type: "invalid_request_error",
  description: "It is bad.",
  message: "'{id}' is bad.",
  data: { id: t.string().internal().describe("Which.") },
});
const read = method("things.read", {
  route: "GET /v1/things/{id}",
  description: "Reads a thing.",
  params: { id: text },
  returns: thing,
  raises: [bad],
}).execute(async ({ params }) => {
  if (params.id.startsWith("4")) throw bad({ id: params.id });
  return params;
});
const api = bootApiFrom(
  { name: "Edges", resources: [thing], methods: [read] },
  "genesis: []\n2020-01-01: []\n",
  [],
);
const redact = (said: string) => said.replaceAll(/\d{12,}/g, "****");

describe("an account without a pin", () => {
  const pinAfter = async (route: string, body?: object) => {
    const rig = await openRig(api);
    const { account, secretKey } = rig.store.createAccount();
    await rig.send(route, { key: secretKey, ...(body && { body }) });
    const credential = await rig.store.authenticate(secretKey);
    expect(credential?.account.id).toBe(account.id);
    return credential?.account.pin;
  };

  it("is pinned by a request that is served", async () => {
    expect(await pinAfter("GET /v1/things/a")).toBe("2020-01-01");
  });

  it.each(["GET /v1/nothing", "PUT /v1/things/a"])("is not pinned by %s", async (route) => {
    expect(await pinAfter(route)).toBeNull();
  });

  it("is not pinned by a body that cannot be read", async () => {
    const rig = await openRig(api);
    const { secretKey } = rig.store.createAccount();
    await rig.send("GET /v1/things/a", { key: secretKey, body: "a=1&a=2" });
    expect((await rig.store.authenticate(secretKey))?.account.pin).toBeNull();
  });
});

describe("OPTIONS", () => {
  it("says what a path takes, without a key", async () => {
    const { status, headers } = await (await openRig(api)).send("OPTIONS /v1/things/a");
    expect([status, headers.allow]).toEqual([204, "GET, HEAD, OPTIONS"]);
  });
});

describe("what may not be told", () => {
  it("stands neither in errors nor in the log", async () => {
    const rig = await openRig(api, { redact });
    const { secretKey } = rig.store.createAccount();
    const { text: body } = await rig.send("GET /v1/things/4242424242424242", { key: secretKey });
    expect(body).toContain("'****' is bad.");
    expect(rig.log.map((entry) => entry.path)).toEqual(["/v1/things/****"]);
  });
});

describe("a name as long as a body", () => {
  it("is clipped where an error quotes it", async () => {
    const rig = await openRig(api);
    const { secretKey } = rig.store.createAccount();
    const body = { ["x".repeat(100_000)]: 1 };
    const answer = await rig.send("GET /v1/things/a", { key: secretKey, body });
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(1_000);
  });
});

describe("a request log that fails", () => {
  it("takes no answer back, and is told of", async () => {
    const rig = await openRig(api, {
      onRequest: () => {
        throw new Error("the disk is full");
      },
    });
    const { secretKey } = rig.store.createAccount();
    expect((await rig.send("GET /v1/things/a", { key: secretKey })).status).toBe(200);
    expect(rig.failures.map(String)).toEqual(["Error: the disk is full"]);
  });
});

describe("previous attributes", () => {
  it("know keys that every object has by nature", () => {
    const { wire } = newestContract({
      resources: [],
      methods: [],
      errors: [],
      events: [],
      headers: [],
      lists: defaultList,
    });
    const after = { metadata: { constructor: "x", valueOf: "z" } };
    expect(previousAttributes({ metadata: {} }, after, wire)).toEqual({
      metadata: { constructor: null, valueOf: null },
    });
  });
});
