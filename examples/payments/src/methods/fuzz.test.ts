import fc from "fast-check";
import type { WireRequest } from "holdfast";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "../app.js";
import { aCharge, aCustomer, card, done, itemsOf } from "../testing/arrange.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

let payments: Payments;
let keys: readonly string[];
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  payments = await openPayments();
  const caller = payments.callAs();
  const { id: account } = caller.account;
  const customer = await aCustomer(caller);
  const { id: charge } = await aCharge(caller, { customer: customer.id, source: undefined });
  const { id: refund } = await done(caller, "refunds.create", { charge, amount: 1 });
  const [event] = itemsOf(await done(caller, "events.list"));
  const [moved] = itemsOf(await done(caller, "balance_transactions.list"));
  keys = [caller.key, payments.callAs({ account, publishable: true }).key, "sk_test_nobody"];
  things = {
    customer: customer.id,
    charge,
    refund,
    id: customer.default_source,
    token: "tok_visa",
    event: String(event?.id),
    moved: String(moved?.id),
  };
});

afterAll(() => payments.close());

/** What each param may well be, at any version, so that requests reach the logic. */
const FITTING: Readonly<Record<string, readonly unknown[]>> = {
  amount: [1000, 60, 100],
  currency: ["usd"],
  source: ["tok_visa", "tok_chargeDeclined", "tok_createDispute", card("4000000000000127")],
  card: [card("4242424242424242"), "tok_visa"],
  metadata: [{ a: "b" }, ""],
  description: ["words", ""],
  email: ["jo@example.com"],
  amounts: [[32, 45]],
  capture: [false],
  limit: [1, 100],
  shipping: [{ name: "Jo", address: { line1: "1 Street" } }],
};

/** Requests are made of numbers, so that what is known only once the API runs can stand in them. */
const pick = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;

const number = fc.nat(9999);
const odd = fc.constantFrom(
  "",
  "\u0000",
  "\ud800",
  "%",
  "%ff",
  "__proto__",
  "constructor",
  "9".repeat(30),
  "-0",
  "1e999",
  "☃",
  "a".repeat(6000),
  "null",
  "true",
  "..",
);
const text = fc.oneof(
  odd,
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const good = fc.constantFrom<unknown>(
  1000,
  "1000",
  "usd",
  true,
  false,
  "tok_visa",
  "tok_chargeDeclined",
  "tok_createDispute",
  card("4242424242424242"),
  { gte: 1 },
  ["total_count"],
  ["data.customer"],
  ["customer", "refunds.data"],
  "customer.*",
  "jo@example.com",
  [32, 45],
  { a: "b" },
);
const value = fc.oneof(
  { arbitrary: good, weight: 5 },
  { arbitrary: number.map((index) => ({ known: index })), weight: 3 },
  { arbitrary: text, weight: 2 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
  { arbitrary: fc.constantFrom<unknown>(null, -1, 0.1, 2 ** 53, 1e300, [], {}), weight: 1 },
);

/** Mostly nothing. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 15 }, arbitrary);

const params: fc.Arbitrary<[string | number, unknown][]> = fc.oneof(
  fc.constant<[string | number, unknown][]>([]),
  fc.array(fc.tuple(fc.oneof({ arbitrary: number, weight: 8 }, text), value), { maxLength: 4 }),
);

const request = fc.record({
  method: number,
  version: number,
  key: seldom(number),
  verb: seldom(fc.constantFrom("GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS", "get")),
  // In a path stand what its params name, other things, and anything.
  path: fc.array(fc.oneof({ arbitrary: fc.constant(null), weight: 12 }, number, text), {
    minLength: 2,
    maxLength: 2,
  }),
  fitting: fc.option(number, { freq: 4 }),
  params,
  encoding: fc.constantFrom("json", "form", "query", "json", "form"),
  raw: seldom(fc.uint8Array({ maxLength: 60 })),
  query: seldom(text),
  headers: seldom(
    fc.dictionary(
      fc.constantFrom("idempotency-key", "stripe-version", "content-type", "authorization"),
      fc.oneof(
        fc.string(),
        fc.constantFrom("k", "2014-09-08", "application/json", "multipart/form-data"),
      ),
      { maxKeys: 1 },
    ),
  ),
});

type Drawn = typeof request extends fc.Arbitrary<infer D> ? D : never;

/** Text as a form has it; what cannot be text there is left as it is. */
function formOf(name: string, found: unknown): string[] {
  if (Array.isArray(found)) return found.flatMap((one) => formOf(`${name}[]`, one));
  if (typeof found === "object" && found !== null) {
    return Object.entries(found).flatMap(([key, one]) => formOf(`${name}[${key}]`, one));
  }
  return [`${name}=${String(found).replaceAll(/[&#\s]/g, "+")}`];
}

function wireRequest(drawn: Drawn): WireRequest {
  const version = pick(api.timeline.versions, drawn.version).name;
  const contract = api.timeline.at(version);
  const method = pick([...(contract?.methods.values() ?? [])], drawn.method);
  const names = [...method.params.fields.keys(), "expand"];
  const known = Object.values(things);
  const parts = [...drawn.path];
  const path = method.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const part = parts.shift() ?? things[name] ?? "x";
    return encodeURIComponent(
      Buffer.from(typeof part === "number" ? pick(known, part) : part).toString(),
    );
  });
  const fitting = names.flatMap((name): [string, unknown][] => {
    const values = FITTING[name];
    return values && drawn.fitting !== null ? [[name, pick(values, drawn.fitting)]] : [];
  });
  const params = drawn.params.map(([name, found]): [string, unknown] => [
    typeof name === "number" ? pick(names, name) : name,
    typeof found === "object" && found !== null && "known" in found
      ? pick(known, Number(found.known))
      : found,
  ]);
  const sent = [...new Map([...fitting, ...params])];
  const form = sent.flatMap(([name, found]) => formOf(name, found)).join("&");
  const json = JSON.stringify(Object.fromEntries(sent));
  const body = drawn.encoding === "json" ? json : drawn.encoding === "form" ? form : "";
  return {
    method: drawn.verb ?? method.verb,
    path,
    query: drawn.query ?? (drawn.encoding === "query" ? form : ""),
    headers: {
      "stripe-version": version,
      "content-type":
        drawn.encoding === "json" ? "application/json" : "application/x-www-form-urlencoded",
      authorization: `Bearer ${pick(keys, drawn.key ?? 0)}`,
      ...(drawn.headers ?? {}),
    },
    body: drawn.raw ?? new TextEncoder().encode(body),
  };
}

test("whatever is sent, an answer comes, in time, and is never a failure", async () => {
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async (drawn) => {
      payments.failures.length = 0;
      const start = performance.now();
      const { status, body } = await payments.running.handle(wireRequest(drawn));
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(payments.failures).toEqual([]);
      expect(status).toBeLessThan(500);
      expect(performance.now() - start).toBeLessThan(3000);
      if (body !== "") expect(JSON.parse(body)).toEqual(expect.anything());
    }),
    { numRuns: 1500 },
  );
  // What is drawn must reach the logic, and not only be turned away at the door.
  for (const status of [200, 400, 401, 404]) expect([...seen.keys()]).toContain(status);
  expect(seen.get(200)).toBeGreaterThan(100);
});
