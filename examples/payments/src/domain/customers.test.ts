import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from "./customers.js";
import { createSource, listSources, retrieveSource } from "./sources.js";
import {
  cardOf,
  newWorld,
  openTestDatabase,
  refusal,
  START,
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

const create = (input = {}) => createCustomer(database.db, world.context, input);
const retrieve = (id: string) => retrieveCustomer(database.reader, world.context, id);

describe("creating", () => {
  test("with nothing", async () => {
    const customer = await create();
    expect(customer).toMatchObject({
      balance: 0,
      created: START,
      default_source: null,
      deleted: false,
      description: null,
      next_invoice_sequence: 1,
      tax_exempt: "none",
    });
    expect(customer.invoice_prefix).toMatch(/^[A-Z0-9]{8}$/);
    expect(await retrieve(customer.id)).toEqual(customer);
    expect(await world.eventTypes()).toEqual(["customer.created"]);
  });

  test("with a card, which becomes the default source", async () => {
    const customer = await create({ source: "tok_visa", email: "a@example.com" });
    const { data } = await listSources(database.reader, world.context, customer.id, {});
    expect(data).toMatchObject([{ last4: "4242", customer: customer.id, cvc_check: "pass" }]);
    expect(customer.default_source).toBe(data[0]?.id);
    expect(await world.eventTypes()).toEqual(["customer.created", "customer.source.created"]);
  });

  test("with a card hash", async () => {
    const customer = await create({ source: cardOf("5555555555554444") });
    expect(customer.default_source).toMatch(/^card_/);
  });

  test("a card that declines leaves no customer and does not use up the token", async () => {
    const refused = await refusal(create({ id: "mine", source: "tok_chargeDeclined" }));
    expect(refused).toMatchObject({ kind: "card_declined", code: "card_declined", charge: null });
    expect(await refusal(retrieve("mine"))).toMatchObject({ kind: "resource_missing" });
    expect(await world.eventTypes()).toEqual([]);
  });

  test("an id of one's own is taken once, also after deletion", async () => {
    await create({ id: "mine" });
    const taken = { kind: "invalid", code: "resource_already_exists", param: "id" };
    expect(await refusal(create({ id: "mine" }))).toMatchObject(taken);
    await deleteCustomer(database.db, world.context, "mine");
    expect(await refusal(create({ id: "mine" }))).toMatchObject(taken);
  });
});

describe("updating", () => {
  test("what is left out stays, null unsets, metadata merges", async () => {
    const { id } = await create({
      description: "first",
      email: "a@example.com",
      metadata: { a: "1", b: "2" },
      shipping: { name: "Jenny", address: { line1: "1 Street" } },
    });
    const after = await updateCustomer(database.db, world.context, id, {
      description: null,
      metadata: { a: "", c: "3" },
      tax_info: { type: "vat", tax_id: "DE123" },
    });
    expect(after).toMatchObject({
      description: null,
      email: "a@example.com",
      metadata: { b: "2", c: "3" },
      shipping: { name: "Jenny", carrier: null, address: { line1: "1 Street", city: null } },
      tax_info_verification: { status: "unverified" },
    });
    expect(await retrieve(id)).toEqual(after);
  });

  test("an update that changes nothing tells nothing", async () => {
    const { id } = await create({ description: "same" });
    await updateCustomer(database.db, world.context, id, { description: "same" });
    expect(await world.eventTypes()).toEqual(["customer.created"]);
  });

  test("a new source replaces the default and keeps the others", async () => {
    const { id, default_source } = await create({ source: "tok_visa" });
    const other = await createSource(database.db, world.context, id, { source: "tok_amex" });
    const after = await updateCustomer(database.db, world.context, id, {
      source: "tok_mastercard",
    });
    const { data } = await listSources(database.reader, world.context, id, {});
    expect(data.map((source) => source.id)).toEqual([after.default_source, other.id]);
    expect(after.default_source).not.toBe(default_source);
    expect((await world.eventTypes()).slice(3)).toEqual([
      "customer.source.deleted",
      "customer.source.created",
      "customer.updated",
    ]);
  });

  test("the default source is one of the customer's own", async () => {
    const { id } = await create({ source: "tok_visa" });
    const second = await createSource(database.db, world.context, id, { source: "tok_amex" });
    const chosen = { default_source: second.id };
    expect(await updateCustomer(database.db, world.context, id, chosen)).toMatchObject(chosen);
    const other = await create({ source: "tok_visa" });
    const foreign = { default_source: other.default_source ?? "" };
    const refused = await refusal(updateCustomer(database.db, world.context, id, foreign));
    expect(refused).toMatchObject({ kind: "resource_missing", param: "default_source" });
  });
});

describe("deleting", () => {
  test("leaves a stub without sources, out of lists and closed to change", async () => {
    const { id, default_source } = await create({ source: "tok_visa" });
    const kept = await create();
    const stub = await deleteCustomer(database.db, world.context, id);
    expect(stub).toMatchObject({ id, deleted: true, default_source: null });
    expect(await retrieve(id)).toEqual(stub);
    const list = await listCustomers(database.reader, world.context, {});
    expect(list.data.map((customer) => customer.id)).toEqual([kept.id]);
    const gone = { kind: "resource_missing", resource: "customer" };
    const source = default_source ?? "";
    for (const work of [
      () => updateCustomer(database.db, world.context, id, {}),
      () => deleteCustomer(database.db, world.context, id),
      () => retrieveSource(database.reader, world.context, id, source),
      () => createSource(database.db, world.context, id, { source: "tok_visa" }),
    ]) {
      expect(await refusal(work())).toMatchObject(gone);
    }
  });
});

test("lists narrow by creation and by email", async () => {
  await create({ id: "a", email: "a@example.com" });
  world.pass(10);
  await create({ id: "b", email: "b@example.com" });
  const ids = async (request: object) => {
    const { data } = await listCustomers(database.reader, world.context, request);
    return data.map(({ id }) => id);
  };
  expect(await ids({ created: { gt: START } })).toEqual(["b"]);
  expect(await ids({ created: { gte: START, lt: START + 10 } })).toEqual(["a"]);
  expect(await ids({ created: { lte: START + 10 } })).toEqual(["b", "a"]);
  expect(await ids({ created: START + 10 })).toEqual(["b"]);
  expect(await ids({ email: "a@example.com" })).toEqual(["a"]);
});
