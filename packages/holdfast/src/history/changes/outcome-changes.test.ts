import { describe, expect, it } from "vitest";
import { error, memoryStore, method, resource, type Transactor, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { smallApi, versionAt, whatStops } from "../small-api.fixture.js";
import { statusWas } from "./error-changes.js";
import { successStatusWas } from "./method-changes.js";
import { failureWasSuccess, successWasFailure } from "./outcome-changes.js";

interface Bill {
  readonly id: string;
  readonly paid: boolean;
  readonly state: string;
}

const bill = resource("bill", {
  description: "A bill.",
  fields: {
    id: t.string().describe("Its id."),
    paid: t.boolean().describe("Whether it was paid."),
    state: t.string().describe("How it stands."),
  },
}).from<Bill>();
const other = resource("other", {
  description: "Something else.",
  fields: { id: t.string().describe("Its id.") },
}).from<{ readonly id: string }>();

const declined = error("declined", {
  status: 402,
  type: "card_error",
  description: "The bank refused.",
  message: "The bank refused.",
  data: {
    bill: t.resource(bill).describe("The bill."),
    other: t.resource(other).optional().describe("Something else."),
  },
});
const broken = error("broken", {
  status: 400,
  type: "x",
  description: "X.",
  message: "X.",
});

/** Writes that were kept and those of the unit under way. */
const kept: string[] = [];
let writing: string[] = [];

const pay = method("bills.pay", {
  route: "POST /v1/bills/{id}/pay",
  description: "Pays a bill.",
  params: { id: t.string().describe("Which bill.") },
  returns: bill,
  raises: [declined],
}).execute(async ({ params: { id } }) => {
  writing.push(id);
  const record = { id, paid: false, state: "open" };
  if (id === "refused") throw declined({ bill: record as never });
  if (id === "broken") throw broken();
  if (id === "crash") throw new Error("crash");
  return { ...record, paid: id === "good", state: id === "half" ? "incomplete" : "done" };
});
const list = method("bills.list", {
  route: "GET /v1/bills",
  description: "Reads something else.",
  returns: other,
}).execute(async () => ({ id: "o" }));

const parts = { resources: [bill, other], methods: [pay, list], errors: [broken] };

async function paying(past: Parameters<typeof smallApi>[1]) {
  const memory = memoryStore();
  const transactor: Transactor = {
    ...memory,
    async write(work, key) {
      writing = [];
      const result = await memory.write(work, key);
      kept.push(...writing);
      return result;
    },
  };
  const kit = await testKit(smallApi(parts, past), { transactor, onFailure: () => {} });
  return async (step: number, id: string, headers: Record<string, string> = {}) => {
    kept.length = 0;
    const caller = kit.callAs({ version: versionAt(step), account: "acct_1" });
    const { status, body } = await caller.call("bills.pay", { id }, headers);
    return { status, body, kept: [...kept] };
  };
}

describe("a failure that was a success", () => {
  const past = [{ unpaid_is_200: [failureWasSuccess(pay, declined, { result: "bill" })] }];

  it("answers with the record that the error carries, and keeps what was written", async () => {
    const send = await paying(past);
    expect(await send(0, "refused")).toEqual({
      status: 200,
      body: { id: "refused", paid: false, state: "open" },
      kept: ["refused"],
    });
    const now = await send(1, "refused");
    expect([now.status, now.body.error?.type, now.kept]).toEqual([402, "card_error", []]);
  });

  it("is kept for its idempotency key like any success", async () => {
    const send = await paying(past);
    const headers = { "idempotency-key": "k" };
    const first = await send(0, "refused", headers);
    expect(await send(0, "refused", headers)).toEqual({ ...first, kept: [] });
    expect(first.kept).toEqual(["refused"]);
  });

  it("leaves other errors and failures of the server as they are", async () => {
    const send = await paying(past);
    expect((await send(0, "broken")).status).toBe(400);
    expect((await send(0, "crash")).status).toBe(500);
    expect((await send(0, "good")).body.paid).toBe(true);
  });
});

describe("a success that was a failure", () => {
  const wasDeclined = successWasFailure(pay, declined, {
    where: "state",
    is: ["incomplete"],
    carries: "bill",
  });

  it("raises the error, with the record, and leaves nothing behind", async () => {
    const send = await paying([{ half_fails: [wasDeclined] }]);
    const then = await send(0, "half");
    expect(then.status).toBe(402);
    expect(then.body.error?.bill).toEqual({ id: "half", paid: false, state: "incomplete" });
    expect(then.kept).toEqual([]);
    expect(await send(1, "half")).toMatchObject({ status: 200, kept: ["half"] });
    expect(await send(0, "good")).toMatchObject({ status: 200, kept: ["good"] });
  });

  it("may have been a success before that, and another status", async () => {
    const send = await paying([
      { was_200: [failureWasSuccess(pay, declined, { result: "bill" })] },
      { half_fails: [wasDeclined], made: [successStatusWas(pay, 201), statusWas(declined, 409)] },
    ]);
    expect(await send(0, "half")).toMatchObject({ status: 201, kept: ["half"] });
    expect(await send(1, "half")).toMatchObject({ status: 409, kept: [] });
    expect(await send(1, "refused")).toMatchObject({ status: 409, kept: [] });
    expect(await send(2, "half")).toMatchObject({ status: 200, kept: ["half"] });
  });
});

describe("what does not fit", () => {
  const cases: [string, Change, string][] = [
    [
      "a success of another resource",
      failureWasSuccess(pay, declined, { result: "other" }),
      "declined has no field other that holds what the method returns",
    ],
    [
      "a success of nothing",
      failureWasSuccess(pay, broken, { result: "bill" }),
      "broken has no field bill that holds what the method returns",
    ],
    [
      "a field that is not there",
      successWasFailure(pay, declined, { where: "x", is: [1] }),
      "it returns nothing that has a field x",
    ],
    [
      "an error that carries something else",
      successWasFailure(pay, declined, { where: "id", is: ["x"], carries: "other" }),
      "declined has no field other that holds what the method returns",
    ],
  ];
  it.each(cases)("%s", (_name, change, message) => {
    const [stop] = whatStops(() => smallApi(parts, [{ a: [change] }]));
    expect(stop?.message).toContain(message);
    expect(stop?.location?.file).toContain("outcome-changes.test.ts");
  });
});
