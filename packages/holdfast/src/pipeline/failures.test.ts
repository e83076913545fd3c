import { describe, expect, it } from "vitest";
import { smallApi } from "../history/small-api.fixture.js";
import { batch, behaviour, error, method, page, resource, t } from "../index.js";
import { testKit } from "../testing/index.js";

const text = t.string().describe("A text.");
let loads = true;
const thing = resource("thing", {
  description: "A thing.",
  fields: { name: text, late: text },
}).from<{ name: string }>({
  late: batch(async (things) => {
    if (!loads) throw new Error("the database is away");
    return things.map(({ name }) => name);
  }),
});
const stranger = error("stranger", { status: 400, type: "x", description: "X.", message: "X." });
const heavy = error("heavy", {
  status: 400,
  type: "x",
  description: "X.",
  message: "X.",
  data: { thing: t.resource(thing).describe("A thing.") },
});

type Way =
  | "gate"
  | "unlisted"
  | "stranger"
  | "throw"
  | "nothing"
  | "big"
  | "heavy"
  | "text"
  | "busy";
const act = method("act", {
  route: "POST /act",
  description: "Acts.",
  params: { way: text },
  returns: thing,
  raises: [heavy],
  asks: ["a_gate"],
}).execute(async ({ params, gates }) => {
  switch (params.way as Way) {
    case "gate":
      return { name: String(gates.has("a_gate")) };
    case "unlisted":
      return { name: String(gates.has("b_gate" as never)) };
    case "stranger":
      throw stranger();
    case "nothing":
      return undefined as never;
    case "big":
      return { name: 1n as never };
    case "heavy":
      throw heavy({ thing: { name: "n" } as never });
    case "text":
      throw "a text";
    case "busy":
      throw Object.assign(new Error("others write"), { retryAfterSeconds: 2 });
    default:
      throw new Error("secret details");
  }
});
const list = method("list", {
  route: "GET /list",
  description: "Lists.",
  returns: page(thing),
}).execute(async () => ({ data: [{ name: "n" }], has_more: false, total_count: async () => 1 }));

const failures: unknown[] = [];
const api = smallApi({ resources: [thing], methods: [act, list] }, [
  { a_gate: [behaviour()], b_gate: [behaviour()] },
]);
const kit = await testKit(api, { onFailure: (failure) => failures.push(failure) });

async function failing(way: Way, name = "act") {
  failures.length = 0;
  const answer = await kit.callAs().call(name, name === "act" ? { way } : {});
  return { ...answer, told: failures.map(String) };
}

describe("a failure of the server", () => {
  it.each([
    ["throw", "Error: secret details"],
    ["text", "a text"],
    ["nothing", /TypeError: Cannot read properties of undefined/],
    ["big", /TypeError: .*BigInt/],
    ["unlisted", "TypeError: act asks about b_gate, which it does not list under asks"],
    ["stranger", "TypeError: the error stranger is not among the API's definitions"],
  ] as const)("is a 500 that says nothing, and is told: %s", async (way, told) => {
    const { status, body, headers, told: heard } = await failing(way);
    expect(status).toBe(500);
    expect(body.error).toEqual({
      type: "api_error",
      message: `Something went wrong on our side (request ${headers["request-id"]}). It was recorded.`,
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(told);
  });

  it("is a 503 that says when to come back where others were in the way", async () => {
    const { status, body, headers, told } = await failing("busy");
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
    expect(body.error).toEqual({
      type: "api_error",
      message: "We were too busy to carry out this request. Nothing was done. Please try again.",
    });
    expect(told).toEqual(["Error: others write"]);
  });

  it("is a 500 where what an answer or an error needs cannot be loaded", async () => {
    loads = false;
    for (const [way, name] of [
      ["heavy", "act"],
      ["throw", "list"],
    ] as const) {
      const { status, told } = await failing(way, name);
      expect([status, told]).toEqual([500, ["Error: the database is away"]]);
    }
    loads = true;
    expect((await failing("heavy")).body.error?.thing).toEqual({ name: "n", late: "n" });
  });

  it("is no failure where a method asks about a gate that it lists", async () => {
    expect((await kit.callAs().call("act", { way: "gate" })).body.name).toBe("false");
    const old = kit.callAs({ version: "genesis" });
    expect((await old.call("act", { way: "gate" })).body.name).toBe("true");
    const granted = kit.callAs({ gates: ["a_gate"] });
    expect((await granted.call("act", { way: "gate" })).body.name).toBe("true");
    const without = kit.callAs({ version: "genesis", without: ["a_gate"] });
    expect((await without.call("act", { way: "gate" })).body.name).toBe("false");
  });
});
