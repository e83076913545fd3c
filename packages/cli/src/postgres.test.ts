import { describe, expect, test } from "vitest";
import { postgresPlace } from "../../store/src/testing/places.js";
import { testProject } from "./testing/project.js";

const url = process.env.HOLDFAST_TEST_POSTGRES;

describe.skipIf(url === undefined)("on PostgreSQL", () => {
  test("accounts and keys are in the database", async () => {
    const project = await testProject();
    const place = await postgresPlace(url ?? "")();
    try {
      const env = { DATABASE_URL: place.options.url };
      const run = async (...words: string[]) => {
        const { out, err } = await project.run([...words, "--format", "json"], { env });
        expect(err).toBe("");
        return JSON.parse(out);
      };
      const { account } = await run("accounts", "create", "--pin", "2014-01-01");
      await run("accounts", "pin", account, "2015-02-18");
      await run("accounts", "revoke", account, "charge_has_card", "--yes");
      const { id } = await run("keys", "create", account);
      await run("keys", "roll", id, "--overlap", "1h");
      const shown = await run("accounts", "show", account);
      expect(shown).toMatchObject({ version: "2015-02-18", revoked: ["charge_has_card"] });
      expect(shown.pins).toHaveLength(2);
      expect(shown.keys).toHaveLength(4);
    } finally {
      await place.remove();
      await project.remove();
    }
  });
});
