import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createContext } from "./context.js";
import { createCharge } from "./create-charge.js";
import { createCustomer, updateCustomer } from "./customers.js";
import type { EventDraft } from "./event-draft.js";
import { type EventFilters, listEvents, retrieveEvent } from "./events.js";
import { createSource } from "./sources.js";
import {
  newWorld,
  openTestDatabase,
  refusal,
  START,
  TEST_BANK_ACCOUNT,
  type TestDatabase,
  type World,
} from "./test-kit.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

const types = async (filters: EventFilters) => {
  const { data } = await listEvents(database.reader, world.context, filters);
  return data.map(({ type, object_kind }) => `${type} ${object_kind}`);
};

test("an event keeps the request, the version and the records before and after", async () => {
  const context = createContext({
    account: world.context.account,
    livemode: false,
    pepper: "a test pepper",
    now: () => START,
    request: { id: "req_1", idempotency_key: "key" },
    api_version: "2015-02-18",
  });
  const before = await createCustomer(database.db, context, { description: "a" });
  const after = await updateCustomer(database.db, context, before.id, { description: "b" });
  const { data } = await listEvents(database.reader, context, { types: ["customer.updated"] });
  expect(data).toMatchObject([
    {
      before,
      after,
      api_version: "2015-02-18",
      created: START,
      idempotency_key: "key",
      livemode: false,
      object_kind: "customer",
      pending_webhooks: 0,
      request_id: "req_1",
    },
  ]);
  const [event] = data;
  expect(await retrieveEvent(database.reader, context, event?.id ?? "")).toEqual(event);
  const none = retrieveEvent(database.reader, context, "evt_none");
  expect(await refusal(none)).toMatchObject({ kind: "resource_missing", resource: "event" });
});

test("lists narrow by type, wildcard, kind of object, exception and creation", async () => {
  const { id } = await createCustomer(database.db, world.context, { source: "tok_visa" });
  world.pass(10);
  await createSource(database.db, world.context, id, {
    source: { object: "bank_account", ...TEST_BANK_ACCOUNT },
  });
  const card = "customer.source.created card";
  const bank = "customer.source.created bank_account";
  const customer = "customer.created customer";
  expect(await types({})).toEqual([bank, card, customer]);
  expect(await types({ types: ["customer.created"] })).toEqual([customer]);
  expect(await types({ types: ["customer.source.*"] })).toEqual([bank, card]);
  expect(await types({ types: ["*"] })).toEqual([bank, card, customer]);
  expect(await types({ types: ["customer.c*", "charge.*"] })).toEqual([customer]);
  expect(await types({ types: [] })).toEqual([]);
  const onlyCards = { type: "customer.source.*", object_kind: "card" } as const;
  expect(await types({ types: [onlyCards] })).toEqual([card]);
  expect(await types({ without: [onlyCards] })).toEqual([bank, customer]);
  expect(await types({ without: ["customer.created", onlyCards] })).toEqual([bank]);
  expect(await types({ without: [] })).toEqual([bank, card, customer]);
  expect(await types({ created: { gt: START } })).toEqual([bank]);
});

test("a listener hears of an event in the same transaction, and can undo it", async () => {
  const heard: EventDraft[] = [];
  const options = { account: world.context.account, livemode: false, pepper: "a test pepper" };
  const hearing = createContext({
    ...options,
    onEvent: async (db, event) => {
      expect(db.isTransaction).toBe(true);
      heard.push(event);
    },
  });
  const charge = { amount: 100, currency: "usd", source: "tok_visa" };
  const after = await createCharge(database.db, hearing, charge);
  expect(heard).toEqual([{ type: "charge.succeeded", object_kind: "charge", before: null, after }]);
  const failing = createContext({
    ...options,
    onEvent: async () => {
      throw new Error("no");
    },
  });
  await expect(createCharge(database.db, failing, charge)).rejects.toThrow("no");
  expect(await types({})).toEqual(["charge.succeeded charge"]);
});
