import { isObject } from "./checks.js";
import type { Client, Run } from "./eras.js";
import { expectShape, type ResourceName } from "./expected-shapes.js";
import type { Plan } from "./plan.js";
import type { Transcript } from "./transcript.js";
import { isBefore } from "./version-order.js";

/** The value at a path, or undefined. */
function get(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isObject(inner) || Array.isArray(inner) ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** The items of a list in any version's envelope. */
function items(list: unknown): readonly unknown[] {
  const data = Array.isArray(list) ? list : get(list, "data");
  return Array.isArray(data) ? data : [];
}

function each(list: unknown, field: string): readonly unknown[] {
  return items(list).map((item) => get(item, field));
}

function equal(what: string, found: unknown, expected: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  return a === b ? [] : [`${what}: expected ${b}, found ${a}`];
}

function shapes(seen: Transcript, plan: Plan, version: string): readonly string[] {
  const steps: readonly (readonly [string, ResourceName, unknown, (readonly string[])?])[] = [
    ["token", "token", seen.token],
    ["customer", "customer", seen.customer],
    ["authorized charge", "charge", seen.authorized],
    ["captured charge", "charge", seen.captured],
    ["refund", seen.refundRoute === "charges.refund" ? "charge" : "refund", seen.refund],
    ["refunded charge", "charge", seen.refunded],
    ["first page", "list", seen.page.first],
    ["second page", "list", seen.page.second],
    ["decline", "error", seen.error?.raw],
    ["disputed charge", "charge", seen.disputed],
    ["events", "list", seen.events],
    ["event", "event", seen.event],
  ];
  const { expandCharge, expandCustomer } = plan;
  const expanded: typeof steps = [
    ["expanded charge", "charge", seen.expandedCharge, expandCharge],
    ["expanded customer", "customer", seen.expandedCustomer, expandCustomer],
  ];
  return [...steps, ...expanded.filter(([, , , fields]) => fields?.length !== 0)].flatMap(
    ([step, name, value, fields]) =>
      expectShape(name, value, version, fields).map((violation) => `${step}: ${violation}`),
  );
}

function money(seen: Transcript, version: string): readonly string[] {
  const { token, customer, authorized, captured, refund, refunded } = seen;
  const fee = get(captured, "fee");
  const parts = each(get(captured, "fee_details"), "amount").map(Number);
  const shown = isBefore(version, "2022-11-15") ? refunded : seen.expandedCharge;
  return [
    ...equal("token.card.last4", get(token, "card", "last4"), "4242"),
    ...equal("customer.email", get(customer, "email"), "someone@example.com"),
    ...equal("authorized.customer", get(authorized, "customer"), get(customer, "id")),
    ...equal("authorized.amount", get(authorized, "amount"), 2000),
    ...equal("authorized.captured", get(authorized, "captured"), false),
    ...equal("captured.captured", get(captured, "captured"), true),
    ...equal("captured.amount_refunded", get(captured, "amount_refunded"), 0),
    ...(seen.refundRoute === "charges.refund"
      ? equal("refund.amount_refunded", get(refund, "amount_refunded"), 500)
      : equal("refund.amount", get(refund, "amount"), 500)),
    ...equal("refunded.amount_refunded", get(refunded, "amount_refunded"), 500),
    ...equal("refunded.refunded", get(refunded, "refunded"), false),
    ...equal("refunds", each(get(shown, "refunds"), "amount"), [500]),
    ...(isBefore(version, "2013-08-13")
      ? [
          ...equal("a fee", Number(fee) > 0, true),
          ...equal(
            "captured.fee",
            fee,
            parts.reduce((sum, part) => sum + part, 0),
          ),
        ]
      : []),
  ];
}

/** The customer has the token's card, wherever the version shows a customer's cards. */
function cards(seen: Transcript, version: string): readonly string[] {
  const { customer } = seen;
  const last4 = (list: unknown) => each(list, "last4");
  const ofNewName = isBefore(version, "2020-08-27") ? customer : seen.expandedCustomer;
  const newName = [
    ...equal("customer.sources", last4(get(ofNewName, "sources")), ["4242"]),
    ...equal(
      "customer.default_source",
      get(customer, "default_source"),
      get(items(get(ofNewName, "sources")), 0, "id"),
    ),
  ];
  if (isBefore(version, "2013-07-05")) {
    return equal("customer.active_card", get(customer, "active_card", "last4"), "4242");
  }
  if (!isBefore(version, "2015-02-18")) return newName;
  return [
    ...newName,
    ...equal("customer.cards", last4(get(customer, "cards")), ["4242"]),
    ...equal("default_card", get(customer, "default_card"), get(customer, "default_source")),
  ];
}

function paging(seen: Transcript, version: string): readonly string[] {
  const { first, second } = seen.page;
  const counted = !isBefore(version, "2011-08-01") && isBefore(version, "2014-03-28");
  const paged = !isBefore(version, "2014-03-28");
  return [
    ...equal("first page", each(first, "amount"), [400, 300]),
    ...equal("second page", each(second, "id"), [get(seen.authorized, "id")]),
    ...(counted ? equal("counts", [get(first, "count"), get(second, "count")], [3, 3]) : []),
    ...(paged
      ? equal("more", [get(first, "has_more"), get(second, "has_more")], [true, false])
      : []),
    ...(seen.walked === null
      ? []
      : equal("walk", seen.walked, [...each(first, "id"), ...each(second, "id")])),
  ];
}

function decline(seen: Transcript, client: Client): readonly string[] {
  const { error } = seen;
  if (error === null) return ["decline: the client threw nothing"];
  // The oldest client keeps no status, and those until 6 no decline code of their own.
  const major = Number.parseInt(client.release, 10);
  return [
    ...equal("the client's own card error", error.isCardError, true),
    ...equal("error.type", error.type, "StripeCardError"),
    ...equal("error.rawType", error.rawType, "card_error"),
    ...equal("error.code", error.code, "card_declined"),
    ...equal("error.statusCode", error.statusCode, major < 4 ? undefined : 402),
    ...equal("error.decline_code", error.decline_code, major < 8 ? undefined : "generic_decline"),
  ];
}

function dispute(seen: Transcript, version: string): readonly string[] {
  const value = get(seen.disputed, "dispute");
  if (isBefore(version, "2012-11-07")) {
    return equal("charge.disputed", get(seen.disputed, "disputed"), true);
  }
  return isBefore(version, "2017-02-14")
    ? equal("charge.dispute.charge", get(value, "charge"), get(seen.disputed, "id"))
    : equal("charge.dispute is an id", typeof value, "string");
}

function events(seen: Transcript, version: string): readonly string[] {
  const types = each(seen.events, "type");
  const due = [
    "customer.created",
    isBefore(version, "2015-02-18") ? "customer.card.created" : "customer.source.created",
    "charge.succeeded",
    "charge.captured",
    "charge.refunded",
    "charge.failed",
    "charge.dispute.created",
  ];
  const missing = due.filter((type) => !types.includes(type));
  return [
    ...missing.map((type) => `events: no ${type} among ${types.join(", ")}`),
    ...equal("event.type", get(seen.event, "type"), "charge.captured"),
    ...equal("event's charge", get(seen.event, "data", "object", "id"), get(seen.captured, "id")),
  ];
}

/** All that is wrong with what a client saw in one run; nothing when every shape is right. */
export function judge(client: Client, run: Run, plan: Plan, seen: Transcript): readonly string[] {
  const { version } = run;
  const served = client.alias === "stripe-2" ? [] : [version];
  return [
    ...equal("served version", seen.servedVersions, served),
    ...shapes(seen, plan, version),
    ...money(seen, version),
    ...cards(seen, version),
    ...paging(seen, version),
    ...decline(seen, client),
    ...dispute(seen, version),
    ...events(seen, version),
  ];
}
