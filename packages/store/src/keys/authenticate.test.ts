import { type CompiledQuery, Kysely } from "kysely";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { createAccount } from "../accounts/create-account.js";
import { setGates } from "../accounts/gates.js";
import type { StoreContext } from "../context.js";
import { LibsqlDialect } from "../database/sqlite-driver.js";
import { migrate } from "../migrate.js";
import { storeMigrations } from "../migrations/index.js";
import { authenticator } from "./authenticate.js";
import { keyHasher } from "./key-hash.js";

test("needs one query, which carries no key", async () => {
  const queries: CompiledQuery[] = [];
  const dialect = new LibsqlDialect(new Libsql(":memory:"));
  const database = new Kysely<unknown>({
    dialect,
    log: ({ query }) => {
      queries.push(query);
    },
  });
  await migrate({ database, dialect: "sqlite" }, "holdfast", storeMigrations);
  const hash = keyHasher("a pepper for tests only");
  const context: StoreContext = {
    dialect: "sqlite",
    database: database.withTables(),
    reader: database.withTables(),
    clock: Date.now,
    hash,
  };
  const { account, secretKey } = await createAccount(context, { pin: "a" });
  await setGates(context, account.id, ["a", "b", "c"], "granted", "ada");
  const authenticate = authenticator(context);

  queries.length = 0;
  const credential = await authenticate(secretKey);
  expect(credential?.account).toMatchObject({ pin: "a", granted: ["a", "b", "c"] });
  expect(queries).toHaveLength(1);
  expect(JSON.stringify(queries[0]?.parameters)).not.toContain(secretKey);
  await database.destroy();
});
