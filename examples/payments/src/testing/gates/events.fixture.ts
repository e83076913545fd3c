import type { TestCaller } from "holdfast/testing";
import { aCustomer, bankAccount, done, itemsOf } from "../arrange.fixture.js";
import type { GateSpecs, Stand } from "../gate-spec.fixture.js";

/** What an update of a customer changed, as the newest event tells it. */
async function previousAttributes(
  { today, here }: Stand,
  first: object,
  then: object,
): Promise<unknown> {
  const { id } = await aCustomer(today, { ...first });
  await done(today, "customers.update", { customer: id, ...then });
  const [event] = itemsOf(await done(here, "events.list", { type: "customer.updated" }));
  return event?.data?.previous_attributes;
}

/** The types of events about a new source, and how many a filter of each name finds. */
async function sourceEvents(stand: Stand, kind: string, source: unknown): Promise<unknown> {
  const { today, here } = stand;
  const customer = await done(today, "customers.create", {});
  const { id } = await done(today, "customers.sources.create", { customer: customer.id, source });
  const one = { customer: customer.id, id };
  await done(today, "customers.sources.update", { ...one, metadata: { a: "b" } });
  await done(today, "customers.sources.delete", one);
  const types = async (caller: TestCaller, params: object) => {
    const found = itemsOf(await done(caller, "events.list", { ...params }));
    return found.map((event) => String(event.type)).reverse();
  };
  const all = await types(here, {});
  return {
    all: all.filter((type) => /^customer\.\w+\./.test(type)),
    old: await types(here, { type: `customer.${kind}.deleted` }),
    now: await types(here, { types: ["customer.source.*"] }),
  };
}

const changes = (kind: string) =>
  ["created", "updated", "deleted"].map((change) => `customer.${kind}.${change}`);

const sourceNames = { all: changes("source"), old: [], now: changes("source") };

const oldNames = (kind: string) => ({
  all: changes(kind),
  old: [`customer.${kind}.deleted`],
  now: [],
});

/** Gates of events. */
export const eventGates: GateSpecs = {
  event_diffs_whole_hashes: {
    look: (stand) =>
      previousAttributes(
        stand,
        { address: { city: "Lagos", line1: "Foo" }, metadata: { a: "1", b: "2" } },
        { address: { city: "Lagos", line1: "Bar" }, metadata: { b: "3" } },
      ),
    before: {
      address: {
        city: "Lagos",
        country: null,
        line1: "Foo",
        line2: null,
        postal_code: null,
        state: null,
      },
      metadata: { a: "1", b: "2" },
    },
    after: { address: { line1: "Foo" }, metadata: { b: "2" } },
  },
  event_diffs_partial_arrays: {
    look: (stand) =>
      previousAttributes(
        stand,
        { preferred_locales: ["en", "fr"] },
        { preferred_locales: ["en", "de"] },
      ),
    before: { preferred_locales: ["fr"] },
    after: { preferred_locales: ["en", "fr"] },
  },
  event_has_user_id: {
    // No event has one yet, so that only descriptions tell the sides apart.
    look: async ({ contract }) => {
      const fields = contract.resources.get("event")?.shape.fields;
      return ["user_id", "account"].filter((name) => fields?.has(name));
    },
    before: ["user_id"],
    after: ["account"],
  },
  event_request_is_id: {
    look: async ({ today, here }) => {
      await today.call("customers.create", {}, { "idempotency-key": "k" });
      const [event] = itemsOf(await done(here, "events.list"));
      const request: unknown = event?.request;
      if (typeof request === "string") return /^req_\w+/.test(request);
      return {
        id: /^req_\w+/.test(String(event?.request?.id)),
        idempotency_key: event?.request?.idempotency_key,
      };
    },
    before: true,
    after: { id: true, idempotency_key: "k" },
  },
  customer_card_events: {
    look: (stand) => sourceEvents(stand, "card", "tok_visa"),
    before: oldNames("card"),
    after: sourceNames,
  },
  customer_bank_account_events: {
    look: (stand) => sourceEvents(stand, "bank_account", bankAccount()),
    before: oldNames("bank_account"),
    after: sourceNames,
  },
};
