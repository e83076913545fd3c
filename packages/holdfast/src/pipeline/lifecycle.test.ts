import { describe, expect, it } from "vitest";
import { bootApiFrom } from "../api.js";
import { field, gate, method, param, renamedTo, resource, responseHeader, t } from "../index.js";
import { openRig } from "./rig.fixture.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: { d: text } }).from<{
  d: string;
}>();
const make = method("make", {
  route: "POST /things",
  description: "Makes a thing.",
  params: { d: text },
  returns: thing,
  headers: [
    responseHeader("Link", {
      description: "The thing's page.",
      value: () => "<https://t.example>",
    }),
  ],
}).execute(async ({ params }) => params);

const renamed = (was: string, is: string) => [
  field(thing, was, renamedTo(is)),
  param(make, was, renamedTo(is)),
];
const described = (name: string) => `  - gate: ${name}\n    description: Renamed.\n`;

/** A thing's only field is called a, b, c, and d where everything is released. */
const boot = (retirement: string, next = "") =>
  bootApiFrom(
    { name: "Ending", resources: [thing], methods: [make] },
    `genesis: ${retirement || "[]"}
2011-01-01:
${described("is_a")}
2012-01-01:
${described("is_b")}
${next || `2013-01-01:\n${described("is_c")}`}`,
    [
      gate("is_a", renamed("a", "b")),
      gate("is_b", renamed("b", "c")),
      gate("is_c", renamed("c", "d")),
    ],
  );

const at = (day: string) => ({ clock: () => Date.parse(`${day}Z`) });

async function send(
  rig: Awaited<ReturnType<typeof openRig>>,
  key: string,
  version: string | undefined,
  name: string,
) {
  const { status, body, headers } = await rig.send("POST /things", {
    key,
    body: { [name]: "x" },
    headers: version === undefined ? {} : { "api-version": version },
  });
  const { deprecation, sunset, link, "api-version": served } = headers;
  return { status, body, served, deprecation, sunset, link };
}

describe("a version that is on its way out", () => {
  const ends =
    "{ deprecated: 2020-01-01, sunset: 2021-01-01, link: https://a.example/x, gates: [] }";
  const told = {
    deprecation: "@1577836800",
    sunset: "Fri, 01 Jan 2021 00:00:00 GMT",
    link: '<https://t.example>, <https://a.example/x>; rel="deprecation"; type="text/html", <https://a.example/x>; rel="sunset"; type="text/html"',
  };

  it("is served until its sunset, and says so on every answer", async () => {
    const rig = await openRig(boot(ends), at("2020-12-31T23:59:59"));
    const { secretKey } = rig.store.createAccount({ pin: "genesis" });
    expect(await send(rig, secretKey, undefined, "a")).toEqual({
      status: 200,
      body: { a: "x" },
      served: "genesis",
      ...told,
    });
    const wrong = await send(rig, secretKey, undefined, "d");
    expect(wrong).toMatchObject({ status: 400, deprecation: told.deprecation });
    const newer = await send(rig, secretKey, "2012-01-01", "c");
    expect(newer).toMatchObject({
      status: 200,
      deprecation: undefined,
      link: "<https://t.example>",
    });
  });

  it("answers with an error from its sunset on, to a pin, a key's pin and a header alike", async () => {
    const rig = await openRig(boot(ends), at("2021-01-01T00:00:00"));
    const pinned = rig.store.createAccount({ pin: "genesis" });
    const free = rig.store.createAccount({ pin: "2012-01-01" });
    const held = rig.store.createKey(free.account.id, { pin: "genesis" });
    for (const [key, version] of [
      [pinned.secretKey, undefined],
      [held, undefined],
      [free.secretKey, "genesis"],
    ] as const) {
      const { status, body, served, sunset } = await send(rig, key, version, "a");
      expect({ status, served, sunset }).toEqual({
        status: 410,
        served: "genesis",
        sunset: told.sunset,
      });
      expect(body.error).toEqual({
        type: "invalid_request_error",
        code: "version_retired",
        message:
          "The version genesis was retired on 2021-01-01. Move to 2011-01-01 or a newer one. See https://a.example/x.",
      });
    }
    expect((await send(rig, held, "2011-01-01", "b")).status).toBe(200);
    expect(rig.failures).toEqual([]);
  });

  it("or falls forward to the next live version, as configured", async () => {
    const forward = ends.replace("gates:", "then: forward, gates:");
    const rig = await openRig(boot(forward), at("2021-01-01T00:00:00"));
    const { secretKey } = rig.store.createAccount({ pin: "genesis" });
    const free = rig.store.createAccount({ pin: "2012-01-01" });
    for (const [key, version] of [
      [secretKey, undefined],
      [free.secretKey, "genesis"],
    ] as const) {
      expect(await send(rig, key, version, "b")).toEqual({
        status: 200,
        body: { b: "x" },
        served: "2011-01-01",
        ...told,
      });
    }
    expect((await rig.store.authenticate(secretKey))?.account.pin).toBe("genesis");
    expect(rig.log.map(({ version }) => version)).toEqual(["2011-01-01", "2011-01-01"]);
  });

  it("passes over versions that have ended as well", async () => {
    const both = bootApiFrom(
      { name: "Ending", resources: [thing], methods: [make] },
      `genesis: { sunset: 2020-01-01, then: forward, gates: [] }
2011-01-01: { sunset: 2020-01-01, gates: [] }
2012-01-01: []
`,
      [],
    );
    const rig = await openRig(both, at("2020-01-01T00:00:00"));
    const { secretKey } = rig.store.createAccount({ pin: "genesis" });
    expect(await send(rig, secretKey, undefined, "d")).toMatchObject({ served: "2012-01-01" });
    expect((await send(rig, secretKey, "2011-01-01", "d")).status).toBe(410);
    const none = await send(rig, secretKey, "2011-06-01", "d");
    expect(none.body.error?.message).toContain("The nearest versions are 2012-01-01.");
  });
});

describe("a draft", () => {
  const next = `next:\n${described("is_c")}`;
  const dated = "next:\n  2013-01-01:\n    - { gate: is_c, description: C. }\n  2014-01-01.x: []\n";

  it("is not seen by those who do not ask for it", async () => {
    const rig = await openRig(boot("", next));
    const { secretKey } = rig.store.createAccount();
    expect(await send(rig, secretKey, undefined, "c")).toMatchObject({
      status: 200,
      body: { c: "x" },
      served: "2012-01-01",
    });
    const { body } = await send(rig, secretKey, undefined, "d");
    expect(body.error?.message).not.toContain("preview");
  });

  it("is served to those who ask, and pins nobody", async () => {
    const rig = await openRig(boot("", next));
    const { secretKey } = rig.store.createAccount();
    expect(await send(rig, secretKey, "2012-01-01-preview", "d")).toMatchObject({
      status: 200,
      body: { d: "x" },
      served: "2012-01-01-preview",
    });
    expect((await rig.store.authenticate(secretKey))?.account.pin).toBeNull();
    expect(await send(rig, secretKey, undefined, "c")).toMatchObject({ served: "2012-01-01" });
    const { body } = await send(rig, secretKey, "2012-01-01-preview", "c");
    expect(body.error?.message).toContain("Since version 2012-01-01-preview it is called d.");
  });

  it("is served to an account without its gate, whatever its version", async () => {
    const rig = await openRig(boot("", next));
    const { secretKey } = rig.store.createAccount({ pin: "2012-01-01", revoked: ["is_c"] });
    expect(await send(rig, secretKey, undefined, "d")).toMatchObject({
      status: 200,
      served: "2012-01-01",
    });
  });

  it("has a name of its own where it has a date; all of them have the newest version's", async () => {
    const rig = await openRig(boot("", dated));
    const { secretKey } = rig.store.createAccount({ pin: "2012-01-01" });
    const one = await send(rig, secretKey, "2013-01-01-preview", "d");
    expect(one).toMatchObject({ status: 200, served: "2013-01-01-preview" });
    const all = await send(rig, secretKey, "2012-01-01-preview", "d");
    expect(all).toMatchObject({ status: 200, served: "2014-01-01.x-preview" });
  });

  it.each([
    [dated, "What can be previewed is 2013-01-01-preview and 2014-01-01.x-preview."],
    [`2013-01-01:\n${described("is_c")}`, "Nothing can be previewed now."],
  ])("that is not there is a 400", async (history, message) => {
    const rig = await openRig(boot("", history));
    const { secretKey } = rig.store.createAccount({ pin: "genesis" });
    const { status, body } = await send(rig, secretKey, "2020-01-01-preview", "d");
    expect(status).toBe(400);
    expect(body.error?.message).toBe(
      `Invalid API-Version: 2020-01-01-preview is not a version. ${message}`,
    );
  });
});
