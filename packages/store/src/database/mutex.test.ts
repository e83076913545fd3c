import { expect, test } from "vitest";
import { createMutex } from "./mutex.js";

test("lets one in at a time, in the order in which they came", async () => {
  const mutex = createMutex(1000);
  const seen: string[] = [];
  await Promise.all(
    ["a", "b", "c"].map(async (name) => {
      const release = await mutex.lock();
      seen.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      seen.push(`${name} out`);
      release();
    }),
  );
  expect(seen).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
});

test("a release too many lets nobody in", async () => {
  const mutex = createMutex(1000);
  const first = await mutex.lock();
  first();
  const second = await mutex.lock();
  first();
  let third = false;
  const waiting = mutex.lock().then(() => {
    third = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(third).toBe(false);
  second();
  await waiting;
});

test("gives up after its patience, and lets the next one in all the same", async () => {
  const mutex = createMutex(20);
  const release = await mutex.lock();
  await expect(mutex.lock()).rejects.toMatchObject({ code: "writer_busy" });
  release();
  expect(await mutex.lock()).toBeTypeOf("function");
});
