import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openSqlite } from "./sqlite.js";
import { toSqlite } from "./sqlite-values.js";

test("sends integers as integers, and yes and no as 1 and 0", () => {
  const values = [1, -1, 0, 2 ** 53 - 1, 5n, true, false, null, "a", 1.5];
  expect(values.map(toSqlite)).toEqual([
    1n,
    -1n,
    0n,
    9007199254740991n,
    5n,
    1n,
    0n,
    null,
    "a",
    1.5,
  ]);
});

test.each([
  [undefined, "undefined"],
  [Number.NaN, "number NaN"],
  [Number.POSITIVE_INFINITY, "number Infinity"],
  [2 ** 53, "number 9007199254740992"],
  [2n ** 60n, "number 1152921504606846976"],
  ["a\0b", "NUL"],
  [new Date(0), "type object"],
  [["a"], "type object"],
  [Symbol("a"), "type symbol"],
])("refuses %s, which would come back as something else", (value, reason) => {
  expect(() => toSqlite(value)).toThrow(reason);
  expect(() => toSqlite(value)).toThrow(expect.objectContaining({ code: "value_not_storable" }));
});

test("what is stored comes back as it went", async () => {
  const { database, close } = openSqlite(":memory:");
  const db = database.withTables<{ kept: { value: unknown } }>();
  await db.schema.createTable("kept").addColumn("value", "blob").execute();
  const value = fc.oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Number.isInteger(each)),
    fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0")),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(value, async (sent) => {
      await db.insertInto("kept").values({ value: sent }).execute();
      const row = await db.deleteFrom("kept").returning("value").executeTakeFirstOrThrow();
      expect(row.value).toBe(sent);
    }),
  );
  await close();
});
