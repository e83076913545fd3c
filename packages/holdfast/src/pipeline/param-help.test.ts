import { describe, expect, it } from "vitest";
import { keys, message, post, rig } from "./params.fixture.js";

describe("help for unknown params", () => {
  it.each([
    ["2012-01-01", { cout: 1 }, "Received unknown parameter: cout. Did you mean count?"],
    [
      "2012-01-01",
      { card: { number: "1", cvv: 1 } },
      "Received unknown parameter: card[cvv]. Did you mean card[cvc]?",
    ],
    [
      "2012-01-01",
      { rows: [{ sume: 1 }] },
      "Received unknown parameter: rows[0][sume]. Did you mean rows[0][sum]?",
    ],
    ["2012-01-01", { zzzzzz: 1 }, "Received unknown parameter: zzzzzz"],
    ["2012-01-01", { zzz: { zz: 1 } }, "Received unknown parameter: zzz"],
    [
      "2012-01-01",
      { first: "o" },
      "Received unknown parameter: first. Since version 2012-01-01 it is called one.",
    ],
    [
      "2012-01-01",
      { payer: "p" },
      "Received unknown parameter: payer. Since version 2011-01-01 it is called whom.",
    ],
    ["2012-01-01", { whom: { called: "x" } }, "Received unknown parameter: whom[called]"],
    [
      "2012-01-01",
      { gone: "g" },
      "Received unknown parameter: gone. It was removed in version 2012-01-01.",
    ],
    [
      "2011-01-01",
      { one: "o" },
      "Received unknown parameter: one. It was introduced in version 2012-01-01; at your version, use first.",
    ],
    [
      "genesis",
      { other: "o" },
      "Received unknown parameter: other. It was introduced in version 2011-01-01.",
    ],
    [
      "genesis",
      { whom: "w" },
      "Received unknown parameter: whom. It was introduced in version 2011-01-01; at your version, use payer.",
    ],
    ["genesis", { payer: { name: "n" } }, "Received unknown parameter: payer[name]"],
  ])("at %s for %j: %s", async (version, body, told) => {
    expect(await message(body, version)).toBe(told);
  });

  it("speaks of groups in the caller's names, and names the param where one is left", async () => {
    const needs = (pin: string, body: object) => post(body, pin, "/needy");
    expect(await needs("2012-01-01", { sum: 1 })).toMatchObject({
      code: "parameter_missing",
      message: "One of these params is required: a, b.",
    });
    expect(await needs("genesis", { sum: 1 })).toMatchObject({
      message: "One of these params is required: first, b.",
    });
  });
});

describe("sensitive values", () => {
  const SECRET = "4242424242424242";
  it.each([
    [{ card: { number: [SECRET] } }],
    [{ card: { number: { [`k${SECRET.slice(0, 2)}`]: SECRET } } }],
    [{ card: { number: "1", cvc: SECRET } }],
    [{ secret: SECRET }],
    [{ secret: { inner: SECRET } }],
    [{ secret: { inner: { pin: SECRET } } }],
    [{ secrets: [SECRET] }],
    [{ secrets: SECRET }],
  ])("are in no error: %j", async (body) => {
    const answer = await rig.send("POST /send/th_1", { key: keys.get("2012-01-01") ?? "", body });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(SECRET);
    expect(answer.body.error?.message).toMatch(/but something else was given\.$/);
  });

  it("are quoted only in part where they are not sensitive, and whole characters only", async () => {
    expect(await message({ kind: "x".repeat(99) })).toBe(
      `Invalid kind: must be one of big, small, but "${"x".repeat(40)}…" was given.`,
    );
    const told = await message({ kind: `${"x".repeat(39)}😀😀` });
    expect(told).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
