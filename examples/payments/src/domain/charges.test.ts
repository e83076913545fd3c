import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCharges, retrieveCharge, updateCharge } from "./charges.js";
import { type CreateChargeInput, createCharge } from "./create-charge.js";
import { createCustomer } from "./customers.js";
import { listEvents } from "./events.js";
import {
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

const charge = (input: Partial<CreateChargeInput> = {}) =>
  createCharge(database.db, world.context, {
    amount: 1000,
    currency: "usd",
    source: "tok_visa",
    ...input,
  });

describe("updating", () => {
  test("changes what is given, keeps the rest, and tells before and after", async () => {
    const before = await charge({ description: "first", receipt_email: "a@example.com" });
    const after = await updateCharge(database.db, world.context, before.id, {
      description: null,
      fraud_details: { user_report: "safe" },
      metadata: { a: "1" },
      shipping: { name: "Jenny", address: { city: "Berlin" } },
      transfer_group: "group",
    });
    expect(after).toMatchObject({
      description: null,
      receipt_email: "a@example.com",
      fraud_details: { user_report: "safe" },
      metadata: { a: "1" },
      shipping: { name: "Jenny", address: { city: "Berlin" } },
      transfer_group: "group",
    });
    expect(await retrieveCharge(database.reader, world.context, before.id)).toEqual(after);
    const { data } = await listEvents(database.reader, world.context, {
      types: ["charge.updated"],
    });
    expect(data).toMatchObject([{ object_kind: "charge", before, after }]);
  });

  test("nothing given, nothing told", async () => {
    const { id } = await charge({ metadata: { a: "1" } });
    await updateCharge(database.db, world.context, id, { metadata: { a: "1", b: "" } });
    expect(await world.eventTypes()).toEqual(["charge.succeeded"]);
  });

  test("a customer can be named once", async () => {
    const [a, b] = [
      await createCustomer(database.db, world.context, {}),
      await createCustomer(database.db, world.context, {}),
    ];
    const { id } = await charge();
    const none = updateCharge(database.db, world.context, id, { customer: "cus_none" });
    expect(await refusal(none)).toMatchObject({ kind: "resource_missing", param: "customer" });
    const named = await updateCharge(database.db, world.context, id, { customer: a.id });
    expect(named.customer).toBe(a.id);
    expect(await updateCharge(database.db, world.context, id, { customer: a.id })).toEqual(named);
    const again = updateCharge(database.db, world.context, id, { customer: b.id });
    expect(await refusal(again)).toMatchObject({ kind: "invalid", param: "customer" });
  });

  test("a charge that is not there is missing", async () => {
    const missing = { kind: "resource_missing", resource: "charge", id: "ch_none", param: "id" };
    expect(await refusal(updateCharge(database.db, world.context, "ch_none", {}))).toMatchObject(
      missing,
    );
    expect(await refusal(retrieveCharge(database.reader, world.context, "ch_none"))).toMatchObject(
      missing,
    );
  });
});

test("lists narrow by customer, creation, source and transfer group", async () => {
  const customer = await createCustomer(database.db, world.context, { source: "tok_visa" });
  const first = await charge({ transfer_group: "group" });
  world.pass(10);
  const second = await charge({ customer: customer.id, source: undefined });
  const ids = async (request: Parameters<typeof listCharges>[2]) => {
    const { data } = await listCharges(database.reader, world.context, request);
    return data.map(({ id }) => id);
  };
  expect(await ids({})).toEqual([second.id, first.id]);
  expect(await ids({ customer: customer.id })).toEqual([second.id]);
  expect(await ids({ transfer_group: "group" })).toEqual([first.id]);
  expect(await ids({ created: { gt: START } })).toEqual([second.id]);
  expect(await ids({ source: { object: "all" } })).toEqual([second.id, first.id]);
  expect(await ids({ source: { object: "card" } })).toEqual([second.id, first.id]);
  expect(await ids({ source: { object: "bank_account" } })).toEqual([]);
});
