import { describe, expect, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import {
  method,
  requestTooLarge,
  resource,
  serve,
  statusWas,
  t,
  toFetchHandler,
  type WireRequest,
} from "../index.js";
import { openRig } from "./rig.fixture.js";

const thing = resource("thing", {
  description: "A thing.",
  fields: { ok: t.literal(true).describe("Yes.") },
}).from<object>();
let ran = 0;
const make = method("things.make", {
  route: "POST /things",
  description: "Makes a thing.",
  params: { name: t.string().optional().describe("Its name.") },
  returns: thing,
}).execute(async () => {
  ran++;
  return {};
});
const api = smallApi({ resources: [thing], methods: [make] }, [
  { was_400: [statusWas(requestTooLarge, 400)] },
]);

const large = "x".repeat(2000);

async function open() {
  const rig = await openRig(api);
  const { account, secretKey } = rig.store.createAccount();
  const headers = (version: string) => ({
    authorization: `Bearer ${secretKey}`,
    "api-version": version,
  });
  const { answerTooLarge } = rig.running;
  return { rig, account, headers, options: { maxBodyBytes: 1000, answerTooLarge } };
}

describe("a body that is larger than what is read", () => {
  it("is refused in the caller's version and told to the request log, over HTTP", async () => {
    const { rig, account, headers, options } = await open();
    const server = await serve(rig.running.handle, options);
    const send = (version: string) =>
      fetch(`${server.url}/things`, { method: "POST", headers: headers(version), body: large });
    ran = 0;
    const [then, now] = [await send("genesis"), await send("2011-01-01")];
    expect([then.status, now.status, ran]).toEqual([400, 413, 0]);
    expect(await then.json()).toEqual({
      error: { type: "invalid_request_error", message: "The request's body is too large." },
    });
    expect(rig.log).toMatchObject([
      { method: "things.make", account: account.id, version: "genesis", status: 400 },
      { status: 413 },
    ]);
    await server.close();
  });

  it("is refused so through fetch", async () => {
    const { rig, headers, options } = await open();
    const handle = toFetchHandler(rig.running.handle, options);
    const answer = await handle(
      new Request("https://a.example/things", {
        method: "POST",
        headers: headers("genesis"),
        body: large,
      }),
    );
    expect([answer.status, rig.log.length]).toEqual([400, 1]);
  });

  it("is refused by the transport where the API cannot say so", async () => {
    const { rig, headers, options } = await open();
    const failures: unknown[] = [];
    const seen: WireRequest[] = [];
    const handle = toFetchHandler(rig.running.handle, {
      ...options,
      answerTooLarge: async (request) => {
        seen.push(request);
        throw new Error("no");
      },
      onError: (failure) => failures.push(String(failure)),
    });
    const answer = await handle(
      new Request("https://a.example/things?a=b", {
        method: "POST",
        headers: headers("genesis"),
        body: large,
      }),
    );
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: "body_too_large" } });
    expect(seen).toMatchObject([{ path: "/things", query: "a=b", body: new Uint8Array(0) }]);
    expect(failures).toEqual(["Error: no"]);
  });
});
