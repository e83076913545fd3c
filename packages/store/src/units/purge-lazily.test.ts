import { expect, test } from "vitest";
import { purgeLazily } from "./purge-lazily.js";

test("purges every ten minutes at most, and only when answers are stored", async () => {
  let now = 0;
  let purges = 0;
  const lazy = purgeLazily(
    async () => {
      purges += 1;
    },
    () => now,
  );
  lazy.stored();
  now = 10 * 60 * 1000;
  expect(purges).toBe(0);
  lazy.stored();
  lazy.stored();
  await lazy.settled();
  expect(purges).toBe(1);
});

test("a purge that fails harms nobody, and is tried again", async () => {
  let now = 0;
  let purges = 0;
  const lazy = purgeLazily(
    async () => {
      purges += 1;
      throw new Error("boom");
    },
    () => now,
  );
  for (let turn = 1; turn <= 2; turn += 1) {
    now += 10 * 60 * 1000;
    lazy.stored();
    await lazy.settled();
  }
  expect(purges).toBe(2);
});
