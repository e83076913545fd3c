import { describe, expect, it } from "vitest";
import { dispatched, error, errorAt, method, page, param, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { smallApi, versionAt, whatStops } from "../small-api.fixture.js";
import { checkAdded } from "./check-changes.js";
import { statusWas } from "./error-changes.js";
import { dispatchedTo, keysWere, routeWas, successStatusWas } from "./method-changes.js";
import { renamedTo } from "./renamed-to.js";

const text = t.string().describe("A text.");
const entry = resource("entry", { description: "An entry.", fields: { of: text } }).from<{
  of: string;
}>();
const empty = error("empty", {
  status: 404,
  type: "x",
  description: "Nothing.",
  message: "Nothing for {param}.",
});

const history = method("balance.history", {
  route: "GET /v1/balance/history",
  description: "Lists entries.",
  params: {
    transfer: text.optional(),
    kind: text.optional(),
    most: t.integer().optional().describe("How many."),
  },
  returns: page(entry),
  raises: [empty],
  checks: {
    few: {
      description: "Few at a time.",
      test: ({ most = 1 }) => most < 10 || "Too many.",
      param: "most",
    },
    of_a_kind: {
      description: "Transfers have a kind.",
      test: ({ transfer, kind }) =>
        transfer === undefined || kind !== undefined || "There is no kind.",
    },
  },
}).execute(async ({ params: { transfer = "all", kind, most = 2 } }) => {
  if (transfer === "none") throw empty({}, { param: "transfer" });
  const data = Array.from({ length: most }, () => ({ of: `${transfer} ${kind}` }));
  return { data, has_more: false, total_count: async () => most };
});

const old = dispatched("transfers.transactions", {
  route: "GET /v1/transfers/{id}/transactions",
  description: "Lists what a transfer is made up of.",
  to: history,
  fixed: { kind: "transfer" },
  until: "has_transactions",
});

const hasTransactions = {
  has_transactions: [dispatchedTo(old, history), param(old, "id", renamedTo("transfer"))],
};
const parts = { resources: [entry], methods: [history, old] };

async function reading(past: Parameters<typeof smallApi>[1]) {
  const kit = await testKit(smallApi(parts, past));
  return async (step: number, path: string, query = "", publishable = false) => {
    const { key } = kit.callAs({ version: versionAt(step), publishable });
    const { status, body } = await kit.running.handle({
      method: "GET",
      path,
      query,
      headers: { authorization: `Bearer ${key}` },
      body: new Uint8Array(),
    });
    const { data, error, url } = JSON.parse(body);
    if (status >= 400) return { status, ...error };
    return { status, url, of: data.map((one: { of: string }) => one.of) };
  };
}

const PATH = "/v1/transfers/tr_1/transactions";

describe("a legacy method that another one answers for", () => {
  it("takes its params in its own way and gives that one's answer", async () => {
    const read = await reading([hasTransactions]);
    const of = ["tr_1 transfer"];
    expect(await read(0, PATH, "most=1")).toEqual({ status: 200, of, url: PATH });
    expect(await read(1, PATH)).toMatchObject({ status: 404 });
  });

  it("cannot be sent what is always the same", async () => {
    const read = await reading([hasTransactions]);
    expect(await read(0, PATH, "kind=x")).toMatchObject({ code: "parameter_unknown" });
  });

  it("gives that one's errors and checks, in its own names", async () => {
    const read = await reading([hasTransactions]);
    expect(await read(0, "/v1/transfers/none/transactions")).toMatchObject({
      status: 404,
      message: "Nothing for id.",
      param: "id",
    });
    expect(await read(0, PATH, "most=10")).toMatchObject({ message: "Too many.", param: "most" });
  });

  it("follows what happens to that one, before it goes and after", async () => {
    const read = await reading([
      {
        top: [param(history, "top", renamedTo("count"))],
        open: [keysWere(history, ["publishable"]), routeWas(old, "GET /v1/of/{id}")],
        lax: [checkAdded(history, "few")],
      },
      hasTransactions,
      {
        count: [param(history, "count", renamedTo("most")), successStatusWas(history, 202)],
        gone: [statusWas(errorAt(empty, history), 410)],
      },
    ]);
    expect(await read(1, PATH, "most=1")).toMatchObject({ code: "parameter_unknown" });
    expect(await read(1, PATH, "count=1")).toMatchObject({ status: 202, of: ["tr_1 transfer"] });
    expect(await read(1, "/v1/transfers/none/transactions")).toMatchObject({ status: 410 });
    expect(await read(0, "/v1/of/tr_1", "top=11", true)).toMatchObject({ status: 202 });
    expect(await read(0, "/v1/of/tr_1")).toMatchObject({ status: 403 });
  });
});

describe("what does not fit", () => {
  const cases: [string, readonly Change[], string][] = [
    ["another method", [dispatchedTo(old, old)], "not dispatched to transfers.transactions"],
    ["another gate", [dispatchedTo(old, history)], 'must have until: "a"'],
    ["a method of its own", [dispatchedTo(history, history)], "not dispatched to balance.history"],
  ];
  it.each(cases)("%s", (_name, changes, message) => {
    const [stop] = whatStops(() => smallApi(parts, [hasTransactions, { a: changes }]));
    expect(stop?.message).toContain(message);
  });

  it("a route that names a param which is not there", () => {
    const past = [{ has_transactions: [dispatchedTo(old, history)] }];
    const [stop] = whatStops(() => smallApi(parts, past));
    expect(stop?.message).toBe(
      "transfers.transactions (genesis) has id in its route but not among its params.",
    );
  });
});
