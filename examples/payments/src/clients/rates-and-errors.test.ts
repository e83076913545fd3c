import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../server.js";

// What is an error, and which, depends on the version as much as any shape does. Asked through one
// real client, the last that is told its version with each request.

type Method = (...args: readonly unknown[]) => PromiseLike<Readonly<Record<string, unknown>>>;
interface Client {
  readonly charges: { readonly list: Method };
  readonly customers: { readonly create: Method };
  readonly tokens: { readonly create: Method; readonly retrieve: Method };
}
type Keys = { readonly secret: Client; readonly publishable: Client };
type Options = { readonly apiVersion: string };

/** What came of a call, as its caller sees it: a status, and the client's own class of error. */
interface Outcome {
  readonly status: number;
  readonly error?: string;
  readonly code?: string | undefined;
}

interface StripeError {
  readonly statusCode: number;
  readonly type: string;
  readonly code: string | undefined;
}

interface Case {
  readonly what: string;
  /** The last version before the change, and the change's own. */
  readonly versions: readonly [older: string, newer: string];
  readonly attempt: (keys: Keys, options: Options) => PromiseLike<unknown>;
  readonly outcomes: readonly [older: Outcome, newer: Outcome];
}

const newestPin = "2026-09-30.endive";
const Stripe = createRequire(import.meta.url)("stripe-8");
const ok: Outcome = { status: 200 };
const invalid: Outcome = { status: 400, error: "StripeInvalidRequestError" };
const card = { number: "4242424242424242", exp_month: 12, exp_year: 2034, cvc: "123" };

let server: Awaited<ReturnType<typeof startServer>>;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "holdfast-errors-"));
  server = await startServer({ port: 0, dataFolder });
});

afterAll(async () => {
  await server.close();
  await rm(dataFolder, { recursive: true, force: true });
});

async function openAccount(): Promise<Keys> {
  const address = { host: "127.0.0.1", port: server.port, protocol: "http" };
  const { secretKey, publishableKey } = await server.store.createAccount({ pin: newestPin });
  return {
    secret: new Stripe(secretKey, address),
    publishable: new Stripe(publishableKey, address),
  };
}

async function outcomeOf(call: PromiseLike<unknown>): Promise<Outcome> {
  try {
    await call;
    return ok;
  } catch (thrown) {
    const { statusCode, type, code } = thrown as StripeError;
    return { status: statusCode, error: type, code };
  }
}

const cases: readonly Case[] = [
  {
    what: "an unknown param",
    versions: ["genesis", "2011-06-21"],
    attempt: ({ secret }, options) => secret.customers.create({ favourite: "blue" }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "a token read with a publishable key",
    versions: ["2014-09-08", "2014-10-07"],
    attempt: async ({ publishable }, options) => {
      const token = await publishable.tokens.create({ card }, options);
      await publishable.tokens.retrieve(token.id, {}, options);
    },
    outcomes: [ok, { status: 401, error: "StripeAuthenticationError" }],
  },
  {
    what: "an idempotency key used again for something else",
    versions: ["2015-08-19", "2015-09-03"],
    attempt: async ({ secret }, options) => {
      const again = { ...options, idempotencyKey: "one key" };
      await secret.customers.create({ description: "first" }, again);
      await secret.customers.create({ description: "second" }, again);
    },
    outcomes: [ok, { status: 400, error: "StripeIdempotencyError" }],
  },
  {
    what: "an offset without a source filter",
    versions: ["2015-09-08", "2015-09-23"],
    attempt: ({ secret }, options) => secret.charges.list({ offset: 0 }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "an unknown key within a card",
    versions: ["2015-10-01", "2015-10-12"],
    attempt: ({ secret }, options) =>
      secret.tokens.create({ card: { ...card, colour: "blue" } }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "a card without its month",
    versions: ["2015-10-01", "2015-10-12"],
    attempt: ({ secret }, options) =>
      secret.tokens.create({ card: { ...card, exp_month: undefined } }, options),
    outcomes: [{ status: 402 }, { status: 400 }],
  },
  {
    what: "a key that may not list charges",
    versions: ["2016-07-06", "2016-10-19"],
    attempt: ({ publishable }, options) => publishable.charges.list({}, options),
    outcomes: [
      { status: 401, error: "StripeAuthenticationError" },
      { status: 403, error: "StripePermissionError" },
    ],
  },
  {
    what: "an id with a blank",
    versions: ["2018-02-28", "2018-05-21"],
    attempt: ({ secret }, options) => secret.customers.create({ id: "a b" }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "an email that is none",
    versions: ["2018-05-21", "2018-07-27"],
    attempt: ({ secret }, options) => secret.customers.create({ email: "nobody" }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "a description of 351 characters",
    versions: ["2018-09-24", "2018-10-31"],
    attempt: ({ secret }, options) =>
      secret.customers.create({ description: "x".repeat(351) }, options),
    outcomes: [ok, invalid],
  },
  {
    what: "a list's total count",
    versions: ["2025-02-24.acacia", "2025-03-31.basil"],
    attempt: ({ secret }, options) => secret.charges.list({ include: ["total_count"] }, options),
    outcomes: [ok, { ...invalid, code: "property_forbidden" }],
  },
];

test.each(cases)("$what, before and after $versions.1", async ({ versions, attempt, outcomes }) => {
  for (const side of [0, 1] as const) {
    const keys = await openAccount();
    const outcome = await outcomeOf(attempt(keys, { apiVersion: versions[side] }));
    expect(outcome, `at ${versions[side]}`).toMatchObject(outcomes[side]);
  }
});

test("a fingerprint is hidden from a publishable key since 2014-10-07", async () => {
  const { publishable } = await openAccount();
  const older = await publishable.tokens.create({ card }, { apiVersion: "2014-09-08" });
  const newer = await publishable.tokens.create({ card }, { apiVersion: "2014-10-07" });
  expect(older.card).toHaveProperty("fingerprint", expect.any(String));
  expect(newer.card).not.toHaveProperty("fingerprint");
});

/** Asks more than a key may until it is refused, and says how. */
async function flood({ secret }: Keys, options: Options): Promise<Outcome> {
  for (let batch = 0; batch < 30; batch += 1) {
    const calls = Array.from({ length: 100 }, () =>
      outcomeOf(secret.charges.list({ limit: 1 }, options)),
    );
    const refused = (await Promise.all(calls)).find((outcome) => outcome.status !== 200);
    if (refused !== undefined) return refused;
  }
  return ok;
}

test("asking too much, before and after 2015-09-08", async () => {
  const older = await flood(await openAccount(), { apiVersion: "2015-09-03" });
  expect(older).toMatchObject({ status: 400, code: "rate_limit" });
  const newer = await flood(await openAccount(), { apiVersion: "2015-09-08" });
  expect(newer).toEqual({ status: 429, error: "StripeRateLimitError", code: undefined });
});
