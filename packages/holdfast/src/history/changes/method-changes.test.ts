import { describe, expect, it } from "vitest";
import { method, nothing, param, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { smallApi, whatStops } from "../small-api.fixture.js";
import { checkAdded } from "./check-changes.js";
import {
  keysWere,
  methodAdded,
  methodNeeds,
  methodRemoved,
  methodWas,
  routeWas,
  successStatusWas,
} from "./method-changes.js";
import { renamedTo } from "./renamed-to.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { id: text } }).from<{
  id: string;
}>();

const read = method("things.read", {
  route: "GET /v1/things/{id}",
  description: "Reads a thing.",
  params: { id: text },
  returns: thing,
}).execute(async ({ params }) => params);

const make = method("things.make", {
  route: "POST /v1/things",
  description: "Makes a thing.",
  params: { id: text },
  returns: thing,
  checks: {
    no_spaces: {
      description: "No spaces.",
      test: ({ id }) => !id.includes(" ") || "There are spaces in it.",
      param: "id",
    },
    short: { description: "Short.", test: ({ id }) => id.length < 5 || "It is too long." },
  },
}).execute(async ({ params }) => params);

const old = method("things.old", {
  route: "GET /v1/old",
  description: "An old way.",
  returns: thing,
  until: "has_old",
}).execute(async () => ({ id: "old" }));

const parts = { resources: [thing], methods: [read, make, old] };
const hasOld = { has_old: [methodRemoved(old)] };

async function calling(past: Parameters<typeof smallApi>[1]) {
  const kit = await testKit(smallApi(parts, past));
  const send = async (version: string, verb: string, path: string, publishable = false) => {
    const { account } = kit.callAs({ version, publishable });
    const number = account.id.slice("acct_".length);
    const kind = publishable ? "pk" : "sk";
    const { status, body } = await kit.running.handle({
      method: verb,
      path,
      query: "",
      headers: { authorization: `Bearer ${kind}_test_caller_${number}` },
      body: new Uint8Array(),
    });
    return { status, body: JSON.parse(body) };
  };
  const makes = async (version: string, id: string) =>
    (await kit.callAs({ version }).call("things.make", { id })).body;
  return { send, makes };
}

it("a method that was added is not there before, and says when it came", async () => {
  const { send } = await calling([{ no_read: [methodAdded(read)] }, hasOld]);
  expect((await send("2011-01-01", "GET", "/v1/things/a")).status).toBe(200);
  const { status, body } = await send("genesis", "GET", "/v1/things/a");
  expect(status).toBe(404);
  expect(body.error.message).toBe(
    "Unrecognized request URL (GET /v1/things/a). It exists from version 2011-01-01 on.",
  );
});

it("a method that was removed is there before, and says how long it was", async () => {
  const { send } = await calling([hasOld, { later: [] }]);
  expect((await send("genesis", "GET", "/v1/old")).body).toEqual({ id: "old" });
  const { status, body } = await send("2011-01-01", "GET", "/v1/old");
  expect(status).toBe(404);
  expect(body.error.message).toBe(
    "Unrecognized request URL (GET /v1/old). It existed until version genesis.",
  );
});

it("a method at another route", async () => {
  const { send } = await calling([
    { old_route: [routeWas(read, "POST /v1/thing/{id}/read")] },
    hasOld,
  ]);
  expect((await send("genesis", "POST", "/v1/thing/a/read")).body).toEqual({ id: "a" });
  expect((await send("genesis", "GET", "/v1/things/a")).status).toBe(404);
  expect((await send("2011-01-01", "GET", "/v1/things/a")).body).toEqual({ id: "a" });
});

it("a method whose path names an older name of a param", async () => {
  const { send } = await calling([
    { old_name: [routeWas(read, "GET /v1/things/{thing}"), param(read, "thing", renamedTo("id"))] },
    hasOld,
  ]);
  expect((await send("genesis", "GET", "/v1/things/a")).body).toEqual({ id: "a" });
});

it("a method whose id stood in the body", async () => {
  const kit = await testKit(
    smallApi(parts, [{ in_body: [routeWas(read, "POST /v1/things/read")] }, hasOld]),
  );
  const old = await kit.callAs({ version: "genesis" }).call("things.read", { id: "a" });
  expect([old.status, old.body]).toEqual([200, { id: "a" }]);
  const none = await kit.callAs({ version: "genesis" }).call("things.read");
  expect(none.body.error).toMatchObject({ code: "parameter_missing", param: "id" });
});

it("a method that a version is too old for says which one it needs", async () => {
  const { send } = await calling([{ needs_read: [methodNeeds(read)] }, hasOld]);
  const { status, body } = await send("genesis", "GET", "/v1/things/a");
  expect(status).toBe(400);
  expect(body.error).toEqual({
    type: "invalid_request_error",
    message:
      "things.read needs version 2011-01-01 or newer, and this request was served at genesis.",
  });
  expect((await send("2011-01-01", "GET", "/v1/things/a")).status).toBe(200);
});

it("a method of another name, in errors and for tests", async () => {
  const api = smallApi(parts, [
    { old_name: [methodWas(read, "thing.get"), keysWere(read, ["publishable"])] },
    hasOld,
  ]);
  const kit = await testKit(api);
  const old = kit.callAs({ version: "genesis" });
  expect((await old.call("thing.get", { id: "a" })).body.error?.message).toBe(
    "This API key may not call thing.get: it is a secret key, and the method takes publishable keys.",
  );
  expect(
    (await kit.callAs({ version: "2011-01-01" }).call("things.read", { id: "a" })).status,
  ).toBe(200);
  await expect(old.call("thing.put", { id: "a" })).rejects.toThrow(
    "the API has no method thing.put at genesis",
  );
});

describe("the status of a success", () => {
  const gone = method("things.gone", {
    route: "DELETE /v1/things/{id}",
    description: "Removes a thing.",
    params: { id: text },
    returns: thing,
    status: 204,
  }).execute(async ({ params }) => params);
  const note = method("things.note", {
    route: "POST /v1/things/{id}/note",
    description: "Notes something.",
    params: { id: text },
    returns: nothing,
    status: 202,
  }).execute(async () => {});

  it("may have been another one; 204 has no body", async () => {
    const api = smallApi({ ...parts, methods: [old, gone, note] }, [
      { ...hasOld, was_created: [successStatusWas(gone, 201), successStatusWas(note, 200)] },
    ]);
    const kit = await testKit(api);
    const answer = async (version: string, name: string) => {
      const { status, text, headers } = await kit.callAs({ version }).call(name, { id: "a" });
      return [status, text, headers["content-type"]];
    };
    expect(await answer("2011-01-01", "things.gone")).toEqual([204, "", undefined]);
    expect(await answer("genesis", "things.gone")).toEqual([201, '{"id":"a"}', "application/json"]);
    expect(await answer("2011-01-01", "things.note")).toEqual([202, "", undefined]);
    expect(await answer("genesis", "things.note")).toEqual([200, "", undefined]);
  });
});

it("a method for other kinds of key", async () => {
  const { send } = await calling([{ open: [keysWere(read, ["secret", "publishable"])] }, hasOld]);
  expect((await send("genesis", "GET", "/v1/things/a", true)).status).toBe(200);
  const { status, body } = await send("2011-01-01", "GET", "/v1/things/a", true);
  expect(status).toBe(403);
  expect(body.error.message).toBe(
    "This API key may not call things.read: it is a publishable key, and the method takes secret keys.",
  );
});

it("a check that older versions do not make", async () => {
  const { makes } = await calling([{ lax: [checkAdded(make, "no_spaces")] }, hasOld]);
  expect(await makes("genesis", "a b")).toEqual({ id: "a b" });
  expect((await makes("2011-01-01", "a b")).error).toEqual({
    type: "invalid_request_error",
    code: "parameter_invalid",
    message: "There are spaces in it.",
    param: "id",
  });
  expect((await makes("genesis", "abcdef")).error?.message).toBe("It is too long.");
});

describe("what does not fit", () => {
  const stranger = method("stranger", {
    route: "GET /v1/stranger",
    description: "Not of this API.",
    returns: thing,
  }).execute(async () => ({ id: "" }));
  const cases: [string, Change, string][] = [
    [
      "a removal without a mark",
      methodRemoved(read),
      'does not fit: the definition must have until: "a".',
    ],
    ["an addition of what is not there", methodAdded(old), "does not fit: it is not there now."],
    ["a check that is not there", checkAdded(make, "x"), "does not fit: it has no check called x."],
    [
      "a route that is none",
      routeWas(make, "/v1/x"),
      "does not fit: /v1/x is not a verb and a path.",
    ],
    ["a needed version of what is not there", methodNeeds(old), "it is not there now."],
    ["a name that is none", methodWas(read, "a b"), "a b is no name of a method."],
    [
      "a method of another API",
      keysWere(stranger, []),
      "changes stranger, which is no part of the API.",
    ],
  ];
  it.each(cases)("%s", (_name, change, message) => {
    const [stop] = whatStops(() => smallApi(parts, [hasOld, { a: [change] }]));
    expect(stop?.message).toContain(message);
    expect(stop?.location?.file).toContain("method-changes.test.ts");
  });
});
