import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCustomer, deleteCustomer, listCustomers } from "./customers.js";
import type { PageRequest } from "./paging.js";
import { newWorld, openTestDatabase, refusal, type TestDatabase, type World } from "./test-kit.js";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  world = newWorld(database);
});

async function make(...ids: string[]): Promise<void> {
  for (const id of ids) await createCustomer(database.db, world.context, { id });
}

async function list(request: PageRequest) {
  const { data, has_more } = await listCustomers(database.reader, world.context, request);
  return [data.map(({ id }) => id).join(" "), has_more] as const;
}

test("newest first, also within one second", async () => {
  await make("z", "a", "m");
  world.pass(1);
  await make("b");
  expect(await list({})).toEqual(["b m a z", false]);
});

test("cursors walk both ways and say whether there is more", async () => {
  await make("a", "b", "c", "d", "e");
  expect(await list({ limit: 2 })).toEqual(["e d", true]);
  expect(await list({ limit: 2, starting_after: "d" })).toEqual(["c b", true]);
  expect(await list({ limit: 2, starting_after: "b" })).toEqual(["a", false]);
  expect(await list({ limit: 2, starting_after: "a" })).toEqual(["", false]);
  expect(await list({ limit: 2, ending_before: "a" })).toEqual(["c b", true]);
  expect(await list({ limit: 2, ending_before: "c" })).toEqual(["e d", false]);
  expect(await list({ limit: 2, ending_before: "e" })).toEqual(["", false]);
});

test("a walk sees each record once, though new ones come", async () => {
  await make("a", "b", "c", "d");
  const first = await list({ limit: 2 });
  await make("new");
  expect([first, await list({ limit: 2, starting_after: "c" })]).toEqual([
    ["d c", true],
    ["b a", false],
  ]);
});

test("a cursor that has left the list still holds its place", async () => {
  await make("a", "b", "c");
  await deleteCustomer(database.db, world.context, "b");
  expect(await list({ starting_after: "b" })).toEqual(["a", false]);
});

test("offset and total", async () => {
  await make("a", "b", "c");
  expect(await list({ limit: 1, offset: 1 })).toEqual(["b", true]);
  expect(await list({ offset: 3 })).toEqual(["", false]);
  const found = await listCustomers(database.reader, world.context, { limit: 1, offset: 1 });
  expect(await found.total()).toBe(3);
});

test.each([
  [{ limit: 0 }, "limit"],
  [{ limit: 101 }, "limit"],
  [{ limit: 1.5 }, "limit"],
  [{ offset: -1 }, "offset"],
  [{ starting_after: "a", ending_before: "a" }, "ending_before"],
])("%j is refused at %s", async (request, param) => {
  await make("a");
  expect(await refusal(list(request))).toMatchObject({ kind: "invalid", param });
});

test("an unknown cursor is missing", async () => {
  expect(await refusal(list({ starting_after: "cus_none" }))).toMatchObject({
    kind: "resource_missing",
    resource: "customer",
    id: "cus_none",
    param: "starting_after",
  });
});
