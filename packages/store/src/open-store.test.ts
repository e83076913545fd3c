import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openPostgres } from "./database/postgres.js";
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

test("a PostgreSQL that cannot be reached may be asked again", async () => {
  const { database, close } = openPostgres("postgres://127.0.0.1:1/none");
  const asking = sql`select 1`.execute(database);
  await expect(asking).rejects.toMatchObject({ code: "database_busy", retryAfterSeconds: 1 });
  await close();
});
