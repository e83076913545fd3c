import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "./open-store.js";
import { sqlitePlace } from "./testing/places.js";

const pepper = "a pepper for tests only";

test("needs a place that it can open", async () => {
  const invalid = { code: "invalid_argument" };
  await expect(openStore({ pepper })).rejects.toMatchObject(invalid);
  const opening = openStore({ pepper, url: "mysql://user:secret@host/db" });
  await expect(opening).rejects.toMatchObject(invalid);
  await expect(opening).rejects.not.toThrow("secret");
});

test("opens again what it made, folder and pepper included", async () => {
  const place = await sqlitePlace();
  try {
    const dataFolder = join(place.options.dataFolder ?? "", "made", "now");
    const first = await openStore({ dataFolder });
    const { secretKey } = await first.createAccount({ pin: "a" });
    await first.close();
    const second = await openStore({ dataFolder });
    expect((await second.authenticate(secretKey))?.account.pin).toBe("a");
    await second.close();
  } finally {
    await place.remove();
  }
});

test("says when PostgreSQL cannot be reached", async () => {
  const opening = openStore({ pepper, url: "postgres://127.0.0.1:1/none" });
  await expect(opening).rejects.toThrow("ECONNREFUSED");
});
