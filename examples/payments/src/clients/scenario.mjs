// @ts-check
// The scenario, run in a process of its own: `node scenario.mjs PLAN`, where PLAN is the JSON of
// plan.ts. Plain JavaScript, so that the Node that runs it needs no build and no loader.
// Prints the transcript as JSON: what the client handed to its caller at each step.
import http from "node:http";
import { createRequire } from "node:module";

/** @typedef {import("./plan.js").Plan} Plan */
// What a client hands back has no type here: which of its majors it is, the plan says.
/** @typedef {(...args: unknown[]) => PromiseLike<any>} ClientMethod */
/** @typedef {Record<string, Record<string, ClientMethod>>} ClientMethods */

const plan = /** @type {Plan} */ (JSON.parse(process.argv[2] ?? ""));
const load = createRequire(import.meta.url);

/** @returns {any} */
function connect() {
  if (plan.needsFreshSockets) http.globalAgent = new http.Agent({ keepAlive: false });
  const Stripe = load(plan.alias);
  const version = plan.tell?.version;
  if (plan.address === "setHost") {
    const stripe =
      plan.tell?.by === "second argument"
        ? new Stripe(plan.secretKey, version)
        : new Stripe(plan.secretKey);
    stripe.setHost(plan.host, plan.port, "http");
    if (plan.tell?.by === "setApiVersion") stripe.setApiVersion(version);
    return stripe;
  }
  const told = plan.tell?.by === "constructor" ? { apiVersion: version } : {};
  return new Stripe(plan.secretKey, {
    host: plan.host,
    port: plan.port,
    protocol: "http",
    ...told,
  });
}

/** The options that go with every request, for clients that are told the version there. */
function requestOptions() {
  if (plan.tell?.by === "stripe_version") return [{ stripe_version: plan.tell.version }];
  if (plan.tell?.by === "apiVersion") return [{ apiVersion: plan.tell.version }];
  return [];
}

const stripe = connect();
const methods = /** @type {ClientMethods} */ (stripe);
/** @type {Set<string>} */
const servedVersions = new Set();

/** @param {any} headers */
function noteVersion(headers) {
  const version = headers?.["stripe-version"];
  if (version !== undefined) servedVersions.add(version);
}

/**
 * Calls a method of the client. Params are always given, for the newest clients take what stands
 * in their place for params.
 * @param {string} name
 * @param {...unknown} args
 */
async function call(name, ...args) {
  const [group = "", method = ""] = name.split(".");
  const answer = await methods[group]?.[method]?.(...args, ...requestOptions());
  noteVersion(answer.lastResponse?.headers);
  return answer;
}

/** @param {string} name */
function has(name) {
  const [group = "", method = ""] = name.split(".");
  return typeof methods[group]?.[method] === "function";
}

/** @param {string} number */
function tokenize(number) {
  const card = { number, exp_month: 12, exp_year: 2034, cvc: "123" };
  return call("tokens.create", { card });
}

/** @param {any} list A list as any version gives it. */
function items(list) {
  return Array.isArray(list) ? list : list.data;
}

/** Charges a card that is declined, and says what the client threw. */
async function decline() {
  const token = await tokenize("4000000000000002");
  try {
    const params = { amount: 700, currency: "usd", [plan.cardParam]: token.id };
    await call("charges.create", params);
  } catch (thrown) {
    const error = /** @type {any} */ (thrown);
    noteVersion(error.headers);
    const known = stripe.errors ?? load(`${plan.alias}/lib/Error.js`);
    return {
      isCardError: error instanceof known.StripeCardError,
      type: error.type,
      rawType: error.rawType,
      code: error.code,
      decline_code: error.decline_code,
      statusCode: error.statusCode,
      message: error.message,
      raw: { ...error.raw, headers: undefined },
    };
  }
  return null;
}

/** Charges a card whose owner disputes the charge, and waits until the dispute has arrived. */
async function dispute() {
  const token = await tokenize("4000000000000259");
  const params = { amount: 900, currency: "usd", [plan.cardParam]: token.id };
  const { id } = await call("charges.create", params);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const charge = await call("charges.retrieve", id, {});
    if (charge.disputed || charge.dispute) return charge;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** Two pages of three charges, by the paging of the version. */
async function pages() {
  const offset = plan.paging === "offset";
  const first = await call("charges.list", offset ? { count: 2 } : { limit: 2 });
  const last = items(first)[1]?.id;
  const next = offset ? { count: 2, offset: 2 } : { limit: 2, starting_after: last };
  const second = await call("charges.list", next);
  return { first, second };
}

/** The ids of all charges, where the client can walk through the pages by itself. */
async function walk() {
  if (plan.paging === "offset") return null;
  const list = /** @type {any} */ (methods.charges?.list?.({ limit: 2 }, ...requestOptions()));
  if (list.autoPagingToArray === undefined) {
    await list;
    return null;
  }
  const charges = await list.autoPagingToArray({ limit: 100 });
  return charges.map((/** @type {any} */ charge) => charge.id);
}

async function scenario() {
  const token = await tokenize("4242424242424242");
  const customer = await call("customers.create", {
    [plan.cardParam]: token.id,
    description: "A customer of every era",
    email: "someone@example.com",
  });
  const authorized = await call("charges.create", {
    amount: 2000,
    currency: "usd",
    customer: customer.id,
    capture: false,
    description: "Authorized, then captured",
  });
  const captured = await call("charges.capture", authorized.id, {});
  const route = plan.refundRoutes.find(has) ?? "refunds.create";
  const refund =
    route === "refunds.create"
      ? await call(route, { charge: authorized.id, amount: 500 })
      : await call(route, authorized.id, { amount: 500 });
  const refunded = await call("charges.retrieve", authorized.id, {});
  const expand = { expand: plan.expandCharge };
  const expandedCharge =
    plan.expandCharge.length > 0 ? await call("charges.retrieve", authorized.id, expand) : null;
  const expandedCustomer =
    plan.expandCustomer.length > 0
      ? await call("customers.retrieve", customer.id, { expand: plan.expandCustomer })
      : null;
  for (const amount of [300, 400]) {
    await call("charges.create", { amount, currency: "usd", customer: customer.id });
  }
  const page = await pages();
  const walked = await walk();
  const error = await decline();
  const disputed = await dispute();
  const size = plan.paging === "offset" ? { count: 50 } : { limit: 50 };
  const events = await call("events.list", size);
  const capturing = items(events).find((/** @type {any} */ event) => {
    return event.type === "charge.captured";
  });
  const event = capturing ? await call("events.retrieve", capturing.id, {}) : null;
  return {
    token,
    customer,
    authorized,
    captured,
    refundRoute: route,
    refund,
    refunded,
    expandedCharge,
    expandedCustomer,
    page,
    walked,
    error,
    disputed,
    events,
    event,
    servedVersions: [...servedVersions],
  };
}

process.stdout.write(JSON.stringify(await scenario()));
