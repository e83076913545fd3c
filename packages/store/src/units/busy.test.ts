import { expect, test } from "vitest";
import { StoreError } from "../errors.js";
import { tellingBusy } from "./busy.js";

const failing = (error: unknown) =>
  tellingBusy(async () => {
    throw error;
  });

test.each(["40001", "40P01", "55P03", "53300", "57P03", "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT"])(
  "where others are in the way, it says so: %s",
  async (code) => {
    const error = Object.assign(new Error("in the way"), { code });
    const told = await failing(error).catch((problem: unknown) => problem);
    expect(told).toBeInstanceOf(StoreError);
    expect(told).toMatchObject({ code: "database_busy", retryAfterSeconds: 1, cause: error });
  },
);

test("any other failure passes through as it is", async () => {
  const unique = Object.assign(new Error("twice"), { code: "23505" });
  await expect(failing(unique)).rejects.toBe(unique);
  await expect(failing("a text")).rejects.toBe("a text");
  expect(await tellingBusy(async () => 1)).toBe(1);
});
