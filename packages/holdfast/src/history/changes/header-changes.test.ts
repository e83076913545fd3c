import { describe, expect, it } from "vitest";
import {
  type AnswerFacts,
  headerWas,
  idempotentReplayedHeader,
  method,
  param,
  requestIdHeader,
  resource,
  responseHeader,
  retryAfterHeader,
  t,
  toFetchHandler,
} from "../../index.js";
import { openRig } from "../../pipeline/rig.fixture.js";
import type { Change } from "../change.js";
import { asText, inTurn, reversed, scaled, unchanged } from "../conversions/index.js";
import { type Parts, smallApi, versionAt, whatStops } from "../small-api.fixture.js";
import {
  responseHeaderRemoved,
  responseHeaderValueWas,
  responseHeaderWas,
} from "./header-changes.js";
import { removed } from "./removed.js";

const text = t.string().describe("A text.");
const inUnits = inTurn(
  reversed(asText()),
  t.integer(),
  inTurn(scaled({ today: 100, before: 1 }), t.number(), asText()),
);
const thing = resource("thing", { description: "A thing.", fields: { id: text } }).from<{
  id: string;
  cost: number;
}>();

const cost = responseHeader("Thing-Cost", {
  description: "What it costs, in cents.",
  value: ({ result }: AnswerFacts<{ readonly cost: number }>) => result.cost,
});
const colour = responseHeader("Thing-Colour", {
  description: "Its colour.",
  value: () => "blue",
  until: "has_colour",
});
const everywhere = responseHeader("Served-By", {
  description: "Who answered.",
  value: ({ version }) => `us at ${version}`,
});

let received: unknown;
const make = method("things.make", {
  route: "POST /v1/things/{id}",
  description: "Makes a thing.",
  params: {
    id: text,
    tenant: t.string({ maxLength: 3 }).optional().inHeader("Tenant-Id").describe("Whose it is."),
    size: t.integer().optional().inHeader("Thing-Size").describe("How big."),
    mood: text.optional().until("has_mood").inHeader("Thing-Mood"),
  },
  returns: thing,
  headers: [cost, colour],
  checks: {
    known: {
      description: "Tenants are known.",
      test: ({ tenant }) => tenant !== "xxx" || "Who is that?",
      param: "tenant",
    },
  },
}).execute(async ({ params }) => {
  received = params;
  return { id: params.id, cost: 250 };
});

const hasColour = {
  has_colour: [responseHeaderRemoved(colour)],
  has_mood: [param(make, "mood", removed())],
};
const parts: Parts = { resources: [thing], methods: [make], headers: [everywhere] };

async function open(past: Parameters<typeof smallApi>[1]) {
  const rig = await openRig(smallApi(parts, past), { rateLimit: { perSecond: 1, burst: 3 } });
  const send = async (step: number, headers: Record<string, string | string[]> = {}, body = {}) => {
    received = undefined;
    const { account, secretKey } = rig.store.createAccount();
    const pinned = { "api-version": versionAt(step), ...headers };
    const got = await rig.send("POST /v1/things/a", { key: secretKey, headers: pinned, body });
    return { ...got, key: secretKey, account, received, error: got.body.error };
  };
  return { rig, send };
}

describe("a param in a header", () => {
  it("is read, validated and checked by its header's name", async () => {
    const { send } = await open([hasColour]);
    const fine = await send(1, { "tenant-id": "abc", "thing-size": "7" });
    expect(fine.received).toEqual({ id: "a", tenant: "abc", size: 7 });
    const long = await send(1, { "tenant-id": "abcd" });
    expect([long.status, long.error?.param]).toEqual([400, "Tenant-Id"]);
    expect(long.error?.message).toContain("Invalid Tenant-Id: ");
    const many = await send(1, { "thing-size": ["1", "2"] });
    expect(many.error?.message).toBe(
      "Invalid Thing-Size: must be one value, but several was given.",
    );
    const checked = await send(1, { "tenant-id": "xxx" });
    expect(checked.error).toMatchObject({ param: "Tenant-Id", message: "Who is that?" });
  });

  it("is not known in the body", async () => {
    const { send } = await open([hasColour]);
    expect((await send(1, {}, { tenant: "abc" })).error).toMatchObject({
      param: "tenant",
      message: "Received unknown parameter: tenant. It is sent in the header Tenant-Id.",
    });
    const near = await send(1, {}, { tenan: "abc" });
    expect(near.error?.message).toBe("Received unknown parameter: tenan");
  });

  it("had another header, or stood in the body, or in a header where it now does not", async () => {
    const { send } = await open([
      {
        ...hasColour,
        tenant: [param(make, "tenant", headerWas("X-Tenant"))],
        size: [param(make, "size", headerWas(null))],
      },
    ]);
    const then = await send(0, { "x-tenant": "abc", "thing-mood": "glad" }, { size: 3 });
    expect(then.received).toEqual({ id: "a", tenant: "abc", size: 3, mood: "glad" });
    const wrong = await send(0, { "x-tenant": "abcd" });
    expect(wrong.error?.param).toBe("X-Tenant");
    const renamed = await send(0, { "tenant-id": "abcd" });
    expect(renamed.received).toEqual({ id: "a" });
    expect((await send(0, {}, { size: "x" })).error?.param).toBe("size");
  });
});

describe("a header of answers", () => {
  it("is made of what was returned, and may have had another name and value", async () => {
    const { send } = await open([
      { a: [responseHeaderWas(cost, "X-Cost")] },
      { b: [responseHeaderValueWas(cost, inUnits)], ...hasColour },
      { c: [responseHeaderWas(everywhere, null)] },
    ]);
    const [oldest, older, old, now] = await Promise.all([0, 1, 2, 3].map((step) => send(step)));
    expect(now?.headers).toMatchObject({ "thing-cost": "250", "served-by": "us at 2013-01-01" });
    expect(now?.headers).not.toHaveProperty("thing-colour");
    expect(old?.headers).toMatchObject({ "thing-cost": "250" });
    expect(old?.headers).not.toHaveProperty("served-by");
    expect(older?.headers).toMatchObject({ "thing-cost": "2.5", "thing-colour": "blue" });
    expect(oldest?.headers).toMatchObject({ "x-cost": "2.5" });
    expect(oldest?.headers).not.toHaveProperty("thing-cost");
  });

  it("of the framework has the caller's name, also in a stored answer and on errors", async () => {
    const { rig, send } = await open([
      {
        ...hasColour,
        own: [
          responseHeaderWas(requestIdHeader, "X-Request"),
          responseHeaderWas(idempotentReplayedHeader, null),
          responseHeaderWas(retryAfterHeader, "X-Wait"),
        ],
      },
    ]);
    const { key, headers } = await send(0, { origin: "https://a.example" });
    expect(headers["x-request"]).toMatch(/^req_/);
    expect(headers).not.toHaveProperty("request-id");
    expect(headers["access-control-expose-headers"]).toContain("X-Request");
    const again = { "api-version": "genesis", "idempotency-key": "k" };
    await rig.send("POST /v1/things/a", { key, headers: again });
    const replayed = await rig.send("POST /v1/things/a", { key, headers: again });
    expect(replayed.headers).not.toHaveProperty("idempotent-replayed");
    expect(replayed.headers["thing-cost"]).toBe("250");
    const limited = await rig.send("POST /v1/things/a", { key, headers: again });
    expect([limited.status, limited.headers["x-wait"]]).toEqual([429, "1"]);
  });

  it("goes out through fetch", async () => {
    const { rig } = await open([{ ...hasColour, a: [responseHeaderWas(cost, "X-Cost")] }]);
    const { secretKey } = rig.store.createAccount();
    const handle = toFetchHandler(rig.running.handle);
    const answer = await handle(
      new Request("https://a.example/v1/things/a", {
        method: "POST",
        headers: {
          authorization: `Bearer ${secretKey}`,
          "tenant-id": "abc",
          "api-version": "genesis",
        },
      }),
    );
    expect(answer.headers.get("x-cost")).toBe("250");
    expect(received).toEqual({ id: "a", tenant: "abc" });
  });

  it("that cannot be made is told of, and left out where every answer would have it", async () => {
    const bad = responseHeader("Bad", { description: "Bad.", value: () => "a\nb" });
    const failing = async (parts: Parts) => {
      const rig = await openRig(smallApi(parts, [hasColour]));
      const { secretKey } = rig.store.createAccount();
      const { status, headers } = await rig.send("POST /v1/things/a", { key: secretKey });
      return [status, headers.bad, rig.failures.map(String)];
    };
    const told = ["TypeError: the header Bad would not be plain text"];
    expect(await failing({ ...parts, headers: [bad] })).toEqual([200, undefined, told]);
    const own = method("things.bad", {
      route: "POST /v1/things/{id}/bad",
      description: "Bad.",
      params: { id: text },
      returns: thing,
      headers: [bad],
    }).execute(async () => ({ id: "a", cost: 1 }));
    const rig = await openRig(smallApi({ ...parts, methods: [make, own] }, [hasColour]));
    const { secretKey } = rig.store.createAccount();
    expect((await rig.send("POST /v1/things/a/bad", { key: secretKey })).status).toBe(500);
    expect(rig.failures.map(String)).toEqual(told);
  });
});

describe("what does not fit", () => {
  const stranger = responseHeader("Stranger", { description: "X.", value: () => "x" });
  const cases: [string, Change, string][] = [
    ["a header of another API", responseHeaderWas(stranger, "X"), "which is no part of the API"],
    ["a name that is none", responseHeaderWas(cost, "a b"), "a b is no name of a header"],
    ["a name that HTTP has", responseHeaderWas(cost, "Content-Type"), "is no name of a header"],
    ["a header that is not sent", responseHeaderWas(colour, "X"), "it is not sent now"],
    ["a value that is not sent", responseHeaderValueWas(colour, unchanged()), "it is not sent now"],
    ["a removal without a mark", responseHeaderRemoved(cost), 'must have until: "a"'],
    ["a param in no header", param(make, "id", headerWas(null)), "it stands in no header now"],
    ["a param in what is none", param(make, "id", headerWas("Host")), "is no name of a header"],
  ];
  it.each(cases)("%s", (_name, change, message) => {
    const [stop] = whatStops(() => smallApi(parts, [hasColour, { a: [change] }]));
    expect(stop?.message).toContain(message);
    expect(stop?.location?.file).toContain("header-changes.test.ts");
  });
});
