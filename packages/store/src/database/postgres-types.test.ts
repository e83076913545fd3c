import pg from "pg";
import { expect, test } from "vitest";
import { postgresTypes } from "./postgres-types.js";

const { INT8, NUMERIC, TEXT } = pg.types.builtins;

test("reads large integers and sums as numbers", () => {
  expect(postgresTypes.getTypeParser(INT8, "text")("1700000000000")).toBe(1_700_000_000_000);
  expect(postgresTypes.getTypeParser(NUMERIC, "text")("12.5")).toBe(12.5);
  expect(postgresTypes.getTypeParser(TEXT, "text")("12")).toBe("12");
});

test("refuses an integer that would become another", () => {
  const read = postgresTypes.getTypeParser(INT8, "text");
  expect(read("9007199254740991")).toBe(9_007_199_254_740_991);
  expect(() => read("9007199254740993")).toThrow("9007199254740993");
});
