import { describe, expect, it } from "vitest";
import { method, param, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { smallApi, whatStops } from "../small-api.fixture.js";
import { checkAdded, checkedBefore, checkRemoved } from "./check-changes.js";
import { renamedTo } from "./renamed-to.js";

const text = t.string().optional().describe("A text.");
const thing = resource("thing", {
  description: "A thing.",
  fields: { ok: t.literal(true).describe("Yes.") },
}).from<object>();

const make = method("things.make", {
  route: "POST /v1/things",
  description: "Makes a thing.",
  params: { card: text, bank: text, name: text },
  returns: thing,
  groups: {
    oneRequired: { a_source: ["card", "bank"] },
    onlyOne: { one_source: ["card", "bank"] },
  },
  checks: {
    short: {
      description: "Names are short.",
      test: ({ name = "" }) => name.length < 5 || "It is too long.",
    },
    plain: {
      description: "Names are plain.",
      test: ({ name = "" }) => !name.includes(" ") || "It has spaces.",
    },
    latin: {
      description: "Names are in Latin letters.",
      test: ({ name = "" }) => /^[a-z ]*$/.test(name) || "It is not Latin.",
      until: "latin_only",
    },
  },
}).execute(async () => ({}));

const latinOnly = { latin_only: [checkRemoved(make, "latin")] };
const parts = { resources: [thing], methods: [make] };

async function sending(past: Parameters<typeof smallApi>[1]) {
  const kit = await testKit(smallApi(parts, past));
  return async (version: string, params: object) => {
    const { status, body } = await kit.callAs({ version }).call("things.make", { ...params });
    return status === 200 ? "ok" : body.error?.message;
  };
}

it("a named group can be lifted", async () => {
  const send = await sending([
    latinOnly,
    { lax: [checkAdded(make, "a_source")] },
    { laxer: [checkAdded(make, "one_source"), param(make, "account", renamedTo("bank"))] },
  ]);
  const both = { card: "c", bank: "b" };
  expect(await send("2013-01-01", {})).toBe("One of these params is required: card, bank.");
  expect(await send("2013-01-01", both)).toBe("Only one of these params may be given: card, bank.");
  expect(await send("2012-01-01", {})).toBe("One of these params is required: card, account.");
  expect(await send("2012-01-01", { card: "c", account: "b" })).toBe("ok");
  expect(await send("2011-01-01", {})).toBe("ok");
});

it("a check that only older versions make", async () => {
  const send = await sending([latinOnly]);
  expect(await send("genesis", { card: "c", name: "ä" })).toBe("It is not Latin.");
  expect(await send("2011-01-01", { card: "c", name: "ä" })).toBe("ok");
});

it("of two checks that fail, older versions tell of the other one", async () => {
  const send = await sending([
    { first: [checkedBefore(make, "plain", "a_source")] },
    { ...latinOnly, later: [checkedBefore(make, "plain", "short")] },
  ]);
  const both = { card: "c", name: "a b c d" };
  expect(await send("2012-01-01", both)).toBe("It is too long.");
  expect(await send("2011-01-01", both)).toBe("It has spaces.");
  expect(await send("2011-01-01", { name: "a b" })).toBe(
    "One of these params is required: card, bank.",
  );
  expect(await send("genesis", { name: "a b" })).toBe("It has spaces.");
});

describe("what does not fit", () => {
  const cases: [string, Change, string][] = [
    ["a check that is not there", checkAdded(make, "x"), "it has no check called x."],
    ["an order of what is not there", checkedBefore(make, "x", "short"), "no check called x."],
    ["an order beside what is not there", checkedBefore(make, "plain", "x"), "no check called x."],
    ["an order as it is", checkedBefore(make, "short", "plain"), "short is made first now."],
    [
      "a removal without a mark",
      checkRemoved(make, "short"),
      'the definition must have a check short with until: "a".',
    ],
  ];
  it.each(cases)("%s", (_name, change, message) => {
    const [stop] = whatStops(() => smallApi(parts, [latinOnly, { a: [change] }]));
    expect(stop?.message).toContain(message);
    expect(stop?.location?.file).toContain("check-changes.test.ts");
  });

  it("a check until a gate that says nothing of it", () => {
    const [stop] = whatStops(() => smallApi(parts, [{ latin_only: [] }]));
    expect(stop?.message).toContain(
      "things.make (check latin) is there until latin_only, but the gate's module never brings it back.",
    );
  });
});
